import type { FunctionCode } from "~/domain/catalogue/entry";
import { chinaDay, monthsLater } from "~/domain/calendar/days";
import type { Locale } from "~/domain/kernel/locale";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { acceptanceDue, type Rules } from "./due";

/** The life of a suggestion (意见建议) of a member, from submission to a rated reply. */
export const states = [
  "submitted",
  "under_review",
  "returned",
  "not_taken",
  "assigned",
  "return_requested",
  "in_progress",
  "replied",
  "rehandling",
  "closed",
  "withdrawn",
] as const;
export type State = (typeof states)[number];

export const replyClasses = ["A", "B", "C", "D"] as const;
export type ReplyClass = (typeof replyClasses)[number];

export const ratings = ["satisfied", "basically_satisfied", "dissatisfied"] as const;
export type Rating = (typeof ratings)[number];

/** Why a suggestion is not taken up. From the rules for proposals of 2011, as far as they fit suggestions. */
export const refusalReasons = [
  "beyond_local_powers",
  "duplicate",
  "personal_matter",
  "in_litigation",
  "several_matters",
  "no_concrete_measure",
  "not_for_publication",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export type Suggestion = {
  id: string;
  reference: string;
  authorId: string;
  locale: Locale;
  title: string;
  matter: string;
  analysis: string;
  measures: string;
  function: FunctionCode;
  placeSlug: string | null;
  publishable: boolean;
  state: State;
  version: number;
  unitSlug: string | null;
  submittedAt: Date;
  assignedAt: Date | null;
  /** The last day of handling, as YYYY-MM-DD in China time. */
  dueOn: string | null;
  /** The last day for the unit to take it on or ask to give it back; null when neither is asked of it. */
  acceptBy: string | null;
  reply: { text: string; locale: Locale; class: ReplyClass; at: Date } | null;
  rating: Rating | null;
  publishedAt: Date | null;
};

export type Text = Pick<
  Suggestion,
  "title" | "matter" | "analysis" | "measures" | "function" | "placeSlug" | "publishable" | "locale"
>;

/** What somebody does to a suggestion. */
export type Command =
  | { verb: "take" }
  | { verb: "return"; words: string }
  | { verb: "refuse"; reason: RefusalReason; words: string }
  /** `shown` is the language in which the form asked for consent. */
  | { verb: "revise"; text: Text; shown?: Locale }
  | { verb: "withdraw" }
  | { verb: "assign"; unit: string; dueOn: string }
  | { verb: "accept" }
  | { verb: "ask_back"; words: string }
  /** 督办: the supervision office presses for the handling; nothing else changes. */
  | { verb: "supervise"; words: string }
  | { verb: "reply"; text: string; locale: Locale; class: ReplyClass }
  | { verb: "rate"; rating: Rating; words: string }
  | { verb: "publish" }
  | { verb: "unpublish" };
export type Verb = Command["verb"];

const answered: State[] = ["replied", "rehandling", "closed"];

/** What is, or was, with a handling unit. */
export const handled: readonly State[] = ["assigned", "return_requested", "in_progress", ...answered];

/** From which states each verb leads on. A verb that is not possible is refused, whoever asks. */
export const possible: Record<Verb, readonly State[]> = {
  take: ["submitted"],
  return: ["under_review"],
  refuse: ["under_review"],
  revise: ["returned"],
  withdraw: ["submitted", "under_review", "returned"],
  assign: ["under_review", "return_requested"],
  accept: ["assigned"],
  ask_back: ["assigned"],
  supervise: ["assigned", "in_progress", "rehandling"],
  reply: ["in_progress", "rehandling"],
  rate: ["replied"],
  publish: answered,
  unpublish: answered,
};

/** What a step changed: codes and particulars, and the words of whoever took it. Never a rendered sentence. */
export type Event = { verb: Verb | "submit" | "redate"; particulars: Record<string, string>; words: string | null };
export type Note = Omit<Event, "verb">;
export type Step = { next: Suggestion; event: Event };

/**
 * The suggestion after a command, and the event to record; refused when the command does not fit the state. The rules
 * are those in force at that moment.
 */
export function step(now: Suggestion, command: Command, at: Date, rules: Rules): Result<Step> {
  if (!possible[command.verb].includes(now.state)) return refuse("wrong_state");
  const change = changeOf(now, command, at, rules);
  if (!change) return refuse("wrong_state");
  const { particulars, words } = noteOf(command);
  const { dueOn, acceptBy } = command.verb === "supervise" ? {} : change;
  const dated = { ...(dueOn ? { dueOn } : {}), ...(acceptBy ? { acceptBy } : {}) };
  return done({
    next: { ...now, acceptBy: null, ...change, version: now.version + 1 },
    event: { verb: command.verb, particulars: { ...particulars, ...dated }, words },
  });
}

/** What the history keeps of a command: its codes, and the words that came with it. A reply too: a second one replaces the first. */
export function noteOf(command: Command): Note {
  switch (command.verb) {
    case "return":
    case "ask_back":
      return { particulars: {}, words: command.words };
    case "refuse":
      return { particulars: { reason: command.reason }, words: command.words };
    case "assign":
      return { particulars: { unit: command.unit, dueOn: command.dueOn }, words: null };
    case "reply":
      return { particulars: { class: command.class, locale: command.locale }, words: command.text };
    case "supervise":
      return { particulars: {}, words: command.words || null };
    case "rate":
      return { particulars: { rating: command.rating }, words: command.words || null };
    default:
      return { particulars: {}, words: null };
  }
}

function changeOf(now: Suggestion, command: Command, at: Date, rules: Rules): Partial<Suggestion> | null {
  switch (command.verb) {
    case "take":
      return { state: "under_review" };
    case "return":
      return { state: "returned" };
    case "refuse":
      return { state: "not_taken" };
    case "revise":
      return { ...command.text, state: "submitted" };
    case "withdraw":
      return { state: "withdrawn" };
    case "assign":
      return {
        state: "assigned",
        unitSlug: command.unit,
        assignedAt: at,
        dueOn: command.dueOn,
        acceptBy: acceptanceDue(rules, at),
      };
    case "accept":
      return { state: "in_progress" };
    case "ask_back":
      return { state: "return_requested" };
    case "supervise":
      return { acceptBy: now.acceptBy };
    case "reply":
      return {
        state: "replied",
        reply: { text: command.text, locale: command.locale, class: command.class, at },
      };
    case "rate":
      return rated(now, command.rating, at, rules);
    case "publish":
      return now.publishable && !now.publishedAt ? { publishedAt: at } : null;
    case "unpublish":
      return now.publishedAt ? { publishedAt: null } : null;
  }
}

/**
 * The first "dissatisfied" sends it back to the unit with a new last day; after a second reply the rating stands and
 * the case is closed.
 */
function rated(now: Suggestion, rating: Rating, at: Date, { secondReplyMonths }: Rules): Partial<Suggestion> {
  const again = rating === "dissatisfied" && now.rating === null;
  return again
    ? { state: "rehandling", rating, dueOn: monthsLater(chinaDay(at), secondReplyMonths) }
    : { state: "closed", rating };
}

/** The rating of the reply that stands: none while a second reply waits for its own. */
export function ratingOf({ state, rating }: Pick<Suggestion, "state" | "rating">): Rating | null {
  return state === "replied" ? null : rating;
}

/** Whether the last day of handling has passed without a reply. Computed each time, never stored. */
export function overdue({ state, dueOn }: Pick<Suggestion, "state" | "dueOn">, today: string): boolean {
  return (
    dueOn !== null && dueOn < today && ["assigned", "in_progress", "return_requested", "rehandling"].includes(state)
  );
}
