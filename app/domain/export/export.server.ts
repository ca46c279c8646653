import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Person } from "~/domain/kernel/actor";
import { isKey } from "~/domain/kernel/key";
import type { Locale } from "~/domain/kernel/locale";
import { done, refuse, refuseFor, type Result } from "~/domain/kernel/refusal";
import { now } from "~/platform/clock";
import { derive } from "~/platform/crypto/seal";
import { secondsToWait } from "~/platform/session/limits";
import { whence } from "~/platform/session/whence";
import { keptFor, type Export } from "./export";
import type { exportForm } from "./form";
import { readParts, sealWish } from "./sealed.server";
import { may, mayAny } from "./policy";
import * as store from "./store.server";

/**
 * Asks for a list as a file and gives the key of the export; the worker makes it. The same asked for again while it is made,
 * or by a second press of the button, is the same export. Refused `not_found` for who may not see the list,
 * `too_many` after sixty in an hour.
 */
export async function askExport(
  actor: Person,
  { list, format, query }: z.output<typeof exportForm>,
  locale: Locale,
): Promise<Result<string>> {
  if (!may(actor, list)) return refuse("not_found");
  const wait = await secondsToWait(`export:${actor.id}`, 60, 3600);
  if (wait > 0) return refuseFor(wait);
  const id = randomUUID();
  const askedAt = now();
  const wishHash = derive("export-wish", JSON.stringify([actor.id, list, format, locale, query])).toString("hex");
  const sealedWish = sealWish(id, { query, ...whence() });
  const expiresAt = new Date(askedAt.getTime() + keptFor);
  const wish = { id, personId: actor.id, list, format, locale, sealedWish, wishHash, askedAt, expiresAt };
  return done(await store.ask(wish));
}

/** What somebody took along within a day, as far as they may still see it; null: no list is theirs to take. */
export async function readExports(actor: Person): Promise<Export[] | null> {
  if (!mayAny(actor)) return null;
  return (await store.ofPerson(actor.id, now())).filter(({ list }) => may(actor, list)).map(shown);
}

/** One export of one's own. Null: it is somebody else's, or over, or the right to its list is gone. */
export async function readExport(actor: Person, id: string | undefined): Promise<Export | null> {
  const found = await own(actor, id);
  return found && shown(found);
}

/** What its owner sees of an export: not what was looked for, nor which run makes it. */
function shown(kept: store.Kept): Export {
  const { id, list, format, state, rows, total, size, sha256, askedAt, asOf, readyAt, expiresAt } = kept;
  return { id, list, format, state, rows, total, size, sha256, askedAt, asOf, readyAt, expiresAt };
}

/** The file of an export of one's own, opened as it is read. Null: as for `readExport`, or it is not whole. */
export async function openExport(actor: Person, id: string | undefined) {
  const found = await own(actor, id);
  if (found?.state !== "ready" || found.run === null || found.size === null || found.sha256 === null) return null;
  const { list, format, locale, run, size, sha256, asOf } = found;
  const keys = await store.partsOf(found.id, run);
  return { list, format, locale, size, sha256, asOf, bytes: readParts(found.id, run, keys) };
}

/** Lets go of an export of one's own at once. */
export async function endExport(actor: Person, id: string | undefined): Promise<Result<null>> {
  const found = await own(actor, id);
  return found && (await store.remove(found.id, actor.id)) ? done(null) : refuse("not_found");
}

async function own(actor: Person, id: string | undefined): Promise<store.Kept | null> {
  const found = isKey(id) ? await store.find(id, actor.id, now()) : null;
  return found && may(actor, found.list) ? found : null;
}

/** For the worker: lets go of files that were kept long enough. */
export function forgetExports(): Promise<void> {
  return store.forget(now());
}
