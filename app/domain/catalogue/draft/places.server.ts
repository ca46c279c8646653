import { locales, type Locale } from "~/domain/kernel/locale";
import type { Place } from "~/domain/place/place";
import { allPlaces } from "~/domain/place/places.server";

/** The keys of places as an editor names them, by key or by a name that no other place has; null where one is not known. */
export async function placesNamed(lines: readonly string[]): Promise<string[] | null> {
  const { keys, byName } = namesOf(await allPlaces());
  const found = lines.map((line) => (keys.has(line) ? line : only(byName.get(line))));
  const known = found.flatMap((slug) => slug ?? []);
  return known.length === lines.length ? [...new Set(known)] : null;
}

/** How an editor names places in a language, by their keys: by name, or by key where others have that name. */
export async function placeNames(locale: Locale): Promise<(slug: string) => string> {
  const places = await allPlaces();
  const { byName } = namesOf(places);
  const bySlug = new Map(places.map((place) => [place.slug, place]));
  return (slug) => {
    const name = bySlug.get(slug)?.names[locale];
    return name !== undefined && only(byName.get(name)) === slug ? name : slug;
  };
}

function namesOf(places: readonly Place[]) {
  const byName = new Map<string, Set<string>>();
  for (const { slug, names } of places)
    for (const locale of locales) byName.set(names[locale], (byName.get(names[locale]) ?? new Set()).add(slug));
  return { keys: new Set(places.map(({ slug }) => slug)), byName };
}

function only(slugs: ReadonlySet<string> = new Set()): string | null {
  const [slug, ...more] = slugs;
  return slug !== undefined && more.length === 0 ? slug : null;
}
