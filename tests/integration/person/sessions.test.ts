import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { actorOfToken, sessionOf } from "~/domain/person/session/sessions.server";
import * as account from "~/routes/account/account";
import * as others from "~/routes/account/others";
import * as passwordPage from "~/routes/account/password";
import * as one from "~/routes/account/session";
import * as memberDesk from "~/routes/member/desk";
import * as unitDesk from "~/routes/unit/desk";
import { setClock } from "~/platform/clock";
import { sha256 } from "~/platform/crypto/seal";
import { db } from "~/platform/db/client";
import { sessionCookie } from "~/platform/session/cookies";
import { anOrganisation, aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, sentBack, signedInAs, visit } from "../enquiry/visit";
import { password, signIn, somebody } from "./visit";

const minute = 60_000;
const hour = 60 * minute;
let restore = () => {};
const later = (time: number) => {
  restore();
  restore = setClock(() => new Date(Date.now() + time));
};

beforeAll(async () => {
  await freshDatabase();
  await anOrganisation("unit-a");
});

afterEach(() => {
  restore();
  restore = () => {};
});

const asSomebody = (cookie: string, more: Parameters<typeof visit>[0] = {}) =>
  visit({ params: { lang: "en", ...more.params }, cookie, ...more });
const opens = async (
  cookie: string,
  page: { loader: typeof memberDesk.loader | typeof unitDesk.loader } = memberDesk,
) => (await answerOf(page.loader(asSomebody(cookie)))).status === 200;
const seen = async (cookie: string) => (await account.loader(asSomebody(cookie))).sessions;
const tokenIn = async (cookie: string) => String(await sessionCookie().parse(cookie));

describe("the limits of a session", () => {
  it("staff: ends 30 minutes after it was last used", async () => {
    const { email } = await somebody({ role: "unit", organisation: "unit-a" }, true);
    const { cookie } = await signIn(email);
    later(29 * minute);
    expect(await opens(cookie, unitDesk)).toBe(true);
    later(58 * minute);
    expect(await opens(cookie, unitDesk)).toBe(true);
    later(88 * minute + 1);
    expect(await opens(cookie, unitDesk)).toBe(false);
  });

  it("staff: ends 12 hours after sign-in, however much it was used", async () => {
    const { email } = await somebody({ role: "unit", organisation: "unit-a" }, true);
    const { cookie, cookies } = await signIn(email);
    expect(cookies.join()).toContain(`Max-Age=${12 * 3600}`);
    for (let passed = 20; passed < 720; passed += 20) {
      later(passed * minute);
      expect(await opens(cookie, unitDesk)).toBe(true);
    }
    later(12 * hour + 1000);
    expect(await opens(cookie, unitDesk)).toBe(false);
  });

  it("members: ends after 30 days, not before", async () => {
    const { email } = await somebody();
    const { cookie, cookies } = await signIn(email);
    expect(cookies.join()).toContain(`Max-Age=${30 * 24 * 3600}`);
    later(29 * 24 * hour);
    expect(await opens(cookie)).toBe(true);
    later(30 * 24 * hour + 1000);
    expect(await opens(cookie)).toBe(false);
  });

  it("a member who is given a role that serves others has its limits from then on", async () => {
    const { email, id } = await somebody({}, true);
    const { cookie } = await signIn(email);
    later(hour);
    expect(await opens(cookie)).toBe(true);
    await db().grant.create({ data: { personId: id, role: "committee", organisation: "c" } });
    later(hour + 31 * minute);
    expect(await opens(cookie)).toBe(false);
  });
});

it("its last use is written at most once a minute", async () => {
  const { email, id } = await somebody();
  const { cookie } = await signIn(email);
  const at = async () => (await db().session.findFirstOrThrow({ where: { personId: id } })).seenAt.getTime();
  const first = await at();
  later(50_000);
  await opens(cookie);
  expect(await at()).toBe(first);
  later(61_000);
  await opens(cookie);
  expect(await at()).toBeGreaterThan(first);
});

