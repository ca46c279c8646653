import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { takeUp } from "~/domain/person/invitation/invitation.server";
import { askForLink, sendLink } from "~/domain/person/link/link.server";
import { holdersOf } from "~/domain/suggestion/store.server";
import { db } from "~/platform/db/client";
import * as accountPage from "~/routes/account/account";
import * as disablePage from "~/routes/admin/disable";
import * as enablePage from "~/routes/admin/enable";
import * as grantPage from "~/routes/admin/grant";
import * as invitationsPage from "~/routes/admin/invitations";
import * as organisationsPage from "~/routes/admin/organisations";
import * as passwordPage from "~/routes/admin/password";
import * as peoplePage from "~/routes/admin/people";
import * as personPage from "~/routes/admin/person";
import * as sessionsPage from "~/routes/admin/sessions";
import { anOrganisation, aPerson, waysInto } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, signedInAs, visit } from "../enquiry/visit";
import { signIn, somebody } from "../person/visit";

type Somebody = { id: string; cookie: string };
let ann: Somebody;

const aSession = async (wishes: Parameters<typeof aPerson>[0] = {}) => {
  const { token, ...person } = await aPerson({ proved: true, ...wishes });
  return { ...person, cookie: await signedInAs(token) };
};

beforeAll(async () => {
  await freshDatabase();
  await anOrganisation("unit-a");
});
beforeEach(async () => {
  await db().mail.deleteMany();
  await db().person.deleteMany();
  ann = await aSession({ role: "admin", name: "Ann" });
});

const at = (who: Somebody, person: string, body?: Record<string, string>) =>
  visit({ params: { lang: "en", person }, cookie: who.cookie, ...(body ? { body } : {}) });
const send = ({ action }: { action: (args: ReturnType<typeof at>) => Promise<unknown> }, who: Somebody, of: string) =>
  answerOf(action(at(who, of, {})));
const opens = async (cookie: string) => (await answerOf(accountPage.loader(visit({ cookie })))).status === 200;
const letters = async (email: string) =>
  (await db().mail.findMany({ where: { recipient: email } })).map((one) => one.template);
