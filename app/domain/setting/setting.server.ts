import type { z } from "zod";
import { chinaDay } from "~/domain/calendar/days";
import type { Person } from "~/domain/kernel/actor";
import { refuse, type Result } from "~/domain/kernel/refusal";
import { now } from "~/platform/clock";
import type { settingForm } from "./form";
import { may } from "./policy";
import {
  countingOn,
  inOrder,
  isSetting,
  settingNames,
  settings,
  valueOn,
  type SettingName,
  type Word,
} from "./setting";
import * as store from "./store.server";

/** What was said about all settings: for what goes by the value of an earlier day. */
export function wordsOnSettings(): Promise<Word[]> {
  return store.words();
}

/** The value of every setting today. */
export async function valuesNow(): Promise<(name: SettingName) => number> {
  const [words, today] = [await store.words(), chinaDay(now())];
  return (name) => valueOn(words, name, today);
}

/** The value of one setting today. */
export async function valueNow(name: SettingName): Promise<number> {
  return valueOn(await store.words(name), name, chinaDay(now()));
}

/** Every setting as it counts today, with what comes next; null: not for this person. */
export async function readSettings(actor: Person) {
  if (!may(actor, "see")) return null;
  const [words, today] = [await store.words(), chinaDay(now())];
  return settingNames.map((name) => describe(words, name, today));
}

/** One setting with every word that was said about it, newest first; null where there is none of that name. */
export async function readSetting(actor: Person, name: string | undefined) {
  if (!may(actor, "see") || !isSetting(name)) return null;
  const [words, today] = [await store.words(name), chinaDay(now())];
  return { ...describe(words, name, today), today, version: words.at(-1)?.version ?? 0, words: words.toReversed() };
}

function describe(words: readonly Word[], name: SettingName, today: string) {
  const counting = countingOn(words, name, today) ?? null;
  return {
    name,
    ...settings[name],
    shipped: settings[name].value,
    value: valueOn(words, name, today),
    counting,
    ahead: inOrder(words, name).filter(({ inForce }) => inForce > today),
  };
}

type Sent = z.output<ReturnType<typeof settingForm>>;

/** Says what a setting is from some day on. Refused as a conflict where somebody has changed it since the page was made. */
export async function changeSetting(
  actor: Person,
  name: string | undefined,
  { seen, value, source, inForce }: Sent,
): Promise<Result<SettingName>> {
  if (!may(actor, "change")) return refuse("forbidden");
  if (!isSetting(name)) return refuse("not_found");
  const word = { name, version: seen + 1, value, source, inForce, changedById: actor.id, changedAt: now() };
  return store.say(word, seen);
}
