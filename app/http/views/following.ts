import { recordNow } from "~/domain/catalogue/newest.server";
import { readFollowing } from "~/domain/following/following.server";
import { paramsOf, type Target } from "~/domain/following/target";
import type { Locale } from "~/domain/kernel/locale";
import { placeCards } from "~/domain/place/places.server";
import { href, recordHref } from "~/paths";
import { words } from "~/platform/i18n/i18n";
import { languagesOf } from "./suggestions";

/** What is followed, as a page shows it: its kind, its words or title, the filters by name, its address. */
export type Named = {
  record: string | null;
  title: string;
  /** Of a title that stands in one language only. */
  language: Locale | null;
  filters: string[];
  path: string;
};

/** A target by name; null when it is a record that is not public, or in a place that there is not. */
export async function named(target: Target, locale: Locale): Promise<Named | null> {
  if (target.what === "record") {
    const found = await recordNow(target.kind, target.slug);
    if (!found) return null;
    const language = (await languagesOf([found])).get(found.slug) ?? null;
    const path = recordHref(locale, target.kind, target.slug);
    return { record: found.kind, title: found.names[locale], language, filters: [], path };
  }
  const { query, kind, function: fn, place, year, state } = target;
  const [there] = place ? await placeCards([place]) : [];
  if (place && !there) return null;
  const t = words(locale, "common");
  const filters = [
    kind ? t(`kind.${kind}`) : null,
    fn ? t(`function.${fn}`) : null,
    there ? there.names[locale] : null,
    year ? String(year) : null,
    state ? t(`state.${state}`) : null,
  ].filter((one) => one !== null);
  const path = `${href(locale, "search")}?${paramsOf(target)}`;
  return { record: null, title: query, language: null, filters, path };
}

/** All that the holder of a token follows; null: nothing any more, or no such token. */
export async function readFollowingPage(token: string, locale: Locale) {
  const found = await readFollowing(token);
  if (!found) return null;
  const follows = await Promise.all(
    found.follows.map(async ({ id, confirmed, target }) => ({
      id,
      confirmed,
      named: target && (await named(target, locale)),
    })),
  );
  return { schedule: found.wish, follows };
}
