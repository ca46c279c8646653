import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect } from "vitest";
import * as codesPage from "~/routes/account/codes";
import * as factorPage from "~/routes/account/factor";
import * as codePage from "~/routes/session/code";
import { setClock } from "~/platform/clock";
import { codeAt, stepAt } from "~/platform/crypto/totp";
import { fromBase32 } from "../../setup/base32";
import { answerOf, sentBack, visit } from "../enquiry/visit";
import { signIn, somebody } from "./visit";

const start = Date.UTC(2026, 5, 1);
let restore = () => {};
let moment = 0;
/** Lets so many seconds pass. */
export const pass = (seconds: number) => {
  moment += seconds;
  restore();
  restore = setClock(() => new Date(start + moment * 1000));
};

beforeEach(() => pass(60));
afterEach(() => restore());

export const unit = { role: "unit", organisation: "unit-a" } as const;
export const asSomebody = (cookie: string, more: Parameters<typeof visit>[0] = {}) =>
  visit({ params: { lang: "en" }, cookie, network: randomUUID(), ...more });
export const statusOf = async (cookie: string, loader: (args: ReturnType<typeof visit>) => Promise<unknown>) =>
  (await answerOf(loader(asSomebody(cookie)))).status;
export const codeNow = (secret: Buffer, shift = 0) => codeAt(secret, stepAt(new Date(start + moment * 1000)) + shift);

/** Sets up the second factor in this session; gives the secret, the recovery codes and the session's new cookie. */
export async function setUp(cookie: string) {
  const { setup } = await factorPage.loader(asSomebody(cookie));
  const secret = fromBase32(setup?.text ?? "");
  const body = { secret: setup?.secret ?? "", code: codeNow(secret) };
  const answer = await answerOf(factorPage.action(asSomebody(cookie, { body })));
  expect(answer.to).toBe("/en/account/recovery-codes?to=%2Fen%2Faccount");
  const [session = "", once = ""] = answer.cookies.map((one) => sentBack([one]));
  const shown = await codesPage.loader(asSomebody(`${session}; ${once}`));
  return { secret, cookie: session, codes: shown.data.codes ?? [], once };
}

/** Shows the password and, if the sign-in goes on with it, a code. */
export async function signInWith(email: string, code: string, network: string = randomUUID()) {
  const first = await signIn(email, { network });
  if (first.to?.startsWith("/en/sign-in/code") !== true) return first;
  const answer = await answerOf(
    codePage.action(visit({ params: { lang: "en" }, cookie: first.cookie, body: { code }, network })),
  );
  return { ...answer, cookie: sentBack(answer.cookies.slice(0, 1)), ticket: first.cookie };
}

/** Somebody whose second factor is on. */
export async function withFactor(wishes: Parameters<typeof somebody>[0] = unit) {
  const person = await somebody(wishes);
  const made = await setUp((await signIn(person.email, { network: randomUUID() })).cookie);
  pass(60);
  return { ...person, ...made };
}
