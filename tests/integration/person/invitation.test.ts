import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/client";
import { sendLetter } from "~/platform/mail/mail";
import * as invitations from "~/routes/admin/invitations";
import * as password from "~/routes/admin/password";
import * as uninvite from "~/routes/admin/uninvite";
import * as accept from "~/routes/session/accept";
import * as invitation from "~/routes/session/invitation";
import { anOrganisation, aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, signedInAs, visit } from "../enquiry/visit";

const good = "correct horse battery staple";
let admin = "";
let restore = () => {};
const later = (hours: number) => {
  restore = setClock(() => new Date(Date.now() + hours * 3600_000));
};

async function signedIn(role: "admin" | "member", organisation: string | null = null): Promise<string> {
  return signedInAs((await aPerson({ role, organisation, proved: true })).token);
}

beforeAll(async () => {
  await freshDatabase();
  await anOrganisation("unit-a");
  admin = await signedIn("admin");
});
afterEach(() => restore());

const wish = (more = {}) => ({
  name: "陈委员",
  email: `${randomUUID()}@example.org`,
  locale: "pt",
  role: "auditor",
  ...more,
});
const invite = (body: Record<string, string>, cookie = admin) =>
  answerOf(invitations.action(visit({ cookie, body, params: { lang: "en" } })));

/** The token of the last letter that went out to an address. */
async function tokenIn(template: string): Promise<string> {
  const { id } = await db().mail.findFirstOrThrow({ where: { template }, orderBy: { createdAt: "desc" } });
  await sendLetter(id);
  const { text } = await db().mail.findUniqueOrThrow({ where: { id } });
  return /\/invitation\/([\w-]+)/.exec(text ?? "")?.[1] ?? "";
}
const open = async (token: string) =>
  invitation.loader(visit({ params: { lang: "pt", token } })) as Promise<{ invited: { to: string } | null }>;
const takeUp = (token: string, text = good) =>
  answerOf(
    invitation.action(
      visit({ params: { lang: "pt", token }, body: { passwordNew: text, passwordAgain: text }, network: randomUUID() }),
    ),
  );

