import { z } from "zod";
import { plainWords } from "~/domain/kernel/words";
import type { Entry } from "./entry";

const text = z.union([z.string(), z.number(), z.boolean(), z.null()]).transform((value) => String(value ?? ""));
const entry = z.object({ day: text.default(""), kind: text.default("closed"), name: text.default("") });
const file = z.union([z.array(z.unknown()), z.object({ days: z.array(z.unknown()) }).transform(({ days }) => days)]);

/**
 * The entries of a list such as `[{"day": "2027-02-06", "kind": "closed", "name": "spring_festival"}]`, alone or as
 * `days` of an object. Without a kind a day is closed. Null where it is no such list.
 */
export function readJson(plain: string): Entry[] | null {
  const list = file.safeParse(parsed(plain));
  if (!list.success) return null;
  return list.data.map((one, index) => {
    const row = index + 1;
    const read = entry.safeParse(one);
    if (!read.success) return { row, fault: "bad_day", value: JSON.stringify(one).slice(0, 40) };
    const { day, kind, name } = read.data;
    return { row, day: day.trim(), kind: kind.trim(), name: plainWords(name) };
  });
}

function parsed(plain: string): unknown {
  try {
    return JSON.parse(plain);
  } catch {
    return null;
  }
}
