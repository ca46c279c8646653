import { holds, organisationsOf, type Actor } from "~/domain/kernel/actor";
import { handled, possible, type Suggestion, type Verb } from "./suggestion";

export type Act = Verb | "submit" | "read" | "list_own" | "list_all" | "list_handled" | "list_assigned";

type Subject = Pick<Suggestion, "authorId" | "unitSlug" | "state" | "publishable" | "publishedAt">;

const authors: readonly Act[] = ["read", "revise", "withdraw", "rate"];
const committees: readonly Act[] = ["read", "take", "return", "refuse", "assign", "publish", "unpublish"];
const supervisors: readonly Act[] = ["read", "supervise"];
const units: readonly Act[] = ["read", "accept", "ask_back", "reply"];

/**
 * Whether the actor may do this to the suggestion, its state left aside. The author alone rates. Nobody reviews,
 * assigns, answers or publishes their own, and staff of the handling unit do not rate what their unit replied.
 */
export function may(actor: Actor, act: Act, subject: Subject | null): boolean {
  if (!actor) return false;
  if (act === "submit" || act === "list_own") return holds(actor, "member");
  if (act === "list_all") return holds(actor, "committee");
  if (act === "list_handled") return holds(actor, "supervision");
  if (act === "list_assigned") return holds(actor, "unit");
  if (!subject) return false;
  const handles = subject.unitSlug !== null && organisationsOf(actor, "unit").includes(subject.unitSlug);
  const author = holds(actor, "member") && subject.authorId === actor.id;
  if (author && authors.includes(act) && !(act === "rate" && handles)) return true;
  if (subject.authorId === actor.id && act !== "read") return false;
  if (holds(actor, "committee") && committees.includes(act) && subject.state !== "withdrawn") return true;
  if (holds(actor, "supervision") && supervisors.includes(act) && handled.includes(subject.state)) return true;
  return handles && units.includes(act);
}

/** What the actor may do to it now, for the page that shows it. */
export function permitted(actor: Actor, subject: Subject): Record<Verb, boolean> {
  const can = (verb: Verb) => may(actor, verb, subject) && possible[verb].includes(subject.state);
  return {
    take: can("take"),
    return: can("return"),
    refuse: can("refuse"),
    revise: can("revise"),
    withdraw: can("withdraw"),
    assign: can("assign"),
    accept: can("accept"),
    ask_back: can("ask_back"),
    supervise: can("supervise"),
    reply: can("reply"),
    rate: can("rate"),
    publish: can("publish") && subject.publishable && !subject.publishedAt,
    unpublish: can("unpublish") && Boolean(subject.publishedAt),
  };
}

/** Whose suggestions an actor sees, for the query: their own, all, those of their units, or those that are handled. */
export function scopeOf(actor: Actor): { authorId?: string; units?: string[]; all: boolean; handled: boolean } {
  return {
    ...(actor && holds(actor, "member") ? { authorId: actor.id } : {}),
    units: organisationsOf(actor, "unit"),
    all: holds(actor, "committee"),
    handled: holds(actor, "supervision"),
  };
}
