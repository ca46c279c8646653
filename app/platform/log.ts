import { randomBytes } from "node:crypto";

type Particulars = Record<string, string | number | boolean | null | undefined>;

/** Writes one line of JSON. Particulars are codes, counts and references: never what a person wrote, never a name. */
export function log(level: "info" | "warn" | "error", event: string, particulars: Particulars = {}): void {
  const line = JSON.stringify({ time: new Date().toISOString(), level, event, ...particulars });
  (level === "error" ? process.stderr : process.stdout).write(`${line}\n`);
}

/** A short reference that stands on an error page and in the log line about it. */
export function faultReference(): string {
  return randomBytes(5).toString("hex").toUpperCase();
}

/** Logs a failure once. Stack frames carry code positions; the message is kept out, as it may quote somebody's words. */
export function logFault(error: unknown, particulars: Particulars = {}): string {
  const reference = faultReference();
  const stack = error instanceof Error ? error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) : undefined;
  const name = error instanceof Error ? error.name : typeof error;
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  log("error", "fault", {
    reference,
    name,
    code,
    where: stack
      ?.slice(0, 6)
      .map((line) => line.trim())
      .join(" < "),
    ...particulars,
  });
  return reference;
}
