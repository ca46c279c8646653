import { z } from "zod";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { pack, unpack } from "~/platform/crypto/parcel";
import { sha256 } from "~/platform/crypto/seal";
import { env } from "~/platform/env";
import { secondsToWait } from "~/platform/session/limits";
import { deviceOf, deviceOfCode } from "../session/device";
import * as store from "./store.server";
import { may } from "../policy";
import type { OpenSession } from "../session/session";
import { openSession, type Origin, type Token } from "../session/sessions.server";
import { findCredentialsOf, passwordOf } from "../store.server";

/** Takes twenty megabytes, and most processes never see a passkey. */
const webauthn = () => import("@simplewebauthn/server");

/** Time to answer a challenge, in seconds. */
const answerTime = 600;
const challengeOf = z.object({ challenge: z.string(), personId: z.string().nullable() });
const answer = {
  id: z.string(),
  rawId: z.string(),
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}),
};
const madeOf = z.object({
  ...answer,
  response: z.object({ clientDataJSON: z.string(), attestationObject: z.string() }),
});
const usedOf = z.object({
  ...answer,
  response: z.object({ clientDataJSON: z.string(), authenticatorData: z.string(), signature: z.string() }),
});

/** What a page gives to the device: what is asked, as JSON, and the challenge, sealed, for the form that brings the answer. */
export type Asked = { options: string; parcel: string };
export type Answer = { response: string; parcel: string };

/** The name that passkeys are made for. An address in numbers has none: on the machine itself it is called localhost. */
function portal(): { name: string; origins: string[] } {
  const { hostname, origin, port } = new URL(env().BASE_URL);
  if (hostname !== "127.0.0.1") return { name: hostname, origins: [origin] };
  return { name: "localhost", origins: [`http://localhost${port && `:${port}`}`] };
}

/** The name of the portal for the page that has to know whether its own address may use passkeys. */
export function passkeyHost(): string {
  return portal().name;
}

/** One's passkeys. */
export async function readPasskeys(own: OpenSession) {
  const rows = await store.listOf(own.actor.id);
  return {
    passkeys: rows.map(({ id, device, createdAt, usedAt }) => ({ id, ...deviceOfCode(device), createdAt, usedAt })),
  };
}

/** Asks a device for a new passkey, that opens only by its owner's finger, face or lock. */
export async function askForPasskey(own: OpenSession): Promise<Result<Asked>> {
  const { id: personId, name } = own.actor;
  const kept = may(own, "add_passkey") ? await passwordOf(personId) : null;
  if (!kept) return refuse("forbidden");
  const options = await (
    await webauthn()
  ).generateRegistrationOptions({
    rpName: "Qiaoqiao 侨桥",
    rpID: portal().name,
    userName: kept.email,
    userDisplayName: name,
    userID: new Uint8Array(Buffer.from(personId)),
    attestationType: "none",
    excludeCredentials: (await store.listOf(personId)).map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  return done({ options: JSON.stringify(options), parcel: sealed(options.challenge, personId) });
}

/** Keeps a new passkey. Refuses `invalid` for an answer that is not to our question, or was given before. */
export async function addPasskey(own: OpenSession, given: Answer, userAgent: string | null): Promise<Result<null>> {
  if (!may(own, "add_passkey")) return refuse("forbidden");
  const response = read(given.response, madeOf);
  const challenge = await opened(given.parcel, own.actor.id);
  if (!response || challenge === null) return refuse("invalid");
  const { name: expectedRPID, origins: expectedOrigin } = portal();
  const expected = { expectedChallenge: challenge, expectedOrigin, expectedRPID, requireUserVerification: true };
  const checked = await (await webauthn()).verifyRegistrationResponse({ response, ...expected }).catch(() => null);
  if (!checked?.verified) return refuse("invalid");
  const { id, publicKey, counter } = checked.registrationInfo.credential;
  const passkey = { id, publicKey, counter, personId: own.actor.id, device: deviceOf(userAgent) };
  return (await store.add(passkey)) ? done(null) : refuse("invalid");
}

/** Takes a passkey away. Another's is not found. */
export async function removePasskey(own: OpenSession, id: string): Promise<Result<null>> {
  if (!may(own, "change_factors")) return refuse("forbidden");
  return (await store.remove(own.actor.id, id)) ? done(null) : refuse("not_found");
}

/** Asks a device for any passkey it has for the portal: which account it is for comes with the answer. */
export async function askToEnter(): Promise<Asked> {
  const options = await (
    await webauthn()
  ).generateAuthenticationOptions({ rpID: portal().name, userVerification: "required" });
  return { options: JSON.stringify(options), parcel: sealed(options.challenge, null) };
}

/**
 * Signs a person in by passkey, which is both factors in one. Refuses `invalid` for whatever is not the answer of a
 * passkey that we know to a question of ours that was not answered before.
 */
export async function enterByPasskey(given: Answer, from: Origin): Promise<Result<Token>> {
  const response = read(given.response, usedOf);
  const challenge = await opened(given.parcel, null);
  const passkey = response && challenge !== null ? await store.find(response.id) : null;
  const known = passkey && (await findCredentialsOf(passkey.personId));
  if (!response || challenge === null || !passkey || !known || known.demo) return refuse("invalid");
  const { name: expectedRPID, origins: expectedOrigin } = portal();
  const checked = await (
    await webauthn()
  )
    .verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin,
      expectedRPID,
      requireUserVerification: true,
      credential: { id: passkey.id, publicKey: passkey.publicKey, counter: Number(passkey.counter) },
    })
    .catch(() => null);
  if (!checked?.verified) return refuse("invalid");
  if (!(await store.used(passkey.id, passkey.counter, checked.authenticationInfo.newCounter))) return refuse("invalid");
  return done(await openSession(known.person, { factor: "passkey", proved: true }, from));
}

function sealed(challenge: string, personId: string | null): string {
  return pack({ challenge, personId }, "passkey", answerTime);
}

/** The challenge of a question that was put to this person, or to whoever signs in; null when it was answered before. */
async function opened(parcel: string, personId: string | null): Promise<string | null> {
  const found = unpack(parcel, "passkey", challengeOf);
  if (!found || found.personId !== personId) return null;
  return (await secondsToWait(`challenge:${sha256(found.challenge)}`, 1, answerTime)) > 0 ? null : found.challenge;
}

function read<T>(json: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(json));
  } catch {
    return null;
  }
}
