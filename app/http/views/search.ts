import { countyOptions } from "~/domain/place/places.server";
import { find } from "~/domain/catalogue/finding.server";
import { pageNumber, pageSize } from "~/domain/kernel/page";
import type { Locale } from "~/domain/kernel/locale";
import { searchQueryOf } from "~/http/machine/search-query";

async function countyNames(locale: Locale): Promise<Map<string, string>> {
  return new Map((await countyOptions(locale)).map(({ value, label }) => [value, label]));
}

/** The search page: a wrong filter is passed over, as people mend addresses by hand. */
export async function readSearch(locale: Locale, params: URLSearchParams) {
  const asked = new URLSearchParams(params);
  const first = searchQueryOf(asked);
  if (!first.ok) for (const name of first.wrong) asked.delete(name);
  const query = searchQueryOf(asked);
  const number = pageNumber(params.get("page"));
  const { q, kind, function: fn, place, year, state } = query.ok ? query.value : { q: "" };
  const filters = { kind, function: fn, place, year, state };
  const found = await find({ text: q, locale, ...filters, limit: pageSize, offset: (number - 1) * pageSize });
  const places = await countyNames(locale);
  return {
    ...found,
    facets: { ...found.facets, place: found.facets.place.filter(({ value }) => places.has(value) || value === place) },
    places: Object.fromEntries(places),
    number,
    size: pageSize,
    filtered: Object.values(filters).some((value) => value !== undefined),
  };
}
