import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { addDays, chinaDay, startOf } from "~/domain/calendar/days";
import { stateOf } from "~/domain/membership/member";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/client";
import * as grantEnd from "~/routes/admin/grant-end";
import * as memberDesk from "~/routes/member/desk";
import * as end from "~/routes/members/end";
import * as invite from "~/routes/members/invite";
import * as member from "~/routes/members/member";
import * as list from "~/routes/members/members";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, signedInAs, visit } from "../enquiry/visit";
import { asked, took } from "../export/taking";
import { added, aMember, letterOf, lettersOf, rolesOf, rowOf, rowsOf, takenUp } from "./visit";

let clerk = "";
let restore = () => {};
const today = () => chinaDay(new Date());

beforeAll(async () => {
  await freshDatabase();
  clerk = await signedInAs((await aPerson({ role: "committee", organisation: "demo-committee" })).token);
});
afterEach(() => restore());

const at = (id: string, body?: Record<string, string>, cookie = clerk) =>
  visit({ params: { lang: "en", member: id }, cookie, ...(body && { body }) });
const look = (id: string) => member.loader(at(id));
const found = async (query: string, cookie = clerk) =>
  list.loader(visit({ params: { lang: "en" }, path: `/committee/members?${query}`, cookie }));
const namesIn = async (query: string) => (await found(query)).page.items.map(({ name }) => name);
/** The form of a profile as the page shows it, with some fields typed anew. */
async function profile(id: string, typed: Record<string, string>) {
  const { version, name, kind, session, locale, from } = (await look(id)).member;
  return { seen: String(version), name, kind, session: String(session), locale, from: chinaDay(from), ...typed };
}

describe("what a clerk may not", () => {
  it("is prolong a membership by ending it", async () => {
    const { member: id } = await added(clerk, aMember({ until: addDays(today(), 30) }));
    const sent = (lastDay: string) => answerOf(end.action(at(id, { lastDay })));
    expect((await sent(addDays(today(), 60))).status).toBe(422);
    expect((await sent(addDays(today(), 10))).status).toBe(303);
  });

  it("is rename or see an invitation to another role", async () => {
    const fields = aMember();
    const { member: id } = await added(clerk, fields);
    await db().invitation.deleteMany();
    const offered = { email: fields.email ?? "", name: "Admin", locale: "en", role: "admin", tokenHash: randomUUID() };
    const times = { createdAt: new Date(), expiresAt: new Date("2099-01-01") };
    await db().invitation.create({ data: { ...offered, ...times, id: randomUUID() } });
    expect((await look(id)).invitedUntil).toBeNull();
    await answerOf(member.action(at(id, await profile(id, { name: "Another", locale: "pt" }))));
    expect(await db().invitation.findFirstOrThrow()).toMatchObject({ name: "Admin", locale: "en" });
    await db().invitation.deleteMany();
  });
});

describe("a member without an account", () => {
  it("is invited by one letter, and has the role, the name and the term once they have taken it up", async () => {
    const fields = aMember({ until: "2031-12-31" });
    const { status, member: id } = await added(clerk, fields);
    expect(status).toBe(303);
    expect((await look(id)).member).toMatchObject({ state: "waiting", lastDay: "2031-12-31" });
    expect(await db().person.count({ where: { email: fields.email ?? "" } })).toBe(0);
    const { cookie } = await takenUp();
    const person = await db().person.findUniqueOrThrow({ where: { email: fields.email ?? "" } });
    expect(person).toMatchObject({ name: fields.name, nameLatin: fields.nameLatin, locale: "zh-Hant" });
    const [role, ...more] = await rolesOf(person.id);
    expect(more).toEqual([]);
    expect(role?.until).toEqual(startOf("2032-01-01"));
    expect(await rowOf(id)).toMatchObject({ personId: person.id, grantId: role?.id });
    expect((await look(id)).member.state).toBe("valid");
    // Their own desk says what they are a member as.
    const desk = await memberDesk.loader(visit({ cookie, params: { lang: "en" } }));
    expect(desk.member).toMatchObject({ kind: "macao", session: 14, sector: "特邀人士" });
  });

  it("gets what the committee has written down meanwhile, not what stood there when they were invited", async () => {
    const { member: id } = await added(clerk);
    await answerOf(member.action(at(id, await profile(id, { name: "梁更正", until: "2029-06-30" }))));
    await takenUp();
    const { personId } = await rowOf(id);
    expect(await db().person.findUniqueOrThrow({ where: { id: personId ?? "" } })).toMatchObject({ name: "梁更正" });
    expect((await rolesOf(personId ?? ""))[0]?.until).toEqual(startOf("2029-07-01"));
  });

  it("can be invited again, not twice within a minute: the link before is no longer good; ended, no link is", async () => {
    const { member: id } = await added(clerk);
    const first = /\/invitation\/([\w-]+)/.exec(await letterOf("invitation"))?.[1];
    restore = setClock(() => new Date(Date.now() + 120_000));
    await Promise.all([1, 2].map(() => answerOf(invite.action(at(id, {})))));
    const second = /\/invitation\/([\w-]+)/.exec(await letterOf("invitation"))?.[1];
    expect([second === first, await db().invitation.count()]).toEqual([false, 1]);
    expect(await takenUp(first)).toMatchObject({ status: 422 });
    expect(await answerOf(end.action(at(id, { lastDay: today() })))).toMatchObject({ status: 303 });
    expect(await takenUp(second)).toMatchObject({ status: 422 });
    restore();
    restore = setClock(() => startOf(addDays(today(), 2)));
    expect(await answerOf(invite.action(at(id, {})))).toMatchObject({ status: 409 });
  });
});

