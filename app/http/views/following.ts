import { recordNow } from "~/domain/catalogue/newest.server";
import { readFollowing } from "~/domain/following/following.server";
import { paramsOf, type Target } from "~/domain/following/target";
import type { Locale } from "~/domain/kernel/locale";
import { placeCards } from "~/domain/place/places.server";
import { href, recordHref } from "~/paths";

/** What is followed, as a page shows it: its kind or filters to be named, its words or title, its address. */
export type Named = {
  record: string | null;
  title: string;
  filters: { name: "kind" | "function" | "state" | "place" | "year"; value: string }[];
  path: string;
};

/** A target by name; null when it is a record that is not public. */
export async function named(target: Target, locale: Locale): Promise<Named | null> {
  if (target.what === "record") {
    const found = await recordNow(target.kind, target.slug);
    const path = recordHref(locale, target.kind, target.slug);
    return found && { record: found.kind, title: found.names[locale], filters: [], path };
  }
  const { query, what: _, ...filters } = target;
  const [place] = filters.place ? await placeCards([filters.place]) : [];
  const chosen = (["kind", "function", "place", "year", "state"] as const).flatMap((name) => {
    const value = filters[name];
    return value === undefined
      ? []
      : [{ name, value: name === "place" ? (place?.names[locale] ?? "") : String(value) }];
  });
  return { record: null, title: query, filters: chosen, path: `${href(locale, "search")}?${paramsOf(target)}` };
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
