import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import * as account from "~/routes/account/account";
import * as codesPage from "~/routes/account/codes";
import * as factorPage from "~/routes/account/factor";
import * as factorOff from "~/routes/account/factor-off";
import * as passwordPage from "~/routes/account/password";
import * as proofPage from "~/routes/account/proof";
import * as codePage from "~/routes/session/code";
import * as memberDesk from "~/routes/member/desk";
import * as unitDesk from "~/routes/unit/desk";
import { roles, withStaff } from "~/domain/kernel/actor";
import { actorOfToken } from "~/domain/person/session/sessions.server";
import { db, pool } from "~/platform/db/client";
import { sessionCookie } from "~/platform/session/cookies";
import { anOrganisation } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { fromBase32 } from "../../setup/base32";
import { answerOf, sentBack } from "../enquiry/visit";
import { asSomebody, codeNow, pass, setUp, signInWith, statusOf, unit, withFactor } from "./second-factor";
import { password, signIn, somebody } from "./visit";

beforeAll(async () => {
  await freshDatabase();
  await anOrganisation("unit-a");
});

describe("those who serve others", () => {
  it.each(roles.filter((role) => role !== "member"))(
    "%s: no right without a second factor, all with it",
    async (role) => {
      pass(60);
      const { email } = await somebody({ role, organisation: "unit-a" });
      const first = await signIn(email, { network: randomUUID() });
      expect(first.to).toMatch(/^\/en\/account\/second-factor\?to=/);
      const holds = async (cookie: string) =>
        (await actorOfToken(String(await sessionCookie().parse(cookie))))?.grants.map((grant) => grant.role);
      expect(await holds(first.cookie)).toEqual([]);
      expect(await holds((await setUp(first.cookie)).cookie)).toEqual(
        withStaff([{ role, organisation: "unit-a" }]).map((grant) => grant.role),
      );
    },
  );

  it("are led from their desk to set it up, and from there back", async () => {
    const { email } = await somebody(unit);
    const { cookie } = await signIn(email, { network: randomUUID() });
    const answer = await answerOf(unitDesk.loader(asSomebody(cookie, { path: "/unit" })));
    expect(answer).toMatchObject({ status: 303, to: "/en/account/second-factor?to=%2Fen%2Funit" });
    const made = await setUp(cookie);
    expect(await statusOf(made.cookie, unitDesk.loader)).toBe(200);
    expect(await statusOf(cookie, unitDesk.loader)).toBe(303);
  });

  it("keep what a member may do meanwhile, and may not turn it off later", async () => {
    const { email, id } = await somebody(unit);
    await db().grant.create({ data: { personId: id, role: "member", from: new Date(0) } });
    const { cookie } = await signIn(email, { network: randomUUID() });
    expect(await statusOf(cookie, memberDesk.loader)).toBe(200);
    const made = await setUp(cookie);
    expect((await answerOf(factorOff.action(asSomebody(made.cookie, { body: {} })))).status).toBe(403);
    expect(await db().totp.count({ where: { personId: id } })).toBe(1);
  });

  it("in an account to try the portal with, the password alone opens the desk", async () => {
    const { email } = await somebody(unit, true);
    const { cookie } = await signIn(email, { network: randomUUID() });
    expect(await statusOf(cookie, unitDesk.loader)).toBe(200);
    expect((await answerOf(factorPage.loader(asSomebody(cookie)))).status).toBe(403);
  });
});

describe("signing in with a code", () => {
  it("opens no session before the code, whatever is asked for with the ticket", async () => {
    const { email, secret } = await withFactor();
    const before = await db().session.count();
    const { cookie, to } = await signIn(email, { network: randomUUID() });
    expect(to).toMatch(/^\/en\/sign-in\/code/);
    expect(cookie).toMatch(/^qq_entry=[^;]+$/);
    expect(await db().session.count()).toBe(before);
    expect(await statusOf(cookie.replace("qq_entry", "qq_session"), unitDesk.loader)).toBe(303);
    const done = await signInWith(email, codeNow(secret));
    expect(await statusOf(done.cookie, unitDesk.loader)).toBe(200);
  });

  it("takes no code twice, not one step earlier, not even at one moment", async () => {
    const { email, secret } = await withFactor();
    const code = codeNow(secret);
    const both = await Promise.all([signInWith(email, code), signInWith(email, code), signInWith(email, code)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422, 422]);
    expect((await signInWith(email, codeNow(secret, -1))).status).toBe(422);
    pass(30);
    expect((await signInWith(email, codeNow(secret))).status).toBe(303);
  });

  it("makes guesses at codes wait, from wherever, and a right password does not forgive them", async () => {
    const { email, secret } = await withFactor();
    const network = randomUUID();
    for (let index = 0; index < 5; index += 1) expect((await signInWith(email, "000000", network)).status).toBe(422);
    const { status, data } = await signInWith(email, codeNow(secret), network);
    expect([status, data]).toEqual([429, undefined]);
    pass(30);
    expect((await signInWith(email, codeNow(secret), network)).status).toBe(303);
  });

  it("a ticket is worth nothing after ten minutes, after the password was changed, changed by a sign, or for another", async () => {
    const { email, id, secret } = await withFactor();
    const { cookie } = await signIn(email, { network: randomUUID() });
    const send = (ticket: string) => answerOf(codePage.action(asSomebody(ticket, { body: { code: codeNow(secret) } })));
    for (const broken of ["qq_entry=", "", cookie.replace(/.{4}$/, "AAAA")])
      expect((await send(broken)).to).toBe("/en/sign-in");
    pass(601);
    expect((await send(cookie)).to).toBe("/en/sign-in");
    const fresh = await signIn(email, { network: randomUUID() });
    await db().person.update({ where: { id }, data: { passwordHash: "another" } });
    expect((await send(fresh.cookie)).to).toBe("/en/sign-in");
    const other = await withFactor();
    const theirs = await signIn(other.email, { network: randomUUID() });
    expect((await send(theirs.cookie)).status).toBe(422);
  });
});

