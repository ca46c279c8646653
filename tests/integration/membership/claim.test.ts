import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { forgetOldClaims } from "~/domain/membership/keeping.server";
import { settings } from "~/domain/setting/setting";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/client";
import * as confirm from "~/routes/members/claiming/confirm";
import * as withdrawal from "~/routes/members/claiming/withdrawal";
import * as claim from "~/routes/members/claim";
import * as claims from "~/routes/members/claims";
import * as refusal from "~/routes/members/refusal";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { everyTable, waysToWrite } from "../../setup/everywhere";
import { hearLog } from "../../setup/house";
import { answerOf, signedInAs, visit } from "../enquiry/visit";
import {
  aClaim,
  aClaimForm,
  added,
  aMember,
  claimed,
  confirmed,
  letterOf,
  lettersOf,
  rolesOf,
  rowsOf,
  takenUp,
} from "./visit";

let clerk = "";
const day = 24 * 3600_000;

beforeAll(async () => {
  await freshDatabase();
  clerk = await signedInAs((await aPerson({ role: "committee", organisation: "demo-committee" })).token);
});

const at = (id: string, body?: Record<string, string>, cookie = clerk) =>
  visit({ params: { lang: "en", claim: id }, cookie, ...(body && { body }) });
const checked = (wishes: Record<string, string> = {}) => {
  const { email: _, ...profile } = aMember(wishes);
  return profile;
};
const grant = (id: string, body = checked(), cookie = clerk) => answerOf(claim.action(at(id, body, cookie)));
const decline = (id: string, reason: string) => answerOf(refusal.action(at(id, { reason })));
const stateOf = async (token: string) =>
  (await answerOf(confirm.loader(visit({ params: { lang: "en", token } })))).status;
const listed = async (state = "waiting") => {
  const view = await claims.loader(
    visit({ params: { lang: "en" }, path: `/committee/claims?state=${state}`, cookie: clerk }),
  );
  return view.page.items.map(({ id }) => id);
};

describe("a claim", () => {
  it("is seen by the committee once its address is confirmed, and not by opening the letter's link", async () => {
    const made = await aClaim();
    expect(await stateOf(made.token)).toBe(200);
    expect(await listed()).not.toContain(made.id);
    expect(await answerOf(claim.loader(at(made.id)))).toMatchObject({ status: 404 });
    expect(await grant(made.id)).toMatchObject({ status: 404 });
    for (const _ of [1, 2]) expect(await confirmed(made)).toMatchObject({ status: 303 });
    expect(await listed()).toContain(made.id);
    for (const role of ["member", "unit", "station", "admin", "auditor"] as const) {
      const cookie = await signedInAs((await aPerson({ role })).token);
      expect(await answerOf(claim.loader(at(made.id, undefined, cookie)))).toMatchObject({ status: 404 });
      expect(await answerOf(claims.loader(visit({ cookie })))).toMatchObject({ status: 404 });
      expect(await grant(made.id, checked(), cookie)).toMatchObject({ status: 404 });
    }
  });

  it("that is granted leads to an invitation, or to the role in the account there is; twice makes one member", async () => {
    const email = `${randomUUID()}@example.org`;
    const made = await aClaim(aClaimForm({ email, name: "梁自述", session: "13" }));
    await confirmed(made);
    const all = await Promise.all([1, 2, 3].map(() => grant(made.id, checked({ name: "梁核實" }))));
    expect(new Set(all.map(({ status, to }) => `${status} ${to}`)).size).toBe(1);
    expect(await rowsOf(email)).toMatchObject([{ name: "梁核實", session: 14, personId: null }]);
    await takenUp();
    const { id } = await db().person.findUniqueOrThrow({ where: { email } });
    expect(await rolesOf(id)).toHaveLength(1);
    // What it said is forgotten: the membership says it now.
    const row = await db().membershipClaim.findUniqueOrThrow({ where: { id: made.id } });
    expect(row).toMatchObject({ state: "granted", sealed: new Uint8Array() });

    const known = await aPerson({ role: "unit", organisation: "unit-a" });
    const other = await aClaim(aClaimForm({ email: known.email }));
    await confirmed(other);
    expect(await rolesOf(known.id)).toEqual([]);
    await grant(other.id);
    expect(await rolesOf(known.id)).toHaveLength(1);
    expect(await lettersOf("membership_given")).toBe(1);
  });

  it("that is declined says why in a kind letter, in the language asked for, once; then it cannot be granted", async () => {
    const made = await aClaim(aClaimForm({ locale: "pt" }));
    await confirmed(made);
    for (const _ of [1, 2]) expect(await decline(made.id, "differs")).toMatchObject({ status: 303 });
    expect(await letterOf("claim_declined_differs")).toMatch(/^Obrigado pelo seu contacto/);
    expect(await lettersOf("claim_declined_differs")).toBe(1);
    expect(await decline(made.id, "unknown")).toMatchObject({ status: 409 });
    expect(await grant(made.id)).toMatchObject({ status: 409 });
    expect(await listed("declined")).toContain(made.id);
    expect(await decline((await aClaim()).id, "no such reason")).toMatchObject({ status: 422 });
  });

  it("is granted at once or not at all: what stands in the way leaves it waiting", async () => {
    const fields = aMember();
    await added(clerk, fields);
    const made = await aClaim(aClaimForm({ email: fields.email ?? "" }));
    await confirmed(made);
    expect(await grant(made.id, checked({ session: "15" }))).toMatchObject({ status: 422 });
    expect(await listed()).toContain(made.id);
    // The same as is written down already is that membership.
    expect(await grant(made.id, checked())).toMatchObject({ status: 303 });
    expect(await rowsOf(fields.email ?? "")).toHaveLength(1);
  });

  it("of one's own is a colleague's to decide", async () => {
    const { email, token } = await aPerson({ role: "committee", organisation: "demo-committee" });
    const own = await signedInAs(token);
    const made = await aClaim(aClaimForm({ email }));
    await confirmed(made);
    expect(await grant(made.id, checked(), own)).toMatchObject({ status: 422 });
    expect(await answerOf(refusal.action(at(made.id, { reason: "other" }, own)))).toMatchObject({ status: 403 });
    expect(await grant(made.id)).toMatchObject({ status: 303 });
  });

  it("is taken back by the link, and the newer of two from one address is the one that stands", async () => {
    const made = await aClaim();
    const params = { lang: "en", token: made.token };
    for (const _ of [1, 2])
      expect(await answerOf(withdrawal.action(visit({ params, body: {} })))).toMatchObject({ status: 303 });
    expect(await stateOf(made.token)).toBe(404);
    expect(await confirmed(made)).toMatchObject({ status: 404 });
    expect(await db().consent.findFirstOrThrow({ where: { subjectId: made.id } })).toMatchObject({
      purpose: "membership",
      version: "1",
      locale: "en",
      withdrawnAt: expect.any(Date),
    });
    const email = `${randomUUID()}@example.org`;
    const [first, second] = [await aClaim(aClaimForm({ email })), await aClaim(aClaimForm({ email, session: "15" }))];
    await confirmed(first);
    await confirmed(second);
    expect(await stateOf(first.token)).toBe(404);
    expect(await listed()).toContain(second.id);
  });
});

