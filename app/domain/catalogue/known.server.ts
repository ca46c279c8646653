import { z } from "zod";
import { kinds, type Kind, type SearchDocument } from "~/domain/finding/document";
import { offersFor, readyToOffer, type Offer, type Offering } from "~/domain/finding/device/offers";
import { packNames, unpackNames } from "~/domain/finding/device/packed";
import { buildNames, type NameIndex } from "~/domain/finding/names";
import { engine } from "~/platform/search/choose";

const document = z.custom<SearchDocument>((value) => typeof value === "object" && value !== null && "lines" in value);

/** The documents under these keys, in this version; those that an older one left are passed over until the index is built anew. */
export async function documentsBy(keys: string[]): Promise<SearchDocument[]> {
  const found = keys.length === 0 ? [] : await engine().byKeys(keys);
  return found.flatMap((one) => document.safeParse(one).data ?? []);
}

/** Kinds that are looked for by name: few, and held in memory. */
const namedKinds = kinds.filter((kind) => kind !== "suggestion" && kind !== "figure");
/** Of these there may be very many: they are found by what is written in them, and only the weightiest also by name. */
const mostOfMany = 300;
const few: ReadonlySet<Kind> = new Set(namedKinds.filter((kind) => kind !== "proposal" && kind !== "project"));
let names: Promise<NameIndex> | undefined;
let offering: Promise<Offering> | undefined;

/** The next search reads the names anew: public content changed. */
export function forgetNames(): void {
  names = undefined;
  offering = undefined;
}

async function readNames(): Promise<NameIndex> {
  const lists = await Promise.all(
    namedKinds.map((kind) =>
      engine().candidates({ groups: [], filters: { kind }, limit: few.has(kind) ? 3000 : mostOfMany }),
    ),
  );
  const keys = lists.flatMap(({ best }) => best.map(({ key }) => key));
  return buildNames((await documentsBy(keys)).toSorted((one, other) => (one.key < other.key ? -1 : 1)));
}

/** All that is known by name, as it stands now. */
export function searchNames(): Promise<NameIndex> {
  names ??= readNames().catch((error: unknown) => {
    names = undefined;
    throw error;
  });
  return names;
}

/** Of all that are not places, so many at most: what every reader fetches must stay small. */
const mostPacked = 300;

/** The names that devices keep to offer them while somebody types: public things only, for everybody the same. */
export async function packedNames(): Promise<string> {
  const { documents } = await searchNames();
  const places = documents.filter(({ kind }) => kind === "place");
  const others = documents.filter(({ kind }) => kind !== "place").toSorted((one, other) => other.weight - one.weight);
  return packNames([...places, ...others.slice(0, mostPacked)]);
}

/** Names that a person may mean who has typed this much. */
export async function offerNames(text: string, limit: number): Promise<Offer[]> {
  offering ??= packedNames()
    .then((packed) => readyToOffer(unpackNames(packed)))
    .catch((error: unknown) => {
      offering = undefined;
      throw error;
    });
  return offersFor(await offering, text, limit);
}
