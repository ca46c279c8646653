import { kinds, type Kind } from "~/domain/finding/document";

/** What can be followed: what a search finds, or one record. */
export type Target =
  | { what: "search"; query: string; kind?: string; function?: string; place?: string; year?: number; state?: string }
  | { what: "record"; kind: Kind; slug: string };

const filters = ["kind", "function", "place", "year", "state"] as const;

/**
 * The target that the parameters of an address name: `record=<kind>:<slug>`, or the words and filters of a search. Null
 * when it is neither: everything at once cannot be followed.
 */
export function targetOf(params: URLSearchParams): Target | null {
  const record = params.get("record");
  if (record !== null) {
    const [name = "", slug = ""] = record.split(/:(.*)/s);
    const kind = kinds.find((one) => one === name);
    return kind && /^[\w.-]{1,120}$/.test(slug) ? { what: "record", kind, slug } : null;
  }
  const query = [...(params.get("q") ?? "").toWellFormed()].slice(0, 200).join("").trim();
  const chosen = filters.flatMap((name) => {
    const value = params.get(name);
    return value && (name === "year" ? /^\d{4}$/ : /^[\w-]{1,80}$/).test(value) ? [[name, value] as const] : [];
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
