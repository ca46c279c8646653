import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pool } from "~/platform/db/client";
import { env } from "~/platform/env";

type Place = { place: string; text: string };

/** Every row of every table of the database, jobs and search index among them, as text. */
export async function everyTable(): Promise<Place[]> {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  return Promise.all(
    rows.map(async ({ name }) => {
      const { rows: all } = await pool().query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`);
      return { place: name, text: all.map(({ text }) => text).join("\n") };
    }),
  );
}

/** Every file that the portal keeps, by its name and its bytes. */
export function everyFile(): Place[] {
  const folder = join(env().DATA_DIR, "files");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ place: path, text: `${path}\n${readFileSync(path, "latin1")}\n${readFileSync(path, "utf8")}` }));
}

/** How a word may stand somewhere: as it is, as bytes in hexadecimal or base64, escaped for JSON or for an address. */
export function waysToWrite(word: string): string[] {
  const bytes = Buffer.from(word);
  return [
    word,
    bytes.toString("hex"),
    bytes.toString("base64").replace(/=+$/, ""),
    JSON.stringify(word).slice(1, -1),
    encodeURIComponent(word),
  ];
}

/** Where one of these words stands, in whichever way it is written; nowhere is an empty list. */
export async function whereIs(words: string[]): Promise<string[]> {
  const places = [...(await everyTable()), ...everyFile()];
  const ways = words.flatMap((word) => waysToWrite(word).map((way) => ({ word, way: way.toLowerCase() })));
  return places.flatMap(({ place, text }) => {
    const low = text.toLowerCase();
    return [...new Set(ways.filter(({ way }) => low.includes(way)).map(({ word }) => `${place}: ${word}`))];
  });
}