describe("a member with an account", () => {
  it("holds the role at once and is told so, once, however often the form is sent", async () => {
    const { id: personId, email } = await aPerson({ role: "unit", organisation: "unit-a" });
    const fields = aMember({ email: email.toUpperCase() });
    const all = await Promise.all([added(clerk, fields), added(clerk, fields), added(clerk, fields)]);
    expect(new Set(all.map(({ member: id }) => id)).size).toBe(1);
    expect((await rolesOf(personId)).filter(({ until }) => until === null)).toHaveLength(1);
    expect(await db().mail.count({ where: { template: "membership_given", recipient: email } })).toBe(1);
    expect(await db().invitation.count({ where: { email } })).toBe(0);
  });

  it("keeps what was held: a change of the term goes on from the role there is, a later term is a row of its own", async () => {
    const { id: personId, email } = await aPerson();
    const [before] = await rolesOf(personId);
    const { member: id } = await added(clerk, aMember({ email, until: "2030-12-31" }));
    expect(await rolesOf(personId)).toMatchObject([
      { id: before?.id, from: before?.from, until: startOf("2031-01-01") },
    ]);
    expect(await added(clerk, aMember({ email, session: "15", from: "2030-06-01" }))).toMatchObject({ status: 422 });
    const { member: next } = await added(clerk, aMember({ email, session: "15", from: "2031-01-01" }));
    expect((await look(next)).member.state).toBe("ahead");
    expect(await rolesOf(personId)).toHaveLength(2);
    expect(await answerOf(member.action(at(id, await profile(id, { until: "2031-03-01" }))))).toMatchObject({
      status: 422,
      data: { faults: { until: ["bad_term"] } },
    });
  });

  it("loses the role after the last day, not before, and it stays written down", async () => {
    const { id: personId, email, token } = await aPerson();
    const { member: id } = await added(clerk, aMember({ email }));
    expect(await answerOf(end.action(at(id, { lastDay: addDays(today(), -1) })))).toMatchObject({ status: 422 });
    expect(await answerOf(end.action(at(id, { lastDay: addDays(today(), 1) })))).toMatchObject({ status: 303 });
    const open = async () => (await answerOf(memberDesk.loader(visit({ cookie: await signedInAs(token) })))).status;
    expect(await open()).toBe(200);
    restore = setClock(() => startOf(addDays(today(), 2)));
    expect(await open()).toBe(404);
    expect((await look(id)).member.state).toBe("over");
    expect(await rolesOf(personId)).toHaveLength(1);
    expect(await answerOf(member.action(at(id, await profile(id, {}))))).toMatchObject({ status: 409 });
  });

  it("is over when an administrator takes the role", async () => {
    const { email } = await aPerson();
    const { member: id } = await added(clerk, aMember({ email }));
    const admin = await signedInAs((await aPerson({ role: "admin", proved: true })).token);
    const { personId, grantId } = await rowOf(id);
    const params = { lang: "en", person: personId ?? "", grant: grantId ?? "" };
    expect(await answerOf(grantEnd.action(visit({ params, cookie: admin, body: {} })))).toMatchObject({ status: 303 });
    restore = setClock(() => new Date(Date.now() + 1000));
    expect((await look(id)).member.state).toBe("over");
  });
});

