import { existsSync, readFileSync, writeFileSync } from "node:fs";

const file = "docs/security/permissions.md";
const head = `# Who may do what

Made by \`tests/integration/permissions\` from real requests: \`WRITE_TABLES=1 npx vitest run --project integration
tests/integration/permissions\` writes it anew. A route, state or verb that is not in it, or an answer that is another one,
fails the build; whoever changes a line here has changed a right.
`;

type Row = string[];

/** A table as Markdown, its columns as wide as they need to be. */
export function tableOf(columns: Row, rows: Row[]): string {
  const widths = columns.map((name, at) => Math.max(3, name.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: Row) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  return [line(columns), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

/** The table under this title as it is written down; with WRITE_TABLES it is written down as it is now. */
export function written(title: string, text: string): string {
  const parts = new Map<string, string>();
  const now = existsSync(file) ? readFileSync(file, "utf8") : head;
  for (const part of now.split(/^## /m).slice(1)) {
    const [name = "", ...rest] = part.split("\n");
    parts.set(name, rest.join("\n").trim());
  }
  if (process.env.WRITE_TABLES) {
    parts.set(title, text);
    const sorted = [...parts].toSorted(([one], [other]) => (one < other ? -1 : 1));
    writeFileSync(file, `${head}${sorted.map(([name, body]) => `\n## ${name}\n\n${body}\n`).join("")}`);
  }
  return parts.get(title) ?? "";
}
