import type { Line } from "~/domain/kernel/deed";
import type { Locale } from "~/domain/kernel/locale";
import { done, refuse, type Result } from "~/domain/kernel/refusal";

/** Where an enquiry stands. After the last four the station does nothing more. */
export const states = [
  "received",
  "claimed",
  "answered",
  "waiting",
  "closed",
  "spam",
  "out_of_scope",
  "erased",
] as const;
export type State = (typeof states)[number];

/** An enquiry without the words of anybody: what lists show and what decides the next step. */
export type Enquiry = {
  id: string;
  reference: string;
  locale: Locale;
  topic: string;
  place: string | null;
  region: string;
  nationality: string;
  state: State;
  version: number;
  /** Who at the station holds it. Somebody always does while it is `claimed`, nobody while it is `received`. */
  claimedBy: string | null;
  /** Since when that person holds it. */
  claimedAt: Date | null;
  /** Since when the station owes an answer; null while it owes none. */
  owedSince: Date | null;
  createdAt: Date;
  answeredAt: Date | null;
};

/** Why the station sets an enquiry aside. */
export const exitReasons = ["advertising", "abuse", "duplicate", "not_legal", "elsewhere", "authority"] as const;
export type ExitReason = (typeof exitReasons)[number];

/** The end that each reason leads to. */
const exits: Record<ExitReason, State> = {
  advertising: "spam",
  abuse: "spam",
  duplicate: "spam",
  not_legal: "out_of_scope",
  elsewhere: "out_of_scope",
  authority: "out_of_scope",
};

/** Why a colleague takes over what somebody else holds. */
export const takeOverReasons = ["overdue", "away", "handed_over", "left"] as const;
export type TakeOverReason = (typeof takeOverReasons)[number];

/** Steps of the station, then steps of the asker. */
export const verbs = [
  "claim",
  "release",
  "take_over",
  "answer",
  "close",
  "set_aside",
  "write",
  "solve",
  "erase",
] as const;
export type Verb = (typeof verbs)[number];

/** What a step leaves behind. */
export type Step = { state: State; claimedBy: string | null };

const from = {
  claim: { received: "claimed", waiting: "waiting", answered: "answered" },
  release: { claimed: "received", waiting: "waiting", answered: "answered" },
  take_over: { claimed: "claimed", waiting: "waiting" },
  answer: { claimed: "answered", waiting: "answered", answered: "answered" },
  close: { claimed: "closed", waiting: "closed", answered: "closed" },
  set_aside: { claimed: "out_of_scope", waiting: "out_of_scope" },
  write: { received: "received", claimed: "claimed", answered: "waiting", waiting: "waiting" },
  solve: { received: "closed", claimed: "closed", answered: "closed", waiting: "closed" },
  erase: {
    received: "erased",
    claimed: "erased",
    answered: "erased",
    waiting: "erased",
    closed: "erased",
    spam: "erased",
    out_of_scope: "erased",
  },
} as const satisfies Record<Verb, Partial<Record<State, State>>>;

function after(enquiry: Enquiry, verb: Verb): State | undefined {
  const row: Partial<Record<State, State>> = from[verb];
  return row[enquiry.state];
}

/** Somebody of the station takes it. What a colleague holds is a conflict, in whatever state it is. */
export function claim(enquiry: Enquiry, by: string): Result<Step> {
  if (enquiry.claimedBy !== null && enquiry.claimedBy !== by) return refuse("conflict");
  if (enquiry.claimedBy === by) return done({ state: enquiry.state, claimedBy: by });
  return step(enquiry, "claim", by);
}

/** Somebody takes over what a colleague holds and owes an answer to. Whether they may is for the policy to say. */
export function takeOver(enquiry: Enquiry, by: string): Result<Step> {
  return enquiry.claimedBy === null ? refuse("wrong_state") : step(enquiry, "take_over", by);
}

/** Any other step: the next state, and who holds the enquiry then. */
export function advance(enquiry: Enquiry, verb: Exclude<Verb, "claim" | "take_over" | "set_aside">): Result<Step> {
  return step(enquiry, verb, verb === "release" || verb === "erase" ? null : enquiry.claimedBy);
}

/** The station sets it aside for a reason that has a code. */
export function setAside(enquiry: Enquiry, reason: ExitReason): Result<Step> {
  const result = step(enquiry, "set_aside", enquiry.claimedBy);
  return result.ok ? done({ ...result.value, state: exits[reason] }) : result;
}

/** Whether the step leads anywhere from here. */
export function leads(enquiry: Enquiry, verb: Verb): boolean {
  return after(enquiry, verb) !== undefined;
}

function step(enquiry: Enquiry, verb: Verb, claimedBy: string | null): Result<Step> {
  const state = after(enquiry, verb);
  return state ? done({ state, claimedBy }) : refuse("wrong_state");
}

/** What the journal keeps of a step: its verb, and as codes why it was taken. Setting aside is recorded by its end. */
export function deedOf(recorded: string): Pick<Line, "deed" | "particulars"> {
  const [name = "", reason] = recorded.split(":");
  const verb = verbs.find((one) => one === name);
  if (!verb) return { deed: "enquiry.set_aside", particulars: { state: name, ...(reason && { reason }) } };
  return { deed: `enquiry.${verb}`, particulars: reason ? { reason } : {} };
}
