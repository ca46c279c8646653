import type { Person } from "~/domain/kernel/actor";
import { log } from "~/platform/log";
import { follow, type Finding, type Head } from "./chain.server";
import { codesOf, type Cursor, type Search } from "./journal";
import { may } from "./policy";
import * as store from "./store.server";

/** One page of the journal for an auditor; that it was looked at is itself noted. Null: not found. */
export async function readJournal(actor: Person, search: Search, cursor: Cursor) {
  if (!may(actor, "read")) return null;
  const known = await resolved(search);
  await store.noteLook(actor.id, known ?? {});
  return known ? store.page(known, cursor) : { lines: [], newer: false, older: false };
}

/** All lines that an auditor looks for, as they are at one moment, and how the journal says it. Null: not found. */
export async function exportJournal(actor: Person, search: Search) {
  if (!may(actor, "export")) return null;
  const known = await resolved(search);
  return known && { view: await store.whole(known), codes: codesOf(known) };
}

/** Goes through the whole journal and says where it is not what was written, if anywhere. */
export function verifyJournal(kept: Head | null): Promise<Finding> {
  return follow(store.chain(), kept);
}

/** For the worker, daily: says in the log where the journal ends. A later journal without this line was changed. */
export async function tellHead(): Promise<void> {
  const { seq, hash } = await store.head();
  log("info", "journal.head", { head: `${seq}:${hash}` });
}

/** The search with its account's number; null when there is no such account. */
async function resolved(search: Search): Promise<Search | null> {
  if (!search.actor) return search;
  const actor = await store.accountOf(search.actor);
  return actor === null ? null : { ...search, actor };
}
