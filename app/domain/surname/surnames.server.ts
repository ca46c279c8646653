import * as store from "./store.server";
import { cardOf, spellingsOf, type Surname, type SurnameCard } from "./surname";

/** Every family name, in the order of its Mandarin reading. */
export async function surnameCards(): Promise<SurnameCard[]> {
  return (await store.everything()).map(cardOf);
}

/** Every family name, for the index of the search. */
export function allSurnames(): Promise<Surname[]> {
  return store.everything();
}

/** A family name, and the others that some families spell alike: "Ng" is 吴 to one and 伍 to another. */
export async function readSurname(slug: string): Promise<{ surname: Surname; alike: SurnameCard[] } | null> {
  const all = await store.everything();
  const surname = all.find((one) => one.slug === slug);
  if (!surname) return null;
  const own = new Set(spellingsOf(surname));
  const alike = all.filter((one) => one !== surname && spellingsOf(one).some((text) => own.has(text)));
  return { surname, alike: alike.map(cardOf) };
}

/** The families that a place is known by. */
export async function familiesOf(place: string): Promise<SurnameCard[]> {
  return (await store.everything()).filter(({ places }) => places.includes(place)).map(cardOf);
}

/** Takes in all family names of the first content. */
export function loadSurnames(listed: unknown): Promise<void> {
  return store.replaceAll(listed);
}
