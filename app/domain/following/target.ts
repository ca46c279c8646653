import { entryStates, functions } from "~/domain/catalogue/entry";
import { kinds, type Kind } from "~/domain/finding/document";
import { possible } from "~/domain/suggestion/suggestion";

/** Words and filters by which things are sought. */
export type Search = {
  what: "search";
  query: string;
  kind?: string;
  function?: string;
  place?: string;
  year?: number;
  state?: string;
};

/** What can be followed: what a search finds, or one record. */
export type Target = Search | { what: "record"; kind: Kind; slug: string };

const filters = ["kind", "function", "place", "year", "state"] as const;

const among =
  (...values: readonly string[]) =>
  (value: string) =>
    values.includes(value);
const fits: Record<(typeof filters)[number], (value: string) => boolean> = {
  kind: among(...kinds),
  function: among(...functions),
  place: (value) => /^[\w-]{1,80}$/.test(value),
  year: (value) => /^[1-9]\d{3}$/.test(value),
  // Of entries, and of suggestions that may be public.
  state: among(...entryStates, ...possible.publish),
};

/**
 * The target that the parameters of an address name: `record=<kind>:<slug>`, or the words and filters of a search. Null
 * when it is neither.
 */
export function targetOf(params: URLSearchParams): Target | null {
  const record = params.get("record");
  if (record === null) return searchOf(params);
  const [name = "", slug = ""] = record.split(/:(.*)/s);
  const kind = kinds.find((one) => one === name);
  return kind && /^[\w.-]{1,120}$/.test(slug) ? { what: "record", kind, slug } : null;
}

/**
 * The search that the parameters of an address name. A filter that there is not is passed over, as people mend addresses
 * by hand. Null when nothing is left: everything at once cannot be followed.
 */
export function searchOf(params: URLSearchParams): Search | null {
  const query = [...(params.get("q") ?? "").toWellFormed()].slice(0, 200).join("").trim();
  const chosen = filters.flatMap((name) => {
    const value = params.get(name);
    return value && fits[name](value) ? [[name, value] as const] : [];
  });
  if (query === "" && chosen.length === 0) return null;
  const { year, ...rest } = Object.fromEntries(chosen);
  return { what: "search", query, ...rest, ...(year ? { year: Number(year) } : {}) };
}

/** The parameters that name a target: always the same ones for the same target. */
export function paramsOf(target: Target): URLSearchParams {
  if (target.what === "record") return new URLSearchParams({ record: `${target.kind}:${target.slug}` });
  const params = new URLSearchParams();
  if (target.query) params.set("q", target.query);
  for (const name of filters) if (target[name] !== undefined) params.set(name, String(target[name]));
  return params;
}
