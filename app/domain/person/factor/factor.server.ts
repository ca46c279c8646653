import { z } from "zod";
import { done, refuse, refuseFor, type Result } from "~/domain/kernel/refusal";
import { now } from "~/platform/clock";
import { pack, unpack } from "~/platform/crypto/parcel";
import { addressFor, base32, newSecret, stepOf } from "~/platform/crypto/totp";
import { digitsOf, newRecoveryCodes, sealSecret } from "./code.server";
import * as store from "./store.server";
import { may } from "../policy";
import type { OpenSession } from "../session/session";
import { proveSession, type Token } from "../session/sessions.server";
import { passwordOf } from "../store.server";
import { passed, waitBefore } from "../tries.server";

const issuer = "Qiaoqiao 侨桥";
const setup = z.object({ personId: z.string(), secret: z.string() });
const onceCodes = z.object({ personId: z.string(), codes: z.array(z.string()) });

/** Half an hour to find an app, in seconds. */
const setupTime = 1800;

/** Whether the second factor is on, since when, and how many recovery codes are left. */
export async function readFactor(own: OpenSession) {
  const [totp, codes] = await Promise.all([store.findTotp(own.actor.id), store.recoveryCodesOf(own.actor.id)]);
  const can = { change: may(own, "change_factors"), turnOff: may(own, "turn_off_factor") };
  return { since: totp?.createdAt ?? null, codes, can };
}

/** A new secret for an app: to read as a QR code, to type, and sealed for the form that brings it back. Nothing is kept. */
export async function newSetup(own: OpenSession): Promise<Result<{ address: string; text: string; secret: string }>> {
  const person = may(own, "change_factors") ? await passwordOf(own.actor.id) : null;
  if (!person) return refuse("forbidden");
  const secret = newSecret();
  const parcel = pack({ personId: own.actor.id, secret: secret.toString("base64") }, "totp", setupTime);
  const text = base32(secret).replace(/(.{4})(?=.)/g, "$1 ");
  return done({ address: addressFor(secret, person.email, issuer), text, secret: parcel });
}

/** Shown once after the second factor was set up or renewed: the session's new token, and the recovery codes, sealed. */
export type Shown = { token: Token; once: string };

/**
 * Turns the second factor on, or moves it to another app, once a code shows that the app has the secret. All other
 * sessions end. Refuses `invalid` for a wrong code, `conflict` for a secret that is not theirs or too old.
 */
export async function turnOn(
  own: OpenSession,
  { secret: parcel, code }: { secret: string; code: string },
  network: string,
): Promise<Result<Shown>> {
  if (!may(own, "change_factors")) return refuse("forbidden");
  const { id } = own.actor;
  const found = unpack(parcel, "totp", setup);
  if (!found || found.personId !== id) return refuse("conflict");
  const wait = await waitBefore("code", id, network);
  if (wait > 0) return refuseFor(wait);
  const secret = Buffer.from(found.secret, "base64");
  const step = stepOf(secret, digitsOf(code), now(), 0);
  if (step === null) return refuse("invalid");
  await passed("code", id, network);
  const { codes, hashes } = newRecoveryCodes(id);
  await store.setTotp(id, { sealedSecret: sealSecret(id, secret), lastStep: step }, hashes, own.id);
  return done({ token: await proveSession(own, "totp"), once: onceOf(id, codes) });
}

/** Gives ten new recovery codes in the place of those that are left. */
export async function renewRecoveryCodes(own: OpenSession): Promise<Result<string>> {
  if (!may(own, "change_factors")) return refuse("forbidden");
  const { id } = own.actor;
  if (!(await store.findTotp(id))) return refuse("wrong_state");
  const { codes, hashes } = newRecoveryCodes(id);
  await store.setRecoveryCodes(id, hashes);
  return done(onceOf(id, codes));
}

/** Turns the second factor off: not for those who serve others. */
export async function turnOff(own: OpenSession): Promise<Result<null>> {
  if (!may(own, "turn_off_factor")) return refuse("forbidden");
  await store.removeTotp(own.actor.id, own.id);
  return done(null);
}

function onceOf(personId: string, codes: string[]): string {
  return pack({ personId, codes }, "recovery-codes", 600);
}

/** The recovery codes on their way to the page that shows them once, if they are this person's. */
export function openRecoveryCodes(own: OpenSession, once: unknown): string[] | null {
  const found = unpack(once, "recovery-codes", onceCodes);
  return found && found.personId === own.actor.id ? found.codes : null;
}
