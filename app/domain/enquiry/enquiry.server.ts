import { randomBytes, randomUUID } from "node:crypto";
import type { Locale } from "~/domain/kernel/locale";
import { done, refuse, refuseFor, type Result } from "~/domain/kernel/refusal";
import { now } from "~/platform/clock";
import { derive, seal, sha256 } from "~/platform/crypto/seal";
import { secondsToWait } from "~/platform/session/limits";
import { advance, leads, type Enquiry } from "./enquiry";
import type { AskForm, MessageForm } from "./form";
import { openHistory } from "./history.server";
import { keptLongEnough } from "~/domain/privacy/kept.server";
import type { SettingName } from "~/domain/setting/setting";
import { valueNow } from "~/domain/setting/setting.server";
import { longEnded, noteCopy } from "./notes-store.server";
import { mayAsker } from "./policy";
import {
  contactContext,
  idOfTicket,
  keptKey,
  makeTicket,
  messageContext,
  receiptCode,
  receiptHash,
  sealOnce,
} from "./secrets.server";
import * as store from "./store.server";

export { openOnce as openReceipt } from "./secrets.server";

const oneHour = 3600 * 1000;
const twoHours = 2 * oneHour;
const tries = 3;

/**
 * Keeps a new enquiry and gives its receipt, sealed for the page after. The same form sent twice makes one enquiry and
 * gives the same receipt, within an hour: whoever finds an old form in a browser later is told no code. Refuses
 * `too_many` after so many from one network in ten minutes.
 */
export async function submitEnquiry(wish: AskForm, locale: Locale, network: string): Promise<Result<string>> {
  const wait = await waitFor("ask", network, "enquiries");
  if (wait > 0) return refuseFor(wait);
  const requestKey = keptKey(wish.requestKey);
  const code = receiptCode(wish.requestKey);
  const hash = receiptHash(code);
  const before = (await store.findByRequestKey(requestKey)) ?? (await keep(wish, locale, requestKey, hash));
  const kept = before ?? (await store.findByRequestKey(requestKey));
  if (!kept) return refuse("conflict");
  const known = kept.receiptHash === hash && now().getTime() - kept.createdAt.getTime() < oneHour;
  return done(sealOnce({ reference: kept.reference, code: known ? code : null }));
}

async function keep(wish: AskForm, locale: Locale, requestKey: string, hash: string): Promise<store.Kept | null> {
  const [id, messageId, at] = [randomUUID(), randomUUID(), now()];
  const { topic, region, nationality, contact, consent, text, place = null } = wish;
  const sealedContact = contact === undefined ? null : seal(contact, contactContext(id));
  const enquiry = {
    id,
    locale,
    topic,
    place,
    region,
    nationality,
    createdAt: at,
    receiptHash: hash,
    requestKey,
    sealedContact,
  };
  const message = {
    id: messageId,
    requestKey,
    side: "asker" as const,
    authorId: null,
    sealed: seal(text, messageContext(id, messageId)),
  };
  const year = new Intl.DateTimeFormat("en", { timeZone: "Asia/Shanghai", year: "numeric" }).format(at);
  const reference = await store.create(enquiry, message, ["submit", `consent:${consent}`], year);
  return reference === null ? null : { reference, receiptHash: hash, createdAt: at };
}

/**
 * Gives a ticket that opens the enquiry of a receipt code for two hours. Refuses `invalid` for whatever is no code of
 * ours, always alike, and `too_many` after so many tries from one network in ten minutes.
 */
export async function openCase(typed: string, network: string): Promise<Result<string>> {
  const wait = await waitFor("return", network, "receipts");
  if (wait > 0) return refuseFor(wait);
  const id = await store.findByReceipt(receiptHash(typed));
  return id ? done(makeTicket(id, new Date(now().getTime() + twoHours))) : refuse("invalid");
}

/**
 * The asker's own view of the enquiry that the ticket opens, and what may be done with it. Null without a valid ticket,
 * and after the enquiry was erased.
 */
