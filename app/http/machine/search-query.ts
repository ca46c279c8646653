import { z } from "zod";
import { functions } from "~/domain/catalogue/entry";
import { kinds } from "~/domain/finding/document";
import { locales } from "~/domain/kernel/locale";

const absent = (value: unknown) => (value === null || value === "" ? undefined : value);
/** A number in plain digits. */
const digits = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));

/** What the parameters may be, for programs to read. */
export const bounds = {
  q: { maxLength: 200 },
  place: { maxLength: 80 },
  state: { maxLength: 40 },
  year: { minimum: 1000, maximum: 9999 },
  limit: { minimum: 1, maximum: 100, default: 20 },
  offset: { minimum: 0, maximum: 10_000, default: 0 },
};

const schema = z.object({
  q: z.preprocess(
    (value) => value ?? "",
    z.string().transform((text) => [...text.toWellFormed()].slice(0, bounds.q.maxLength).join("").trim()),
  ),
  lang: z.preprocess(absent, z.enum(locales).default("en")),
  kind: z.preprocess(absent, z.enum(kinds).optional()),
  function: z.preprocess(absent, z.enum(functions).optional()),
  place: z.preprocess(absent, z.string().max(bounds.place.maxLength).optional()),
  year: z.preprocess(absent, digits(bounds.year.minimum, bounds.year.maximum).optional()),
  state: z.preprocess(absent, z.string().max(bounds.state.maxLength).optional()),
  limit: z.preprocess(absent, digits(bounds.limit.minimum, bounds.limit.maximum).default(bounds.limit.default)),
  offset: z.preprocess(absent, digits(bounds.offset.minimum, bounds.offset.maximum).default(bounds.offset.default)),
});

export type SearchQuery = z.infer<typeof schema>;

type Read<Value> = { ok: true; value: Value } | { ok: false; wrong: string[] };

/** What a query string asks the search for, or the names of the parameters that are wrong. */
export function searchQueryOf(query: URLSearchParams): Read<SearchQuery> {
  return read(schema, query);
}

/** What a query string asks names for. */
export function suggestQueryOf(query: URLSearchParams): Read<Pick<SearchQuery, "q" | "lang">> {
  return read(schema.pick({ q: true, lang: true }), query);
}

function read<Shape extends z.ZodRawShape>(
  shape: z.ZodObject<Shape>,
  query: URLSearchParams,
): Read<z.infer<z.ZodObject<Shape>>> {
  const parsed = shape.safeParse(Object.fromEntries(Object.keys(shape.shape).map((name) => [name, query.get(name)])));
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, wrong: [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))] };
}
