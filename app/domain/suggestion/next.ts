import { addDays, chinaDay } from "~/domain/calendar/days";
import type { State, Suggestion } from "./suggestion";

/** Who acts next on a suggestion, on what, and by which day where one is set. Null at an end. */
export type Next = { who: "member" | "committee" | "unit"; what: State; until: string | null };

const turn: Partial<Record<State, Next["who"]>> = {
  submitted: "committee",
  under_review: "committee",
  returned: "member",
  assigned: "unit",
  return_requested: "committee",
  in_progress: "unit",
  replied: "member",
  rehandling: "unit",
};

/** Whose turn it is, or null at an end. */
export function turnOf(state: State): Next["who"] | null {
  return turn[state] ?? null;
}

/** What comes next; `since` is when the last step was taken, `rulingDays` those that the committee then had to rule. */
export function nextOf(
  { state, dueOn, acceptBy }: Pick<Suggestion, "state" | "dueOn" | "acceptBy">,
  since: Date,
  rulingDays: number,
): Next | null {
  const who = turnOf(state);
  if (!who) return null;
  const untils: Partial<Record<State, string | null>> = {
    assigned: acceptBy,
    return_requested: addDays(chinaDay(since), rulingDays),
    in_progress: dueOn,
    rehandling: dueOn,
  };
  return { who, what: state, until: untils[state] ?? null };
}
