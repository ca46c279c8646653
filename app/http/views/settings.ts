import type { Person } from "~/domain/kernel/actor";
import { namesOf } from "~/domain/person/person.server";
import { groups } from "~/domain/setting/setting";
import { readNotice, readNotices } from "~/domain/setting/notice/notices.server";
import { readSetting, readSettings } from "~/domain/setting/setting.server";

/** All settings in their groups, with the names of those who set them. */
export async function readSettingsPage(actor: Person) {
  const [all, notices] = [await readSettings(actor), await readNotices(actor)];
  if (!all || !notices) return null;
  const names = await namesOf([...all, ...notices].map(({ counting }) => counting?.changedById));
  return {
    groups: groups.map((group) => ({ group, items: all.filter((one) => one.group === group) })),
    notices,
    names,
  };
}

/** One setting with all that was said about it, and the names of those who did. */
export async function readSettingPage(actor: Person, name: string | undefined) {
  const found = await readSetting(actor, name);
  return found && { ...found, names: await namesOf(found.words.map(({ changedById }) => changedById)) };
}

/** One notice with all that was said about it, and the names of those who did. */
export async function readNoticePage(actor: Person, name: string | undefined) {
  const found = await readNotice(actor, name);
  return found && { ...found, names: await namesOf(found.words.map(({ changedById }) => changedById)) };
}
