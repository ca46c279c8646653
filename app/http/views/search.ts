import { countyOptions } from "~/domain/place/places.server";
import { find } from "~/domain/catalogue/finding.server";
import { paramsOf, searchOf, type Search } from "~/domain/following/target";
import { pageNumber, pageSize } from "~/domain/kernel/page";
import type { Locale } from "~/domain/kernel/locale";
import { named } from "./following";
import { languagesOf } from "./suggestions";

const everything: Search = { what: "search", query: "" };

async function countyNames(locale: Locale): Promise<Map<string, string>> {
  return new Map((await countyOptions(locale)).map(({ value, label }) => [value, label]));
}

/** The search page, with the parameters under which the search can be followed: null where it cannot. */
export async function readSearch(locale: Locale, params: URLSearchParams) {
  const search = searchOf(params);
  const { query: text, what: _, ...filters } = search ?? everything;
  const { place } = filters;
  const number = pageNumber(params.get("page"));
  const found = await find({ text, locale, ...filters, limit: pageSize, offset: (number - 1) * pageSize });
  const [places, languages] = await Promise.all([countyNames(locale), languagesOf(found.hits)]);
  return {
    ...found,
    hits: found.hits.map((hit) => ({ ...hit, language: languages.get(hit.slug) ?? null })),
    followedAs: search && (await named(search, locale)) ? paramsOf(search).toString() : null,
    facets: { ...found.facets, place: found.facets.place.filter(({ value }) => places.has(value) || value === place) },
    places: Object.fromEntries(places),
    number,
    size: pageSize,
    filtered: Object.keys(filters).length > 0,
  };
}
