import { toString } from "qrcode";
import { readEntry, entriesConcerning, type EntryView } from "~/domain/catalogue/entries.server";
import type { EntryCard, EntryKind } from "~/domain/catalogue/entry";
import { figuresOf } from "~/domain/figure/figures.server";
import type { Figure } from "~/domain/figure/figure";
import type { PlaceCard } from "~/domain/place/place";
import { placeCards, readPlace, type PlaceView } from "~/domain/place/places.server";
import type { Surname, SurnameCard } from "~/domain/surname/surname";
import { familiesOf, readSurname } from "~/domain/surname/surnames.server";
import type { Locale } from "~/domain/kernel/locale";
import { recordHref } from "~/paths";
import { env } from "~/platform/env";

export type EntryPage = Omit<EntryView, "places" | "updatedAt"> & {
  places: PlaceCard[];
  figures: Figure[];
  updatedAt: string;
  address: string;
  qr: string;
};

/** An entry's page: the entry, what hangs on it, its address to share and that address as a QR code. */
export async function readEntryPage(locale: Locale, kind: EntryKind, slug: string): Promise<EntryPage | null> {
  const view = await readEntry(locale, kind, slug);
  if (!view) return null;
  const address = env().BASE_URL + recordHref(locale, kind, slug);
  const [places, figures, qr] = await Promise.all([
    placeCards(view.places),
    figuresOf(view.entry.figures),
    qrOf(address),
  ]);
  return { ...view, updatedAt: view.updatedAt.toISOString(), places, figures, address, qr };
}

export type PlacePage = PlaceView & {
  entries: EntryCard[];
  more: boolean;
  families: SurnameCard[];
  address: string;
  qr: string;
};

/** A place's page: its names, where it lies, what lies in it, what the portal has on it. */
export async function readPlacePage(locale: Locale, slug: string): Promise<PlacePage | null> {
  const view = await readPlace(slug);
  if (!view) return null;
  const address = env().BASE_URL + recordHref(locale, "place", slug);
  const inside = view.children.length <= 60 ? view.children.map((child) => child.slug) : [];
  const [concerning, families, qr] = await Promise.all([
    entriesConcerning(locale, [slug, ...inside]),
    familiesOf(slug),
    qrOf(address),
  ]);
  return { ...view, ...concerning, families, address, qr };
}

export type SurnamePage = {
  surname: Surname;
  alike: SurnameCard[];
  places: PlaceCard[];
  entries: EntryCard[];
  address: string;
  qr: string;
};

/** A family name's page: how families spell it, who spells theirs alike, the places it is known by and what is on them. */
export async function readSurnamePage(locale: Locale, slug: string): Promise<SurnamePage | null> {
  const view = await readSurname(slug);
  if (!view) return null;
  const address = env().BASE_URL + recordHref(locale, "surname", slug);
  const own = view.surname.places;
  const [places, { entries }, qr] = await Promise.all([placeCards(own), entriesConcerning(locale, own), qrOf(address)]);
  return { ...view, places, entries, address, qr };
}

/** An address as a QR code. */
export function qrOf(address: string): Promise<string> {
  return toString(address, { type: "svg", margin: 1, errorCorrectionLevel: "M" });
}
