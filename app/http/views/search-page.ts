import { paramsOf, searchOf } from "~/domain/following/target";
import type { Locale } from "~/domain/kernel/locale";
import { named } from "./following";
import { readSearch } from "./search";
import { languagesOf } from "./suggestions";

/**
 * The search page: of what its address says that alone which a search can be followed by too. Each hit with its language
 * where it stands in one only, and the parameters under which all is followed: null where it cannot be.
 */
export async function readSearchPage(locale: Locale, params: URLSearchParams) {
  const search = searchOf(params);
  const sought = search ? paramsOf(search) : new URLSearchParams();
  const asked = new URLSearchParams(sought);
  const page = params.get("page");
  if (page !== null) asked.set("page", page);
  const found = await readSearch(locale, asked);
  const languages = await languagesOf(found.hits);
  return {
    ...found,
    hits: found.hits.map((hit) => ({ ...hit, language: languages.get(hit.slug) ?? null })),
    followedAs: search && (await named(search, locale)) ? sought.toString() : null,
  };
}
