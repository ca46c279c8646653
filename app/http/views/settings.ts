import type { Person } from "~/domain/kernel/actor";
import { personById } from "~/domain/person/person.server";
import { groups } from "~/domain/setting/setting";
import { readSetting, readSettings } from "~/domain/setting/setting.server";

/** All settings in their groups, with the names of those who set them. */
export async function readSettingsPage(actor: Person) {
  const all = await readSettings(actor);
  if (!all) return null;
  const names = await namesOf(all.map(({ counting }) => counting));
  return { groups: groups.map((group) => ({ group, items: all.filter((one) => one.group === group) })), names };
}

/** One setting with all that was said about it, and the names of those who did. */
export async function readSettingPage(actor: Person, name: string | undefined) {
  const found = await readSetting(actor, name);
  return found && { ...found, names: await namesOf(found.words) };
}

async function namesOf(words: ({ changedById: string } | null)[]): Promise<Record<string, string>> {
  const ids = [...new Set(words.flatMap((word) => word?.changedById ?? []))];
  const people = await Promise.all(ids.map(personById));
  return Object.fromEntries(people.flatMap((one) => (one ? [[one.id, one.name]] : [])));
}
