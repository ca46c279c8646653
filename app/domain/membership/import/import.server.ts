import type { Person } from "~/domain/kernel/actor";
import {
  columnsOf,
  faultOfList,
  writtenOf,
  type ListFault,
  type Looked,
  type RowFault,
  type Taken,
} from "~/domain/intake/list";
import { addressOf } from "~/domain/kernel/address";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { now } from "~/platform/clock";
import { sha256 } from "~/platform/crypto/seal";
import { profileOf } from "../desk.server";
import { may } from "../policy";
import { columnsIn, readRow, type Column, type Vocabulary } from "./columns";
import { signsOf, type Plan, type Read, type Step } from "./plan";
import * as store from "./store.server";

/** Looks at a list of members, the first row its head; changes nothing. Refused `forbidden` to all but the committee. */
export async function lookAtList(
  actor: Person,
  rows: readonly string[][],
  vocabulary: Vocabulary,
): Promise<Result<Looked<Step, Column> | ListFault<Column>>> {
  if (!may(actor, "import")) return refuse("forbidden");
  const fault = faultOfList(rows, columnsIn(vocabulary));
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
): Promise<Result<Taken>> {
  if (!may(actor, "import")) return refuse("forbidden");
  if (faultOfList(rows, columnsIn(vocabulary))) return refuse("invalid");
  const { read, faults } = readAll(rows, vocabulary);
  if (faults.length > 0) return refuse("invalid");
  const isSeen = (plan: Plan) => plan.faults.length === 0 && sha256(signsOf(plan)) === seen;
  return store.take(read, isSeen, { by: actor.id, invites }, now());
}

function readAll(rows: readonly string[][], vocabulary: Vocabulary): { read: Read[]; faults: RowFault<Column>[] } {
  const at = now();
  const has = new Set(columnsOf(rows[0] ?? [], columnsIn(vocabulary)).filter((column) => column !== null));
  const [read, faults]: [Read[], RowFault<Column>[]] = [[], []];
  for (const written of writtenOf(rows, columnsIn(vocabulary))) {
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
