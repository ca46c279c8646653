import type { Person } from "~/domain/kernel/actor";
import { addressOf } from "~/domain/kernel/address";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { now } from "~/platform/clock";
import { sha256 } from "~/platform/crypto/seal";
import { profileOf } from "../desk.server";
import { may } from "../policy";
import { columnsOf, needed, readRow, writtenOf, type Column, type RowFault, type Vocabulary } from "./columns";
import { signsOf, type Plan, type Read } from "./plan";
import * as store from "./store.server";

/** So many members may a list have: a committee has some hundreds. */
export const rowsMost = 1000;

/** What taking a list in would do. `seen` is by what the plan is known when it is carried out. */
export type Looked = Plan & { seen: string };

/** What is wrong with a list as a whole, before any row is looked at. */
export type ListFault = { fault: "no_rows" | "too_many_rows" } | { fault: "no_column"; column: Column };

/** Looks at a list of members, the first row its head; changes nothing. Refused `forbidden` to all but the committee. */
export async function lookAtList(
  actor: Person,
  rows: readonly string[][],
  vocabulary: Vocabulary,
): Promise<Result<Looked | ListFault>> {
  if (!may(actor, "import")) return refuse("forbidden");
  const fault = faultOf(rows, vocabulary);
  if (fault) return done(fault);
  const { read, faults } = readAll(rows, vocabulary);
  const plan = await store.plan(read, actor.id, now());
  const all = [...faults, ...plan.faults].toSorted((one, other) => one.row - other.row);
  return done({ steps: plan.steps, faults: all, seen: sha256(signsOf(plan)) });
}

/**
 * Takes a list in, all of it or nothing: as it was seen, or it is refused `conflict`, as something changed meanwhile.
 * `invites`: whoever is added and has no account is sent an invitation. Again changes nothing.
 */
export async function takeList(
  actor: Person,
  rows: readonly string[][],
  vocabulary: Vocabulary,
  { seen, invites }: { seen: string; invites: boolean },
): Promise<Result<{ added: number; changed: number }>> {
  if (!may(actor, "import")) return refuse("forbidden");
  const { read, faults } = readAll(rows, vocabulary);
  if (faultOf(rows, vocabulary) || faults.length > 0) return refuse("invalid");
  const isSeen = (plan: Plan) => plan.faults.length === 0 && sha256(signsOf(plan)) === seen;
  return store.take(read, isSeen, { by: actor.id, invites }, now());
}

function faultOf(rows: readonly string[][], vocabulary: Vocabulary): ListFault | null {
  const present = columnsOf(rows[0] ?? [], vocabulary);
  const missing = needed.find((column) => !present.includes(column));
  if (missing) return { fault: "no_column", column: missing };
  if (rows.length - 1 > rowsMost) return { fault: "too_many_rows" };
  return writtenOf(rows, vocabulary).length === 0 ? { fault: "no_rows" } : null;
}

function readAll(rows: readonly string[][], vocabulary: Vocabulary): { read: Read[]; faults: RowFault[] } {
  const at = now();
  const has = new Set(columnsOf(rows[0] ?? [], vocabulary).filter((column) => column !== null));
  const [read, faults]: [Read[], RowFault[]] = [[], []];
  for (const written of writtenOf(rows, vocabulary)) {
    const row = readRow(written, vocabulary);
    if (!row.ok) faults.push(...row.faults);
    else {
      const { email, ...sent } = row.sent;
      const member = { ...profileOf(sent, at), email: addressOf(email) };
      read.push({ row: written.row, has, member, fromSaid: sent.from !== undefined });
    }
  }
  return { read, faults };
}