describe("a form sent twice", () => {
  it("is one claim, one letter, and one of those that an address may send in a day", async () => {
    const sent = aClaimForm();
    const before = await db().mail.count();
    const both = await Promise.all([claimed(sent), claimed(sent)]);
    expect([...both, await claimed(sent)].map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await db().membershipClaim.count({ where: { id: sent.requestKey ?? "" } })).toBe(1);
    expect((await db().mail.count()) - before).toBe(1);
  });
});

describe("what is answered", () => {
  it("is the same for an address with an account, a member's, and anybody's; each gets one letter of one kind", async () => {
    const { email: account } = await aPerson();
    const fields = aMember();
    await added(clerk, fields);
    const before = await db().mail.count();
    const answers = [];
    for (const email of [account, fields.email ?? "", `${randomUUID()}@example.org`])
      answers.push(JSON.stringify(await claimed(aClaimForm({ email }))));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain("/en/membership/claim/asked");
    expect((await db().mail.count()) - before).toBe(3);
  });

  it("is limited for one network, with how long to wait, and silently for one address", async () => {
    const network = randomUUID();
    for (let sent = 0; sent < settings.claims.value; sent += 1)
      expect((await claimed(aClaimForm(), network)).status).toBe(303);
    expect(await claimed(aClaimForm(), network)).toMatchObject({ status: 429 });
    const email = `${randomUUID()}@example.org`;
    const before = await db().membershipClaim.count();
    for (let sent = 0; sent < settings.claims_to_one.value + 2; sent += 1)
      expect((await claimed(aClaimForm({ email: email.toUpperCase() }))).status).toBe(303);
    expect((await db().membershipClaim.count()) - before).toBe(settings.claims_to_one.value);
  });

  it.each([
    [{ name: "" }, "name"],
    [{ email: "x" }, "email"],
    [{ kind: "" }, "kind"],
    [{ session: "0" }, "session"],
    [{ consent: "" }, "consent"],
  ])("to %j is the form again with everything typed", async (wrong, field) => {
    const fields = aClaimForm(wrong);
    const answer = await claimed(fields);
    expect(answer).toMatchObject({ status: 422, data: { typed: fields } });
    expect(Object.keys((answer.data as { faults: object }).faults)).toEqual([field]);
  });
});

describe("who claims, and as what", () => {
  it("stands nowhere in the open: in no table, job or line of the log, until the committee has granted it", async () => {
    const log = hearLog();
    const canary = {
      name: "金絲雀申請",
      nameLatin: "Canary Claimant",
      email: "canary.claim@example.org",
      sector: "canary界別",
    };
    const made = await aClaim(aClaimForm(canary));
    await confirmed(made);
    await answerOf(claims.loader(visit({ cookie: clerk })));
    await claim.loader(at(made.id));
    const ways = Object.values(canary).flatMap(waysToWrite);
    for (const { place, text } of await everyTable())
      for (const way of ways) expect(text.toLowerCase().includes(way.toLowerCase()), `${place}: ${way}`).toBe(false);
    for (const way of ways) expect(log.text()).not.toContain(way);
  });

  it("is forgotten in time, declined, unconfirmed or left lying; what is younger stays", async () => {
    await db().membershipClaim.deleteMany();
    const unconfirmed = await aClaim();
    const declined = await aClaim();
    const waiting = await aClaim();
    for (const one of [declined, waiting]) await confirmed(one);
    await decline(declined.id, "other");
    const after = async (days: number) => {
      const restore = setClock(() => new Date(Date.now() + days * day));
      await forgetOldClaims().finally(restore);
      return db().membershipClaim.count({ where: { id: { in: [unconfirmed.id, declined.id, waiting.id] } } });
    };
    expect(await after(settings.keep_claim.value - 1)).toBe(3);
    expect(await after(settings.keep_claim.value + 1)).toBe(0);
  });
});