describe("the token", () => {
  it("is another at each sign-in, and the session that the browser held before ends", async () => {
    const { email } = await somebody();
    const before = await signIn(email);
    const after = await signIn(email, { cookie: before.cookie });
    expect(after.cookie).not.toBe(before.cookie);
    expect(await opens(before.cookie)).toBe(false);
    expect(await opens(after.cookie)).toBe(true);
    expect(await seen(after.cookie)).toHaveLength(1);
  });

  it("is another after each change of right, given or taken; the old one is dead after half a minute", async () => {
    const { email, id } = await somebody({ role: "unit", organisation: "unit-a" }, true);
    const { cookie } = await signIn(email);
    expect((await sessionOf(await tokenIn(cookie)))?.renewed).toBeNull();
    let held = cookie;
    for (const change of [
      () => db().grant.create({ data: { personId: id, role: "unit", organisation: "unit-b" } }),
      () => db().grant.updateMany({ where: { personId: id, organisation: "unit-b" }, data: { until: new Date(0) } }),
    ]) {
      await change();
      const args = asSomebody(held);
      await unitDesk.loader(args);
      const renewed = sentBack([args.context.renewed ?? ""]);
      expect(await tokenIn(renewed)).toMatch(/^[\w-]{43}$/);
      expect(renewed).not.toBe(held);
      expect([await opens(held, unitDesk), await opens(renewed, unitDesk)]).toEqual([true, true]);
      later(31_000);
      expect([await opens(held, unitDesk), await opens(renewed, unitDesk)]).toEqual([false, true]);
      restore();
      held = renewed;
    }
    expect(await db().session.count({ where: { personId: id } })).toBe(1);
  });

  it("is changed once by many requests at one moment, and none of them is turned away", async () => {
    const { email, id } = await somebody({ role: "unit", organisation: "unit-a" }, true);
    const { cookie } = await signIn(email);
    await db().grant.create({ data: { personId: id, role: "member" } });
    const all = Array.from({ length: 8 }, () => asSomebody(cookie));
    const answers = await Promise.all(all.map((args) => answerOf(unitDesk.loader(args))));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(all.filter(({ context }) => context.renewed)).toHaveLength(1);
  });

  it("of a session that was ended opens nothing, nor does its hash, a made-up or an unsigned one", async () => {
    const { token } = await aPerson();
    const cookie = await signedInAs(token);
    expect(await actorOfToken(token)).not.toBeNull();
    expect(await actorOfToken(sha256(token))).toBeNull();
    expect(await opens(`qq_session=${token}`)).toBe(false);
    const [{ id = "" } = {}] = await seen(cookie);
    expect((await answerOf(one.action(asSomebody(cookie, { params: { id }, body: {} })))).status).toBe(303);
    expect(await actorOfToken(token)).toBeNull();
    expect(await opens(cookie)).toBe(false);
  });
});

describe("one's sessions", () => {
  it("are listed with device, network and times, this one marked, and never a token or its hash", async () => {
    const { email } = await somebody();
    await signIn(email, { network: "203.0.113", userAgent: "Mozilla/5.0 (iPhone) MicroMessenger/8.0" });
    const { cookie } = await signIn(email, { network: "198.51.100" });
    const list = await seen(cookie);
    expect(list).toHaveLength(2);
    expect(list).toContainEqual(
      expect.objectContaining({ browser: "wechat", system: "iphone", network: "203.0.113", isThis: false }),
    );
    expect(list).toContainEqual(expect.objectContaining({ network: "198.51.100", isThis: true }));
    const hash = sha256(await tokenIn(cookie));
    expect(JSON.stringify(list)).not.toContain(hash);
  });

  it("end one by one, or all others at once", async () => {
    const { email } = await somebody();
    const [first, second, third] = [await signIn(email), await signIn(email), await signIn(email)];
    const [mine] = (await seen(first.cookie)).filter(({ isThis }) => isThis);
    await one.action(asSomebody(second.cookie, { params: { id: mine?.id ?? "" }, body: {} }));
    expect([await opens(first.cookie), await opens(second.cookie), await opens(third.cookie)]).toEqual([
      false,
      true,
      true,
    ]);
    await others.action(asSomebody(third.cookie, { body: {} }));
    expect([await opens(second.cookie), await opens(third.cookie)]).toEqual([false, true]);
  });

  it("another's is not found, however its id is spelt, and goes on", async () => {
    const [mine, theirs] = [await somebody(), await somebody()];
    const [me, them] = [await signIn(mine.email), await signIn(theirs.email)];
    const [{ id = "" } = {}] = await seen(them.cookie);
    for (const wish of [id, id.toUpperCase(), `${id} `, "%", "", randomUUID(), "others"])
      expect((await answerOf(one.action(asSomebody(me.cookie, { params: { id: wish }, body: { id } })))).status).toBe(
        404,
      );
    await others.action(asSomebody(me.cookie, { body: { personId: theirs.id, id } }));
    expect(await opens(them.cookie)).toBe(true);
    expect(await seen(me.cookie)).toHaveLength(1);
  });

  it("of a shared account: only one's own is seen, and nobody can be put out by another", async () => {
    const { email } = await somebody({}, true);
    const [mine, other] = [await signIn(email), await signIn(email)];
    const list = await seen(mine.cookie);
    expect(list).toHaveLength(1);
    const [{ id = "" } = {}] = await seen(other.cookie);
    expect((await answerOf(one.action(asSomebody(mine.cookie, { params: { id }, body: {} })))).status).toBe(404);
    expect((await answerOf(others.action(asSomebody(mine.cookie, { body: {} })))).status).toBe(403);
    const body = { passwordNow: password, passwordNew: "tangerine lamp ferry", passwordAgain: "tangerine lamp ferry" };
    expect((await answerOf(passwordPage.action(asSomebody(mine.cookie, { body })))).status).toBe(403);
    expect(await opens(other.cookie)).toBe(true);
  });
});
