import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Actor } from "~/domain/kernel/actor";
import type { Locale } from "~/domain/kernel/locale";
import { done, refuse, refuseFor, type Result } from "~/domain/kernel/refusal";
import { chinaDay } from "~/domain/calendar/days";
import { keptLongEnough } from "~/domain/privacy/kept.server";
import { valueNow } from "~/domain/setting/setting.server";
import { now } from "~/platform/clock";
import { seal, unseal } from "~/platform/crypto/seal";
import { secondsToWait } from "~/platform/session/limits";
import { may } from "./policy";
import * as store from "./store.server";

const giver = z.object({ name: z.string(), contact: z.string(), residence: z.string() });
const receipt = z.object({ reference: z.string() });

export type Giver = z.output<typeof giver>;
type NewLead = { requestKey: string; text: string } & Giver;

/** Keeps a lead and gives its reference, the same for the same request key. At most so many an hour from one network. */
export async function give(
  { requestKey, text, ...from }: NewLead,
  locale: Locale,
  network: string,
): Promise<Result<string>> {
  const known = await store.findByRequestKey(requestKey);
  if (known) return done(known);
  const wait = await secondsToWait(`lead:${network}`, await valueNow("leads"), 3600);
  if (wait > 0) return refuseFor(wait);
  const id = randomUUID();
  const at = now();
  const sealed = seal(JSON.stringify(from), `lead:${id}`);
  try {
    return done(
      await store.create({
        id,
        requestKey,
        locale,
        text,
        sealed,
        createdAt: at,
        series: `lead-${chinaDay(at).slice(0, 4)}`,
      }),
    );
  } catch (error) {
    const first = await store.findByRequestKey(requestKey);
    if (first) return done(first);
    throw error;
  }
}

/** One page of leads, those waiting first: numbers and dates only. */
export async function leads(actor: Actor, number: number) {
  return may(actor, "read") ? store.list(number) : null;
}

/** A lead with who gave it, for the committee; opening it is noted. Null: not found. */
export async function readLead(actor: Actor, reference: string) {
  const row = actor && may(actor, "read") ? await store.find(reference) : null;
  if (!row || !actor) return null;
  await store.noteRead(row.reference, actor.id);
  const from = giver.parse(JSON.parse(unseal(row.sealed, `lead:${row.id}`)));
  return {
    reference: row.reference,
    text: row.text,
    locale: row.locale,
    state: row.state,
    createdAt: row.createdAt,
    handledAt: row.handledAt,
    from,
  };
}

/** Marks a lead as handled. Marking it again changes nothing. */
export async function handleLead(actor: Actor, reference: string): Promise<Result<null>> {
  if (!actor || !may(actor, "handle") || !(await store.find(reference))) return refuse("not_found");
  await store.handle(reference, actor.id, now());
  return done(null);
}

/** For the worker, daily: erases leads that were kept long enough. */
export async function eraseOldLeads(): Promise<void> {
  await store.eraseBefore((await keptLongEnough())("lead"));
}

/** The reference on its way to the page that shows it once. */
export function sealReceipt(reference: string): string {
  return Buffer.from(seal(JSON.stringify({ reference }), "lead:once")).toString("base64url");
}

export function openReceipt(value: unknown): string | null {
  if (typeof value !== "string" || value === "") return null;
  try {
    return receipt.parse(JSON.parse(unseal(Buffer.from(value, "base64url"), "lead:once"))).reference;
  } catch {
    return null;
  }
}