describe("an invitation", () => {
  it("leads to an account with the role, once, in the language of the invited", async () => {
    const sent = wish({ role: "unit", organisation: "unit-a", until: "2030-12-31" });
    expect(await invite(sent)).toMatchObject({ status: 303 });
    const token = await tokenIn("invitation");
    expect((await open(token)).invited).toMatchObject({
      to: "begin",
      role: "unit",
      organisation: { en: "Test unit-a" },
    });
    expect(await db().person.count({ where: { email: sent.email } })).toBe(0);
    // Who serves others sets up a second factor first.
    const taken = await takeUp(token);
    expect(taken).toMatchObject({ status: 303, to: expect.stringContaining("/pt/account/second-factor") });
    const person = await db().person.findUniqueOrThrow({ where: { email: sent.email }, include: { grants: true } });
    expect(person).toMatchObject({ name: "陈委员", locale: "pt" });
    expect(person.grants).toMatchObject([{ role: "unit", organisation: "unit-a" }]);
    expect(person.grants[0]?.until?.toISOString()).toBe("2030-12-31T16:00:00.000Z");
    expect(await takeUp(token)).toMatchObject({ status: 422 });
    expect((await open(token)).invited).toBeNull();
  });

  it("is used up by one of two who open it at one moment", async () => {
    await invite(wish());
    const token = await tokenIn("invitation");
    const both = await Promise.all([takeUp(token), takeUp(token)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422]);
  });

  it("keeps its link when the password is not good enough", async () => {
    await invite(wish());
    const token = await tokenIn("invitation");
    for (const weak of ["short", "jiangmenjiangmen", "qiaoqiao1234"])
      expect(await takeUp(token, weak)).toMatchObject({ status: 422 });
    expect(await takeUp(token)).toMatchObject({ status: 303 });
  });

  it("ends after seven days, when it is taken back, and when another is sent to the same address", async () => {
    const sent = wish();
    await invite(sent);
    const first = await tokenIn("invitation");
    later(1);
    await invite(sent);
    expect((await open(first)).invited).toBeNull();
    const second = await tokenIn("invitation");
    later(7 * 24 + 2);
    expect(await takeUp(second)).toMatchObject({ status: 422 });
    restore();
    const { id } = await db().invitation.findFirstOrThrow({ where: { email: sent.email } });
    const ended = uninvite.action(visit({ cookie: admin, params: { lang: "en", invitation: id }, body: {} }));
    expect(await answerOf(ended)).toMatchObject({ status: 303 });
    expect(await takeUp(second)).toMatchObject({ status: 422 });
  });

  it("is one letter, however often its form is sent", async () => {
    const sent = wish();
    const answers = await Promise.all([invite(sent), invite(sent)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const rows = await db().invitation.findMany({ where: { email: sent.email } });
    expect(rows).toHaveLength(1);
    expect(await db().mail.count({ where: { dedupeKey: `invitation:${rows[0]?.id}` } })).toBe(1);
  });

  it("ends with the right of whoever sent it", async () => {
    const { id, token } = await aPerson({ role: "admin", proved: true });
    const sent = wish({ role: "admin" });
    await invite(sent, await signedInAs(token));
    const link = await tokenIn("invitation");
    await db().person.update({ where: { id }, data: { disabledAt: new Date() } });
    expect((await takeUp(link)).status).toBe(422);
    expect(await db().person.count({ where: { email: sent.email } })).toBe(0);
  });

  it("is not used up by somebody who has an account by now, nor for an organisation that is closed", async () => {
    const sent = wish({ role: "unit", organisation: "unit-a" });
    await invite(sent);
    const link = await tokenIn("invitation");
    const { id, token } = await aPerson();
    await db().person.update({ where: { id }, data: { email: sent.email } });
    expect((await takeUp(link)).status).toBe(422);
    await db().organisation.update({ where: { slug: "unit-a" }, data: { closedAt: new Date() } });
    const take = async () =>
      answerOf(
        accept.action(visit({ params: { lang: "pt", token: link }, cookie: await signedInAs(token), body: {} })),
      );
    await take();
    const given = () => db().grant.count({ where: { personId: id, role: "unit" } });
    expect(await given()).toBe(0);
    await db().organisation.update({ where: { slug: "unit-a" }, data: { closedAt: null } });
    await take();
    expect(await given()).toBe(1);
  });

  it("gives no more than its sender holds, none to an address with an account, and is nobody else's to send", async () => {
    const { email } = await aPerson();
    expect(await invite(wish({ email }))).toMatchObject({ status: 422 });
    const ofUnit = await signedIn("admin", "unit-a");
    expect(await invite(wish({ role: "admin" }), ofUnit)).toMatchObject({ status: 422 });
    expect(await invite(wish({ role: "unit", organisation: "unit-a" }), ofUnit)).toMatchObject({ status: 303 });
    expect(await invite(wish(), await signedIn("member"))).toMatchObject({ status: 404 });
  });
});

describe("a forgotten password", () => {
  it("is set anew by the link that an administrator of the whole portal sends, and all sessions end", async () => {
    const { id } = await aPerson();
    const send = (cookie: string) =>
      answerOf(password.action(visit({ cookie, params: { lang: "en", person: id }, body: {} })));
    expect(await send(await signedIn("admin", "unit-a"))).toMatchObject({ status: 403 });
    expect(await send(admin)).toMatchObject({ status: 303 });
    const token = await tokenIn("new_password");
    expect((await open(token)).invited).toMatchObject({ to: "renew" });
    expect(await takeUp(token)).toMatchObject({ status: 303 });
    const { passwordHash, sessions } = await db().person.findUniqueOrThrow({
      where: { id },
      include: { sessions: true },
    });
    expect(passwordHash).toMatch(/^\$argon2id\$/);
    // The one that the link opened is left.
    expect(sessions).toHaveLength(1);
  });
});
