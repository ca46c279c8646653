import type { z } from "zod";
import { chinaDay } from "~/domain/calendar/days";
import type { Person } from "~/domain/kernel/actor";
import type { Locale } from "~/domain/kernel/locale";
import { refuse, type Result } from "~/domain/kernel/refusal";
import { now } from "~/platform/clock";
import { may } from "../policy";
import { countingOn, inOrder } from "../setting";
import { textsIn, type noticeForm } from "./form";
import { isNotice, noticeNames, type NoticeName, type NoticeWord } from "./notice";
import * as store from "./store.server";

/** What the notice on a form says today; null: none stands there. */
export async function noticeOn(name: NoticeName, locale: Locale): Promise<string | null> {
  const words = await store.words(name);
  return countingOn(words, name, chinaDay(now()))?.texts?.[locale] ?? null;
}

/** Every notice as it counts today, with what comes next; null: not for this person. */
export async function readNotices(actor: Person) {
  if (!may(actor, "see")) return null;
  const [words, today] = [await store.words(), chinaDay(now())];
  return noticeNames.map((name) => describe(words, name, today));
}

/** One notice with every word that was said about it, newest first; null where there is none of that name. */
export async function readNotice(actor: Person, name: string | undefined) {
  if (!may(actor, "see") || !isNotice(name)) return null;
  const [words, today] = [await store.words(name), chinaDay(now())];
  return { ...describe(words, name, today), today, version: words.at(-1)?.version ?? 0, words: words.toReversed() };
}

function describe(words: readonly NoticeWord[], name: NoticeName, today: string) {
  const ahead = inOrder(words, name).filter(({ inForce }) => inForce > today);
  return { name, counting: countingOn(words, name, today) ?? null, ahead };
}

/** Says what a notice is from some day on. Refused as a conflict where somebody has changed it since the page was made. */
export async function changeNotice(
  actor: Person,
  name: string | undefined,
  sent: z.output<ReturnType<typeof noticeForm>>,
): Promise<Result<NoticeName>> {
  if (!may(actor, "change")) return refuse("forbidden");
  if (!isNotice(name)) return refuse("not_found");
  const { seen, source, inForce } = sent;
  const by = { changedById: actor.id, changedAt: now() };
  return store.say({ name, version: seen + 1, texts: textsIn(sent), source, inForce, ...by }, seen);
}
