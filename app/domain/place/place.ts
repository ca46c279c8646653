import { z } from "zod";
import { localized } from "~/domain/kernel/localized";
import type { Localized } from "~/domain/kernel/locale";

/** How a spelling came about. `related` is no name of the place but leads to it: a clan, a person, a street. */
export const spellingKinds = ["historic", "portuguese", "english", "alias-han", "pinyin", "related"] as const;

const spelling = z.object({ text: z.string(), kind: z.enum(spellingKinds), mark: z.string() });

/** One place as it stands in prisma/content/places.json. */
export const placeSchema = z.object({
  slug: z.string().regex(/^[a-z0-9-]+$/),
  code: z.string().nullable(),
  type: z.string(),
  parent: z.string().nullable(),
  outside: localized.optional(),
  names: localized,
  pinyin: z.string(),
  readings: z.array(z.string()),
  jyutping: z.string(),
  spellings: z.array(spelling),
  unconfirmed: z.boolean(),
  notes: localized.nullable(),
  /** Words by which people ask for it and which nothing that is shown of it has. */
  searchWords: z.array(z.string()).optional(),
  entry: z.string().optional(),
});

export type Place = z.infer<typeof placeSchema>;

const hanNames = z.object({ "zh-Hans": z.string(), "zh-Hant": z.string() });

/** The towns and villages as they stand in prisma/content/places-villages.json. */
export const villagesSchema = z.object({
  towns: z.array(
    z.object({
      code: z.string(),
      parent: z.string(),
      slug: z.string(),
      names: hanNames,
      pinyin: z.string(),
      jyutping: z.string(),
    }),
  ),
  villages: z.array(
    z.object({
      code: z.string(),
      parent: z.string(),
      "zh-Hans": z.string(),
      "zh-Hant": z.string(),
      pinyin: z.string(),
      jyutping: z.string(),
      suffix: z.enum(["village", "community"]),
    }),
  ),
});

/** Toned pinyin as a name in Latin letters: "heng pí" becomes "Hengpi". */
export function latinName(pinyin: string): string {
  const plain = pinyin
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/(?<=[a-z]) (?=[aeo])/g, "'")
    .replace(/[^a-z']/g, "");
  return plain.slice(0, 1).toUpperCase() + plain.slice(1);
}

/** The names of a place that has no listed ones but its Chinese: Latin letters follow Mandarin, as on signs. */
export function namesFrom(hans: string, hant: string, pinyin: string): Localized {
  const latin = latinName(pinyin);
  return { "zh-Hans": hans, "zh-Hant": hant, en: latin, pt: latin };
}

/**
 * Whether people come from there: the list of divisions also has rows that stand for nobody's home, such as those by
 * which statistics count whoever lives in no village (虚拟), and a prison.
 */
export function isSettlement(hans: string): boolean {
  return !/虚拟|监狱/.test(hans);
}

/** What a list shows of a place. */
export type PlaceCard = Pick<Place, "slug" | "type" | "names">;

/** The seven counties, cities and districts of Jiangmen, in official order. */
export const counties = ["pengjiang", "jianghai", "xinhui", "taishan", "kaiping", "heshan", "enping"] as const;

/** Weight of a place in a search: a county stands before a village of the same name. */
export function weightOf(type: string): number {
  if (type === "city" || type === "region") return 1;
  if (type === "district" || type === "county-level-city") return 0.95;
  if (type === "village" || type === "community") return 0.2;
  return type === "town" || type === "subdistrict" ? 0.7 : 0.6;
}
