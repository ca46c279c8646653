import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";

export type Lock = {
  /** Whether somebody held it who is gone without letting go: their children may still be leaving. */
  inherited: boolean;
  release: () => void;
};

/** Two launchers on one data folder would stop each other's database. The lock of a killed one counts for nothing. */
export function takeLock(file: string): Lock {
  const inherited = existsSync(file);
  for (let tries = 0; tries < 2; tries++) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return { inherited, release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const holder = Number(readFileSync(file, "utf8"));
    if (holder !== process.pid && isLauncher(holder))
      throw new Error(`The portal already runs on this data folder (process ${holder}).`);
    rmSync(file, { force: true });
  }
  throw new Error(`Another start of the portal took ${file} at the same moment.`);
}

/** Whether that process is a launcher that lives; where the system tells its command, a stranger with its number is not. */
function isLauncher(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    const command = `/proc/${pid}/cmdline`;
    return !existsSync(command) || /\bup\.m?js\b/.test(readFileSync(command, "utf8"));
  } catch {
    return false;
  }
}