export async function readCase(ticket: unknown) {
  const id = idOfTicket(ticket, now());
  const found = id && (await store.find({ id }));
  if (!found || found.enquiry.state === "erased") return null;
  const { enquiry } = found;
  const { reference, locale, topic, place, state, createdAt } = enquiry;
  const can = {
    write: mayAsker("write") && leads(enquiry, "write"),
    solve: mayAsker("solve") && leads(enquiry, "solve"),
    erase: mayAsker("erase") && leads(enquiry, "erase"),
  };
  const { events, ...history } = await openHistory(enquiry.id);
  const told = events.map((event) => (event.verb === "take_over" ? { ...event, reason: null } : event));
  return { reference, locale, topic, place, state, createdAt, ...history, events: told, can };
}

/** The asker's enquiry to take along as a file; that it was taken is noted. Null as for `readCase`. */
export async function copyCase(ticket: unknown) {
  const enquiry = await readCase(ticket);
  if (enquiry) await noteCopy(enquiry.reference);
  return enquiry;
}

/** The asker adds something. The same form sent twice adds it once. Refuses `too_many` after so many in ten minutes. */
export async function writeAgain(ticket: unknown, { text, requestKey }: MessageForm): Promise<Result<null>> {
  const opened = idOfTicket(ticket, now());
  const wait = opened ? await waitFor("write", opened, "messages") : 0;
  if (wait > 0) return refuseFor(wait);
  return askerSteps(ticket, "write", keptKey(requestKey), ({ id }) => {
    const messageId = randomUUID();
    return {
      id: messageId,
      requestKey: keptKey(requestKey),
      side: "asker",
      authorId: null,
      sealed: seal(text, messageContext(id, messageId)),
    };
  });
}

/** The asker says that nothing more is needed. */
export async function markSolved(ticket: unknown): Promise<Result<null>> {
  return askerSteps(ticket, "solve", "", () => undefined);
}

/** The asker erases the enquiry. What was written is gone for good; the station sees that it was. */
export async function eraseCase(ticket: unknown): Promise<Result<null>> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const id = idOfTicket(ticket, now());
    const found = id && (await store.find({ id }));
    if (!found || !mayAsker("erase")) return refuse("not_found");
    const step = advance(found.enquiry, "erase");
    if (!step.ok) return step.reason === "wrong_state" ? done(null) : step;
    if (await store.erase(found.enquiry, step.value, unguessable(), now())) return done(null);
  }
  return refuse("conflict");
}

/** For the worker, daily: erases enquiries that ended long enough ago. One that somebody moves meanwhile waits a day. */
export async function eraseOldEnquiries(): Promise<void> {
  const [at, before] = [now(), await keptLongEnough()];
  for (const id of await longEnded(before("enquiry"), before("spam"))) {
    const found = await store.find({ id });
    const step = found && advance(found.enquiry, "erase");
    if (found && step?.ok) await store.erase(found.enquiry, step.value, unguessable(), at, "retention");
  }
}

function unguessable(): string {
  return sha256(randomBytes(32).toString("hex"));
}

/** A step of the asker is never lost because the station took one at the same moment: it is tried anew. */
async function askerSteps(
  ticket: unknown,
  verb: "write" | "solve",
  key: string,
  messageFor: (enquiry: Enquiry) => store.NewMessage | undefined,
): Promise<Result<null>> {
  const id = idOfTicket(ticket, now());
  if (!id) return refuse("not_found");
  for (let attempt = 0; attempt < tries; attempt++) {
    const found = await store.find({ id }, key);
    if (!found || !mayAsker(verb)) return refuse("not_found");
    if (found.repeated) return done(null);
    const step = advance(found.enquiry, verb);
    if (!step.ok) return step;
    const saving = { verb, step: step.value, actorId: null, at: now(), message: messageFor(found.enquiry) };
    if (await store.save(found.enquiry, saving)) return done(null);
  }
  return refuse("conflict");
}

/** Counts by a mark of the network, so that nothing in the table says from where somebody asked. */
async function waitFor(what: string, network: string, limit: SettingName): Promise<number> {
  const mark = derive("limit", network).toString("hex").slice(0, 24);
  return secondsToWait(`enquiry-${what}:${mark}`, await valueNow(limit), 600);
}
