import { countyOptions, placeCards } from "~/domain/place/places.server";
import { find } from "~/domain/catalogue/finding.server";
import { pageNumber, pageSize } from "~/domain/kernel/page";
import type { Locale } from "~/domain/kernel/locale";
import { searchQueryOf } from "~/http/machine/search-query";
import type { Count } from "~/platform/search/engine";

/** The names under which places are offered to narrow by: the counties, and the place that is in force. */
async function placeNames(locale: Locale, inForce: string | undefined): Promise<Map<string, string>> {
  const counties = await countyOptions(locale);
  const names = new Map(counties.map(({ value, label }) => [value, label]));
  const [card] = inForce === undefined || names.has(inForce) ? [] : await placeCards([inForce]);
  return card ? names.set(card.slug, card.names[locale]) : names;
}

/** What a list can be narrowed by: where a value is in force, that one alone, so that it can be taken off. */
function choices(counts: Count[], inForce: string | number | undefined): Count[] {
  if (inForce === undefined) return counts;
  const value = String(inForce);
  return [counts.find((one) => one.value === value) ?? { value, count: 0 }];
}

/** The search page: a wrong filter is passed over, as people mend addresses by hand, and a page past the last is the last. */
export async function readSearch(locale: Locale, params: URLSearchParams) {
  const asked = new URLSearchParams(params);
  const first = searchQueryOf(asked);
  if (!first.ok) for (const name of first.wrong) asked.delete(name);
  const query = searchQueryOf(asked);
  const { q, kind, function: fn, place, year, state } = query.ok ? query.value : { q: "" };
  const filters = { kind, function: fn, place, year, state };
  const read = (page: number) => find({ text: q, locale, ...filters, limit: pageSize, offset: (page - 1) * pageSize });
  const wanted = pageNumber(params.get("page"));
  const there = await read(wanted);
  const last = Math.max(1, Math.ceil(there.total / pageSize));
  const number = there.hits.length === 0 ? Math.min(wanted, last) : wanted;
  const found = number === wanted ? there : await read(number);
  const { facets } = found;
  const places = await placeNames(locale, place);
  const counties = facets.place.filter(({ value }) => places.has(value));
  return {
    ...found,
    facets: {
      kind: choices(facets.kind, kind),
      function: choices(facets.function, fn),
      place: choices(counties, place),
      year: choices(facets.year, year),
      state: choices(facets.state, state),
    },
    places: Object.fromEntries(places),
    number,
    size: pageSize,
    filtered: Object.values(filters).some((value) => value !== undefined),
  };
}
