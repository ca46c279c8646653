import { isOpen, meet } from "~/domain/person/policy";
import { changesOf, stateOf, type Membership, type NewMember } from "../member";
import type { RowFault } from "~/domain/intake/list";
import type { Column } from "./columns";

/** A row that can be read: which columns its list has, and what it says of a member. */
export type Read = { row: number; has: ReadonlySet<Column>; member: NewMember; fromSaid: boolean };

/** What taking a list in does with one row. */
export type Step =
  | { what: "add"; row: number; member: NewMember }
  | {
      what: "change";
      row: number;
      id: string;
      version: number;
      before: Membership;
      member: NewMember;
      fields: string[];
    }
  | { what: "same"; row: number; member: NewMember };

export type Plan = { steps: Step[]; faults: RowFault<Column>[] };

const optional = ["nameLatin", "sector", "liaisonGroup", "until"] as const;

/** What a row says over what is kept: a column that the list does not have, or a first day left empty, changes nothing. */
function over(before: Membership, { member, has, fromSaid }: Read): NewMember {
  const kept = optional.filter((column) => !has.has(column)).map((column) => [column, before[column]] as const);
  return { ...member, ...Object.fromEntries(kept), from: fromSaid ? member.from : before.from };
}

/**
 * What taking a list in would do, row by row, and what stands against it: then nothing at all is done. `kept` are the
 * memberships of the addresses in the list; `own` is the address of who takes it in.
 */
export function planOf(read: readonly Read[], kept: readonly Membership[], own: string, at: Date): Plan {
  const [steps, faults]: [Step[], RowFault<Column>[]] = [[], []];
  const used = new Set<string>();
  const later: { row: number; email: string; from: Date; until: Date | null }[] = [];
  for (const one of read) {
    const { row, member } = one;
    const { email } = member;
    const against = (fault: string, column: Column) => faults.push({ row, column, fault, value: email });
    // A membership is changed by one row: what a second one says of a later term is another membership.
    const open = kept.filter((each) => each.email === email && isOpen(each, at) && !used.has(each.id));
    const known = open.filter((each) => meet(each, member));
    const [before] = known;
    if (before) used.add(before.id);
    const next = before ? over(before, one) : member;
    const fields = before ? changesOf(before, next) : [];
    if (stateOf({ ...next, personId: null }, at) === "over") against("bad_term", "until");
    else if (later.some((each) => each.email === email && meet(each, next))) against("twice", "email");
    else if (known.length > 1) against("bad_term", "from");
    else if (!before && email === own) against("own_membership", "email");
    else if (!before) steps.push({ what: "add", row, member });
    else if (fields.length === 0) steps.push({ what: "same", row, member: next });
    else if (email === own) against("own_membership", "email");
    else steps.push({ what: "change", row, id: before.id, version: before.version, before, member: next, fields });
    later.push({ row, email, from: next.from, until: next.until });
  }
  return { steps, faults };
}

/** By what a plan is known: another one where anything of what it would do is another. */
export function signsOf({ steps }: Plan): string {
  return JSON.stringify(
    steps.map((step) => [
      step.row,
      step.what,
      step.what === "change" ? [step.id, step.version, step.fields] : null,
      step.member,
    ]),
  );
}