describe("a profile", () => {
  it("is changed over the version that was seen; a page grown old changes nothing", async () => {
    const { member: id } = await added(clerk);
    const sent = await profile(id, { name: "梁甲", kind: "hong_kong", session: "15" });
    expect(await answerOf(member.action(at(id, sent)))).toMatchObject({ status: 303 });
    expect(await answerOf(member.action(at(id, { ...sent, name: "梁乙" })))).toMatchObject({ status: 409 });
    expect(await rowOf(id)).toMatchObject({ name: "梁甲", kind: "hong_kong", session: 15, version: 2 });
  });

  it.each([
    [{ name: " " }, "name"],
    [{ email: "nobody" }, "email"],
    [{ kind: "emperor" }, "kind"],
    [{ session: "2026" }, "session"],
    [{ session: "" }, "session"],
    [{ locale: "de" }, "locale"],
    [{ from: "2026-02-30" }, "from"],
    [{ from: "2026-05-01", until: "2026-04-01" }, "until"],
    [{ until: "2023-01-01" }, "until"],
  ])("with %j comes back with everything typed, and nobody is invited", async (wrong, field) => {
    const fields = aMember(wrong);
    const before = await lettersOf("invitation");
    const answer = await added(clerk, fields);
    expect(answer).toMatchObject({ status: 422, data: { typed: fields } });
    expect(Object.keys((answer.data as { faults: object }).faults)).toEqual([field]);
    expect(await lettersOf("invitation")).toBe(before);
  });

  it("is nobody's own to write", async () => {
    const { id: personId, email, token } = await aPerson({ role: "committee", organisation: "demo-committee" });
    const own = await signedInAs(token);
    expect(await added(own, aMember({ email }))).toMatchObject({
      status: 422,
      data: { faults: { form: ["own_membership"] } },
    });
    const { member: id } = await added(clerk, aMember({ email }));
    const sent = await profile(id, { kind: "hong_kong" });
    expect(await answerOf(member.action(at(id, sent, own)))).toMatchObject({ status: 422 });
    expect(await answerOf(end.action(at(id, { lastDay: today() }, own)))).toMatchObject({ status: 403 });
    expect(await rowOf(id)).toMatchObject({ personId, kind: "macao", version: 1 });
  });
});

describe("the list of members", () => {
  it("is found in either script, by Latin name, address, kind and state, in order, and taken along whole", async () => {
    const mark = randomUUID().slice(0, 8);
    const one = aMember({ name: `陳麗華${mark}`, nameLatin: "CHAN Lai Wá", email: `chan-${mark}@example.org` });
    const other = aMember({ name: `黄国强${mark}`, nameLatin: "", kind: "overseas_guest", session: "13" });
    await added(clerk, one);
    await added(clerk, other);
    expect(await namesIn(`q=${encodeURIComponent(`陈丽华${mark}`)}`)).toEqual([one.name]);
    expect(await namesIn(`q=${encodeURIComponent(`黃國強${mark}`)}`)).toEqual([other.name]);
    expect(await namesIn(`q=lai%20wa%20${mark}`)).toEqual([one.name]);
    expect(await namesIn(`q=CHAN-${mark}%40`)).toEqual([one.name]);
    expect(await namesIn(`q=%25${mark}`)).toEqual([]);
    expect(await namesIn(`q=${mark}&kind=overseas_guest`)).toEqual([other.name]);
    expect(await namesIn(`q=${mark}&state=valid`)).toEqual([]);
    expect(await namesIn(`q=${mark}&state=waiting&sort=-session`)).toEqual([one.name, other.name]);
    expect((await namesIn(`q=${mark}&sort=-since`))[0]).toBe(other.name);
    const text = (await took(clerk, "members", `q=${mark}`)).toString("utf8");
    expect(text.trim().split("\r\n")).toHaveLength(3);
    expect(text).toContain(`${other.name},,${other.email},Overseas guest (observer),13`);
  });

  it("shows states as the database finds them", async () => {
    for (const state of ["waiting", "valid", "ahead", "over"]) {
      const { page } = await found(`state=${state}`);
      for (const one of page.items) expect([one.state, stateOf(one, new Date())]).toEqual([state, state]);
    }
    const { page } = await found("");
    const counts = await Promise.all(
      ["waiting", "valid", "ahead", "over"].map(async (state) => (await found(`state=${state}`)).page.total),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(page.total);
  });

  it("is nobody else's", async () => {
    const { member: id } = await added(clerk);
    for (const role of ["member", "unit", "station", "admin", "auditor"] as const) {
      const cookie = await signedInAs((await aPerson({ role })).token);
      expect(await answerOf(list.loader(visit({ cookie })))).toMatchObject({ status: 404 });
      expect(await answerOf(member.loader(at(id, undefined, cookie)))).toMatchObject({ status: 404 });
      expect(await asked(cookie, "members")).toMatchObject({ status: 404 });
      expect(await answerOf(end.action(at(id, { lastDay: today() }, cookie)))).toMatchObject({ status: 404 });
      expect(await added(cookie)).toMatchObject({ status: 404 });
    }
    expect(await rowsOf((await rowOf(id)).email)).toMatchObject([{ until: null }]);
  });
});
