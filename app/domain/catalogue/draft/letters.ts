import type { Person } from "~/domain/kernel/actor";
import { isLocale, type Locale } from "~/domain/kernel/locale";
import { handsOf, possible, type Draft, type Happened } from "./draft";
import { may } from "./policy";

/** Somebody who works on drafts, and in which roles. */
export type Reader = Person & { email: string; locale: string };

/** The steps that somebody else is told of. */
export const telling: readonly Happened["verb"][] = ["submit", "return", "pass", "publish"];

/**
 * The letters after a step, as the outbox takes them, with a number and a link alone: to whoever may take the next check, and, of what came
 * back or was published, to those who had a hand in it. Nobody is told of what they did themselves.
 */
export function lettersAfter(next: Draft, events: readonly Happened[], readers: readonly Reader[], portal: string) {
  const { verb, actorId } = events.at(-1) ?? { verb: null, actorId: "" };
  const hands = handsOf(events);
  const template = verb === "return" ? "draft_back" : verb === "publish" ? "draft_published" : "draft_turn";
  const turn = (["pass", "publish"] as const).find((one) => possible[one].includes(next.state));
  const isTold = (reader: Reader) => {
    if (reader.id === actorId) return false;
    if (verb === "return" || verb === "publish") return hands.includes(reader.id);
    return turn !== undefined && may(reader, turn, { draft: next, events });
  };
  return readers.filter(isTold).map((reader) => letterTo(reader, next, template, portal));
}

function letterTo(
  { id, email, locale: known }: Reader,
  { reference, version }: Draft,
  template: string,
  portal: string,
) {
  const locale: Locale = isLocale(known) ? known : "zh-Hans";
  return {
    dedupeKey: `${reference}:${version}:${template}:${id}`,
    recipient: email,
    locale,
    template,
    params: { reference, link: `${portal}/${locale}/editor/drafts/${reference}` },
  };
}
