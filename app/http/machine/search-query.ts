import { z } from "zod";
import { functions } from "~/domain/catalogue/entry";
import { kinds } from "~/domain/finding/document";
import { locales } from "~/domain/kernel/locale";

const absent = (value: unknown) => (value === null || value === "" ? undefined : value);
const count = (most: number, fallback: number) =>
  z.preprocess(absent, z.coerce.number().int().min(0).max(most).default(fallback));

const schema = z.object({
  q: z.preprocess(
    (value) => value ?? "",
    z.string().transform((text) => [...text.toWellFormed()].slice(0, 200).join("").trim()),
  ),
  lang: z.preprocess(absent, z.enum(locales).default("en")),
  kind: z.preprocess(absent, z.enum(kinds).optional()),
  function: z.preprocess(absent, z.enum(functions).optional()),
  place: z.preprocess(absent, z.string().max(80).optional()),
  year: z.preprocess(absent, z.coerce.number().int().min(1000).max(9999).optional()),
  state: z.preprocess(absent, z.string().max(40).optional()),
  limit: z.preprocess(absent, z.coerce.number().int().min(1).max(100).default(20)),
  offset: count(10_000, 0),
});

export type SearchQuery = z.infer<typeof schema>;

/** What a query string asks the search for, or the names of the parameters that are wrong. */
export function searchQueryOf(
  query: URLSearchParams,
): { ok: true; value: SearchQuery } | { ok: false; wrong: string[] } {
  const parsed = schema.safeParse(Object.fromEntries(Object.keys(schema.shape).map((name) => [name, query.get(name)])));
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, wrong: [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))] };
}
