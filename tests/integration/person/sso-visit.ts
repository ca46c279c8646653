import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach } from "vitest";
import * as begin from "~/routes/sso/begin";
import * as callback from "~/routes/system/sso";
import * as unitDesk from "~/routes/unit/desk";
import { db } from "~/platform/db/client";
import { anOrganisation } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { aProvider, type Somebody } from "../../setup/provider";
import { answerOf, sentBack, visit } from "../enquiry/visit";
import { somebody } from "./visit";

export let provider: Awaited<ReturnType<typeof aProvider>>;
export let other: Awaited<ReturnType<typeof aProvider>>;
export const base = "http://127.0.0.1:3000";
const map = {
  secondFactor: { amr: ["mfa"], acr: ["gold"] },
  roles: { claim: "groups", grants: [{ value: "officers", role: "unit", organisation: "unit-a" }] },
};

beforeAll(async () => {
  [provider, other] = [await aProvider("one"), await aProvider("two")];
  for (const [id, at] of [
    ["one", provider],
    ["two", other],
  ] as const)
    at.redirectTo(`${base}/sso/${id}/callback`);
  const down = { ...provider.setting(), id: "down", issuer: "http://127.0.0.1:9" };
  process.env.BASE_URL = base;
  process.env.OIDC_PROVIDERS = JSON.stringify([provider.setting(map), other.setting(), down]);
  await freshDatabase();
  await anOrganisation("unit-a");
});
afterAll(async () => {
  await Promise.all([provider.stop(), other.stop()]);
});
beforeEach(async () => {
  await db().person.deleteMany();
});

export const params = (more: Record<string, string> = {}) => ({ lang: "en", provider: "one", ...more });
export const asked = (cookie = "", id = "one", path = "") =>
  answerOf(begin.loader(visit({ params: params({ provider: id }), path, cookie })));

/** Goes to the provider as a browser does, as this person, until it sends them back to us; gives that address. */
export async function through(to: string, as: Somebody, at = provider): Promise<URL> {
  at.held.next = as;
  const jar = new Map<string, string>();
  for (let url = to; ;) {
    const Cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(url, { redirect: "manual", headers: { Cookie } });
    for (const one of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (one.split(";")[0] ?? "").split("=");
      jar.set(name, value);
    }
    const next = answer.headers.get("Location");
    if (!next) throw new Error(`The provider answered ${answer.status}: ${await answer.text()}`);
    url = new URL(next, url).href;
    if (url.startsWith(base)) return new URL(url);
  }
}

export async function cameBack(at: URL, cookie: string) {
  const args = visit({ cookie, network: randomUUID() });
  const request = new Request(at, { headers: { Cookie: cookie } });
  const [, , id = ""] = at.pathname.split("/");
  const answer = await answerOf(callback.loader({ ...args, params: { provider: id }, request }));
  const session = answer.cookies.filter(
    (one) => /^qq_(session|entry|link)=(?!;|"";)/.test(one) && !/Max-Age=0/.test(one),
  );
  return { ...answer, cookie: sentBack(session) };
}

/** The whole way: asks, goes there as this person, and comes back. */
export async function wayOf(as: Somebody, cookie = "", path = "") {
  const { to, cookies } = await asked(cookie, "one", path);
  const kept = [cookie, sentBack(cookies)].filter(Boolean).join("; ");
  return cameBack(await through(to ?? "", as), kept);
}

/** Somebody with an account and an identity that is linked to it. */
export async function linked(sub: string = randomUUID(), wishes: Parameters<typeof somebody>[0] = {}) {
  const person = await somebody(wishes);
  await db().identity.create({
    data: {
      id: randomUUID(),
      personId: person.id,
      provider: "one",
      issuer: provider.issuer,
      subject: sub,
      label: "x",
      createdAt: new Date(),
    },
  });
  return { ...person, sub };
}
export const unitOf = async (cookie: string) =>
  (await answerOf(unitDesk.loader(visit({ cookie, params: { lang: "en" } })))).status;