describe("recovery codes", () => {
  it("are ten, work once each however they are typed, and are kept so that nobody can read or try them", async () => {
    const { email, codes, id } = await withFactor();
    expect(new Set(codes).size).toBe(10);
    const [first = "", second = ""] = codes;
    const { rows } = await pool().query(
      `SELECT t::text AS text FROM recovery_code t UNION ALL SELECT t::text FROM totp t`,
    );
    for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code.replaceAll("-", ""));
    expect((await signInWith(email, first.toLowerCase().replaceAll("-", " "))).status).toBe(303);
    expect((await signInWith(email, first)).status).toBe(422);
    const both = await Promise.all([signInWith(email, second), signInWith(email, second)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422]);
    expect(await db().recoveryCode.count({ where: { personId: id } })).toBe(8);
  });

  it("are shown once, to their owner alone, and new ones take the place of the old", async () => {
    const { email, cookie, codes, once } = await withFactor();
    const other = await withFactor();
    expect((await codesPage.loader(asSomebody(`${other.cookie}; ${once}`))).data.codes).toBeNull();
    expect((await codesPage.loader(asSomebody(cookie))).data.codes).toBeNull();
    const answer = await answerOf(codesPage.action(asSomebody(cookie, { body: {} })));
    const shown = await codesPage.loader(asSomebody(`${cookie}; ${sentBack(answer.cookies)}`));
    expect(shown.data.codes).toHaveLength(10);
    expect((await signInWith(email, codes[0] ?? "")).status).toBe(422);
    expect((await signInWith(email, shown.data.codes?.[0] ?? "")).status).toBe(303);
  });
});

describe("setting it up", () => {
  it("takes no secret that was made for another, is too old, or was chosen by the sender", async () => {
    const [mine, theirs] = [await somebody(), await somebody()];
    const me = await signIn(mine.email, { network: randomUUID() });
    const them = await signIn(theirs.email, { network: randomUUID() });
    const { setup } = await factorPage.loader(asSomebody(them.cookie));
    const secret = fromBase32(setup?.text ?? "");
    for (const parcel of [setup?.secret ?? "", "GEZDGNBVGY3TQOJQ", Buffer.from(secret).toString("base64")]) {
      const body = { secret: parcel, code: codeNow(secret) };
      expect((await answerOf(factorPage.action(asSomebody(me.cookie, { body })))).status).toBe(303);
    }
    expect(await db().totp.count({ where: { personId: mine.id } })).toBe(0);
    const wrong = { secret: setup?.secret ?? "", code: "000000" };
    expect((await answerOf(factorPage.action(asSomebody(them.cookie, { body: wrong })))).status).toBe(422);
  });

  it("and turning it off end the other sessions; a member may turn it off", async () => {
    const { email, id } = await somebody();
    const other = await signIn(email, { network: randomUUID() });
    const made = await setUp((await signIn(email, { network: randomUUID() })).cookie);
    expect(await statusOf(other.cookie, memberDesk.loader)).toBe(303);
    expect((await answerOf(factorOff.action(asSomebody(made.cookie, { body: {} })))).to).toBe("/en/account");
    expect([
      await db().totp.count({ where: { personId: id } }),
      await statusOf(made.cookie, memberDesk.loader),
    ]).toEqual([0, 200]);
  });
});

describe("before something dangerous", () => {
  const dangerous = { passwordPage, factorPage, codesPage, factorOff };

  it("one shows anew who one is when it is more than ten minutes ago; the token is another then", async () => {
    const { cookie, secret, email } = await withFactor({ role: "member" });
    pass(660);
    for (const [name, page] of Object.entries(dangerous)) {
      const answer = await answerOf(page.action(asSomebody(cookie, { body: { passwordNew: "x" } })));
      expect([name, answer.status, answer.to]).toEqual([name, 303, "/en/account/proof?to=%2Fen"]);
    }
    expect((await answerOf(passwordPage.loader(asSomebody(cookie, { path: "/account/password" })))).to).toBe(
      "/en/account/proof?to=%2Fen%2Faccount%2Fpassword",
    );
    const prove = (code: string, given = password) =>
      answerOf(
        proofPage.action(
          asSomebody(cookie, { path: "/account/proof?to=/en/account/password", body: { password: given, code } }),
        ),
      );
    expect((await prove("")).status).toBe(422);
    expect((await prove(codeNow(secret), "wrong")).status).toBe(422);
    const answer = await prove(codeNow(secret));
    expect(answer.to).toBe("/en/account/password");
    const renewed = sentBack(answer.cookies);
    expect(await statusOf(renewed, passwordPage.loader)).toBe(200);
    expect(await statusOf(cookie, account.loader)).toBe(303);
    expect((await signIn(email, { network: randomUUID() })).status).toBe(303);
  });
});
