import { holds, type Actor, type Role } from "~/domain/kernel/actor";
import { locales, type Locale } from "~/domain/kernel/locale";
import { checkersOf, gapsOf, handsOf, possible, type Draft, type Happened, type Verb } from "./draft";

export const acts = [
  "list",
  "read",
  "begin",
  "withdraw",
  "write",
  "describe",
  "submit",
  "recall",
  "drop",
  "revive",
  "return",
  "pass",
  "publish",
] as const;
export type Act = (typeof acts)[number];

/** The roles that drafts are open to. */
export const desk = ["editor", "translator", "reviewer"] as const satisfies Role[];

type Subject = { draft: Pick<Draft, "source" | "state">; events: readonly Happened[] };
const editorial: readonly Act[] = ["begin", "withdraw", "describe", "submit", "recall", "drop", "revive"];
const checking: readonly Act[] = ["return", "pass", "publish"];

/**
 * Whether the actor may do this to the draft, its state left aside. Translators write what is a translation. A reviewer
 * checks nothing that they had a hand in, and passes a draft once: the three checks are three people's.
 */
export function may(actor: Actor, act: Act, subject: Subject | null, language?: Locale): boolean {
  if (!actor) return false;
  const is = (role: (typeof desk)[number]) => holds(actor, role);
  if (act === "list" || act === "read") return desk.some(is);
  if (editorial.includes(act)) return is("editor");
  if (!subject) return false;
  const { draft, events } = subject;
  if (act === "write") return is("editor") || (is("translator") && language !== undefined && language !== draft.source);
  if (!checking.includes(act) || !is("reviewer") || handsOf(events).includes(actor.id)) return false;
  return act === "return" || !checkersOf(events).includes(actor.id);
}

/** What the actor may do to it now, for the page that shows it. */
export function permitted(
  actor: Actor,
  subject: Subject,
): Record<Exclude<Verb, "write">, boolean> & { write: Locale[] } {
  const open = (verb: Verb) => possible[verb].includes(subject.draft.state);
  const can = (verb: Exclude<Verb, "write">) => open(verb) && may(actor, verb, subject);
  return {
    write: open("write") ? locales.filter((language) => may(actor, "write", subject, language)) : [],
    describe: can("describe"),
    submit: can("submit"),
    recall: can("recall"),
    drop: can("drop"),
    revive: can("revive"),
    return: can("return"),
    pass: can("pass"),
    publish: can("publish"),
  };
}

/** Whether a draft waits for this person: for their check, for an editor to go on with it, for a translation that it lacks. */
export function waitsFor(actor: Actor, subject: { draft: Draft; events: readonly Happened[] }): boolean {
  const can = permitted(actor, subject);
  const lacks = gapsOf(subject.draft, subject.events).map((gap) => ("language" in gap ? gap.language : null));
  return can.pass || can.publish || can.submit || can.write.some((language) => lacks.includes(language));
}
