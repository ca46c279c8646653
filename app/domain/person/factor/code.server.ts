import { randomBytes } from "node:crypto";
import { codeOf, plainCode } from "~/domain/enquiry/receipt";
import { done, refuse, refuseFor, type Result } from "~/domain/kernel/refusal";
import { now } from "~/platform/clock";
import { derive, seal, unseal } from "~/platform/crypto/seal";
import { stepOf } from "~/platform/crypto/totp";
import * as store from "./store.server";
import type { Factor } from "../session/session";
import { passed, waitBefore } from "../tries.server";

const howMany = 10;
const context = (personId: string) => `totp:${personId}`;

/** A recovery code as it is kept: without the portal's key nobody who reads it can try codes against it. */
const hashOf = (personId: string, code: string) => derive("recovery", `${personId} ${code}`).toString("hex");

/** Ten new recovery codes of 100 bits, and what is kept of them. */
export function newRecoveryCodes(personId: string): { codes: string[]; hashes: string[] } {
  const codes = Array.from({ length: howMany }, () => codeOf(randomBytes(13)));
  return { codes, hashes: codes.map((code) => hashOf(personId, plainCode(code) ?? "")) };
}

export function sealSecret(personId: string, secret: Buffer): Uint8Array<ArrayBuffer> {
  return seal(secret.toString("base64"), context(personId));
}

export function secretOf(personId: string, sealed: Uint8Array): Buffer {
  return Buffer.from(unseal(sealed, context(personId)), "base64");
}

/** A code from an app, as people type it: spaces say nothing, and digits may be wide. */
export function digitsOf(typed: string): string {
  return typed.normalize("NFKC").replace(/[\s-]/g, "");
}

/**
 * Takes a code from somebody's app, or one of their recovery codes, and says which it was. A code that was taken is
 * taken no second time. Refuses `invalid`, and `too_many` with the seconds to wait after wrong tries.
 */
export async function takeCode(personId: string, typed: string, network: string): Promise<Result<Factor>> {
  if (typed.trim() === "") return refuse("invalid");
  const wait = await waitBefore("code", personId, network);
  if (wait > 0) return refuseFor(wait);
  const factor = await factorOf(personId, typed);
  if (factor === null) return refuse("invalid");
  await passed("code", personId, network);
  return done(factor);
}

async function factorOf(personId: string, typed: string): Promise<Factor | null> {
  const kept = await store.findTotp(personId);
  if (!kept) return null;
  const step = stepOf(secretOf(personId, kept.sealedSecret), digitsOf(typed), now(), kept.lastStep);
  if (step !== null) return (await store.takeStep(personId, step)) ? "totp" : null;
  const code = plainCode(typed);
  return code !== null && (await store.takeRecoveryCode(personId, hashOf(personId, code))) ? "recovery" : null;
}