const deeds = async (deed: string) =>
  db().$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM journal WHERE verb = ${deed}`.then(([row]) => row?.n);

describe("ending somebody's sessions", () => {
  it("ends them all at once, tells its holder once, and leaves the account open", async () => {
    const { id, email } = await somebody();
    const [one, other] = [await signIn(email), await signIn(email)];
    await db().mail.deleteMany();
    expect((await personPage.loader(at(ann, id))).sessions).toBe(2);
    expect(await send(sessionsPage, ann, id)).toMatchObject({ status: 303, to: `/en/admin/people/${id}?out` });
    expect(await send(sessionsPage, ann, id)).toMatchObject({ status: 303 });
    expect([await opens(one.cookie), await opens(other.cookie)]).toEqual([false, false]);
    expect(await letters(email)).toEqual(["account_sessions"]);
    expect(await opens((await signIn(email)).cookie)).toBe(true);
  });
});

describe("a disabled account", () => {
  it("is out at once, and opens by no way: password, link, renewed password or passkey's session", async () => {
    const { id, email } = await somebody();
    const { cookie } = await signIn(email);
    await waysInto(id, { email, name: "Canary" });
    const renewed = await send(passwordPage, ann, id);
    expect(renewed).toMatchObject({ status: 303 });
    expect(await send(disablePage, ann, id)).toMatchObject({ status: 303, to: `/en/admin/people/${id}?disabled` });
    expect(await opens(cookie)).toBe(false);
    expect(await signIn(email, { network: randomUUID() })).toMatchObject({ status: 422 });
    expect([
      await db().session.count({ where: { personId: id } }),
      await db().signInLink.count({ where: { personId: id } }),
      await db().invitation.count({ where: { personId: id } }),
    ]).toEqual([0, 0, 0]);
    await askForLink(email, "en", randomUUID());
    for (const wish of await db().signInWish.findMany()) await sendLink(wish.id, "http://portal.test");
    expect(await db().signInLink.count({ where: { personId: id } })).toBe(0);
    // A session that another request opened meanwhile opens nothing.
    const { token } = await aPerson();
    await db().session.updateMany({ where: { person: { id: { notIn: [ann.id, id] } } }, data: { personId: id } });
    expect(await opens(await signedInAs(token))).toBe(false);
  });

  it("cannot be brought back by its holder: neither a new password nor an invitation to its address is to be had", async () => {
    const { id, email } = await somebody();
    await send(disablePage, ann, id);
    expect(await send(passwordPage, ann, id)).toMatchObject({ status: 404 });
    expect(await db().invitation.count()).toBe(0);
    const none = await takeUp("x".repeat(43), "correct horse battery staple", {
      network: "",
      userAgent: null,
      token: null,
    });
    expect(none.ok).toBe(false);
    expect(await signIn(email)).toMatchObject({ status: 422 });
  });

  it("is open again as it was, with the roles that it holds by then; neither is done or told twice", async () => {
    const { id, email } = await somebody({ role: "member" });
    const before = [await deeds("person.disable"), await deeds("person.enable")];
    for (const page of [disablePage, disablePage, enablePage, enablePage])
      expect(await send(page, ann, id)).toMatchObject({ status: 303 });
    expect(await letters(email)).toEqual(["account_disabled", "account_enabled"]);
    expect([await deeds("person.disable"), await deeds("person.enable")]).toEqual(before.map((n) => (n ?? 0) + 1));
    expect(await opens((await signIn(email)).cookie)).toBe(true);
  });

  it("holds nothing: no work goes to it, and it counts among no organisation's people; the list says so", async () => {
    const { id } = await aSession({ role: "unit", organisation: "unit-a", name: "Bea" });
    const holders = async () => (await organisationsPage.loader(at(ann, ""))).page.items[0]?.holders;
    expect([(await holdersOf("unit", "unit-a", new Date())).length, await holders()]).toEqual([1, 1]);
    await send(disablePage, ann, id);
    expect([(await holdersOf("unit", "unit-a", new Date())).length, await holders()]).toEqual([0, 0]);
    const { items } = (await peoplePage.loader(at(ann, ""))).page;
    expect(items.map(({ name, disabledAt }) => [name, disabledAt === null])).toEqual([
      ["Ann", true],
      ["Bea", false],
    ]);
  });

  it("is never one's own, never the last administrator's for good, and two cannot shut each other out", async () => {
    expect(await send(disablePage, ann, ann.id)).toMatchObject({ status: 403 });
    for (let round = 0; round < 10; round += 1) {
      await db().person.deleteMany();
      const [one, other] = [await aSession({ role: "admin" }), await aSession({ role: "admin" })];
      await Promise.all([send(disablePage, one, other.id), send(disablePage, other, one.id)]);
      expect(await db().person.count({ where: { disabledAt: null } })).toBe(1);
    }
    await db().person.deleteMany();
    const [one, other] = [await aSession({ role: "admin" }), await aSession({ role: "admin" })];
    await db().grant.updateMany({ where: { personId: one.id }, data: { until: new Date("2090-01-01") } });
    const answer = await send(disablePage, one, other.id);
    expect(answer).toMatchObject({ status: 422, data: { faults: { account: ["last_administrator"] } } });
    expect(await db().person.count({ where: { disabledAt: null } })).toBe(2);
  });

  it("is no administrator who keeps the last one from being left alone", async () => {
    const bea = await aSession({ role: "admin" });
    await send(disablePage, ann, bea.id);
    const { grants } = (await personPage.loader(at(ann, ann.id))).person;
    const { action } = await import("~/routes/admin/grant-end");
    const end = visit({
      params: { lang: "en", person: ann.id, grant: grants[0]?.id ?? "" },
      cookie: ann.cookie,
      body: {},
    });
    expect(await answerOf(action(end))).toMatchObject({
      status: 422,
      data: { faults: { role: ["last_administrator"] } },
    });
  });
});

describe("what is dangerous on the administrators' desk", () => {
  it("is for administrators of the whole portal alone", async () => {
    const local = await aSession({ role: "admin", organisation: "unit-a" });
    const bea = await aSession();
    for (const page of [sessionsPage, disablePage, enablePage]) {
      expect(await send(page, local, bea.id)).toMatchObject({ status: 403 });
      expect(await send(page, bea, ann.id)).toMatchObject({ status: 404 });
      expect(await send(page, ann, randomUUID())).toMatchObject({ status: 404 });
      expect(await send(page, ann, "' OR 1=1")).toMatchObject({ status: 404 });
    }
    const { can } = await personPage.loader(at(local, bea.id));
    expect(can).toEqual({ manage: false, disable: false });
  });

  it("is done only by who has shown of late who they are, and a form keeps what was typed into it", async () => {
    const tired = await aSession({ role: "admin", proved: false });
    const bea = await aSession();
    const [here, proof] = [`/en/admin/people/${bea.id}`, "/en/account/proof"];
    for (const page of [sessionsPage, disablePage, enablePage, passwordPage]) {
      expect((await send(page, tired, bea.id)).to).toContain(proof);
      const args = at(tired, bea.id, {});
      args.request.headers.set("Referer", `http://portal.test${here}?saved`);
      expect((await answerOf(page.action(args))).to).toBe(`${proof}?to=${encodeURIComponent(here)}`);
    }
    expect((await answerOf(disablePage.loader(at(tired, bea.id)))).to).toMatch(/^\/en\/account\/proof\?/);
    const role = { role: "auditor", until: "2099-01-01" };
    const refused = { status: 403, data: { unproven: true, typed: role } };
    expect(await answerOf(grantPage.action(at(tired, bea.id, role)))).toMatchObject(refused);
    const wish = { name: "陈委员", email: `${randomUUID()}@example.org`, locale: "pt", ...role };
    expect(await answerOf(invitationsPage.action(at(tired, "", wish)))).toMatchObject({
      ...refused,
      data: { typed: wish },
    });
    expect([await db().invitation.count(), await db().grant.count({ where: { role: "auditor" } })]).toEqual([0, 0]);
    await db().session.updateMany({ data: { provedAt: new Date() } });
    expect(await answerOf(grantPage.action(at(tired, bea.id, role)))).toMatchObject({ status: 303 });
  });
});
