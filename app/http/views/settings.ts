import type { Person } from "~/domain/kernel/actor";
import { namesOf } from "~/domain/person/person.server";
import { groups } from "~/domain/setting/setting";
import { readSetting, readSettings } from "~/domain/setting/setting.server";

/** All settings in their groups, with the names of those who set them. */
export async function readSettingsPage(actor: Person) {
  const all = await readSettings(actor);
  if (!all) return null;
  const names = await namesOf(all.map(({ counting }) => counting?.changedById));
  return { groups: groups.map((group) => ({ group, items: all.filter((one) => one.group === group) })), names };
}

/** One setting with all that was said about it, and the names of those who did. */
export async function readSettingPage(actor: Person, name: string | undefined) {
  const found = await readSetting(actor, name);
  return found && { ...found, names: await namesOf(found.words.map(({ changedById }) => changedById)) };
}
