import { z } from "zod";
import type { Localized } from "~/domain/kernel/locale";

/** Where families spell their name so: by the habit of a place's registries, or as the Four Counties' families abroad do. */
export const uses = ["hong-kong", "macao", "four-counties", "south-east-asia"] as const;

/** One family name as it stands in prisma/content/surnames.json. */
export const surnameSchema = z.object({
  slug: z.string().regex(/^[a-z-]+$/),
  names: z.object({ "zh-Hans": z.string(), "zh-Hant": z.string() }),
  /** Toned, syllables apart. */
  pinyin: z.string(),
  jyutping: z.string(),
  spellings: z.array(z.object({ text: z.string(), used: z.enum(uses) })).min(1),
  /** Slugs of the halls, houses and places that this family is known by. */
  places: z.array(z.string()),
});

export type Surname = z.infer<typeof surnameSchema>;

/** What a list shows of a family name. */
export type SurnameCard = Pick<Surname, "slug" | "names"> & { spellings: string[] };

/** Every spelling once, in the order in which they are listed. */
export function spellingsOf({ spellings }: Surname): string[] {
  return [...new Set(spellings.map(({ text }) => text))];
}

/** Whether families of these counties spell their name so, rather than those of the same name from elsewhere. */
export function isOfHere({ spellings }: Surname, text: string): boolean {
  return spellings.some((one) => one.text === text && one.used !== "south-east-asia");
}

export function cardOf(surname: Surname): SurnameCard {
  return { slug: surname.slug, names: surname.names, spellings: spellingsOf(surname) };
}

/** The name in each language: in Latin letters first as Hong Kong writes it, in Portuguese as Macao does. */
export function namesOf({ names, spellings }: Surname): Localized {
  const as = (use: (typeof uses)[number]) =>
    (spellings.find(({ used }) => used === use) ?? spellings[0])?.text ?? names["zh-Hant"];
  return { ...names, en: `${as("hong-kong")} (${names["zh-Hant"]})`, pt: `${as("macao")} (${names["zh-Hant"]})` };
}
