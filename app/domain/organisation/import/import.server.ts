import type { Person } from "~/domain/kernel/actor";
import { faultOfList, writtenOf, type ListFault, type Looked, type RowFault, type Taken } from "~/domain/intake/list";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { sha256 } from "~/platform/crypto/seal";
import { profileOf } from "../form";
import { may } from "../policy";
import * as store from "../store.server";
import { columnsIn, planOf, readRow, signsOf, type Column, type Read, type Step, type Vocabulary } from "./plan";

/** Looks at a list of organisations, the first row its head; changes nothing. Refused `forbidden` to whom may not add one. */
export async function lookAtOrganisations(
  actor: Person,
  rows: readonly string[][],
  vocabulary: Vocabulary,
): Promise<Result<Looked<Step, Column> | ListFault<Column>>> {
  if (!may(actor, "add")) return refuse("forbidden");
  const fault = faultOfList(rows, columnsIn(vocabulary));
  if (fault) return done(fault);
  const { read, faults } = readAll(rows, vocabulary);
  const plan = planOf(read, await store.all());
  const all = [...faults, ...plan.faults].toSorted((one, other) => one.row - other.row);
  return done({ steps: plan.steps, faults: all, seen: sha256(signsOf(plan)) });
}

/**
 * Takes a list in, all of it or nothing: as it was seen, or it is refused `conflict`, as something changed meanwhile. Again
 * changes nothing.
 */
export async function takeOrganisations(
  actor: Person,
  rows: readonly string[][],
  vocabulary: Vocabulary,
  { seen }: { seen: string },
): Promise<Result<Taken>> {
  if (!may(actor, "add") || !may(actor, "change")) return refuse("forbidden");
  if (faultOfList(rows, columnsIn(vocabulary))) return refuse("invalid");
  const { read, faults } = readAll(rows, vocabulary);
  if (faults.length > 0) return refuse("invalid");
  const isSeen = (signs: string) => sha256(signs) === seen;
  return store.take((there) => planOf(read, there), isSeen, actor.id);
}

function readAll(rows: readonly string[][], vocabulary: Vocabulary): { read: Read[]; faults: RowFault<Column>[] } {
  const [read, faults]: [Read[], RowFault<Column>[]] = [[], []];
  for (const written of writtenOf(rows, columnsIn(vocabulary))) {
    const row = readRow(written, vocabulary);
    if (!row.ok) faults.push(...row.faults);
    else read.push({ row: written.row, made: { slug: row.sent.slug, kind: row.sent.kind, ...profileOf(row.sent) } });
  }
  return { read, faults };
}
