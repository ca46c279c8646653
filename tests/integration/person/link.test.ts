import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import * as byLink from "~/routes/session/by-link";
import * as link from "~/routes/session/link";
import * as memberDesk from "~/routes/member/desk";
import * as passwordPage from "~/routes/account/password";
import * as invitation from "~/routes/session/invitation";
import { renewPassword } from "~/domain/person/invitation/invitation.server";
import { sendLink } from "~/domain/person/link/link.server";
import { db, pool } from "~/platform/db/client";
import { aPerson } from "../../factories/person";
import { sendLetter } from "~/platform/mail/mail";
import { freshDatabase } from "../../setup/database";
import { answerOf, sentBack, visit } from "../enquiry/visit";
import { asSomebody, pass, statusOf, unit, withFactor } from "./second-factor";
import { somebody } from "./visit";

const portal = "http://portal.test";

beforeAll(freshDatabase);

const ask = (email: string, network: string = randomUUID()) =>
  answerOf(link.action(visit({ params: { lang: "en" }, path: "/sign-in/link", body: { email }, network })));

/** Asks for a link, lets the worker do its part, and gives the token of the letter, if there is one. */
async function tokenFor(email: string): Promise<string | null> {
  expect((await ask(email)).to).toBe("/en/sign-in/link/asked");
  const [wish] = await db().signInWish.findMany();
  if (!wish) return null;
  await sendLink(wish.id, portal);
  await sendLink(wish.id, portal);
  const letters = await db().mail.findMany({ where: { dedupeKey: `entry-link:${wish.id}` } });
  expect(letters.length).toBeLessThan(2);
  return /by-link\/(\S+)$/.exec((letters[0]?.params as { link?: string } | undefined)?.link ?? "")?.[1] ?? null;
}

async function open(token: string) {
  const args = visit({ params: { lang: "en", token }, body: {}, network: randomUUID() });
  const answer = await answerOf(byLink.action(args));
  return { ...answer, cookie: sentBack(answer.cookies.slice(0, 1)) };
}

describe("a link to sign in with", () => {
  it("signs a member in, once, and not by being looked at", async () => {
    const { email } = await somebody();
    const token = (await tokenFor(email.toUpperCase())) ?? "";
    expect(token).toMatch(/^[\w-]{43}$/);
    for (let index = 0; index < 3; index += 1)
      expect((await answerOf(byLink.loader(visit({ params: { lang: "en", token } })))).status).toBe(200);
    const { cookie, status } = await open(token);
    expect([status, await statusOf(cookie, memberDesk.loader)]).toEqual([303, 200]);
    expect((await open(token)).status).toBe(422);
  });

  it("lets one in of many who use it at one moment", async () => {
    const token = (await tokenFor((await somebody()).email)) ?? "";
    const answers = await Promise.all([open(token), open(token), open(token), open(token)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422, 422, 422]);
  });

  it("is over after a quarter of an hour", async () => {
    const [one, other] = [await somebody(), await somebody()];
    const [early, late] = [(await tokenFor(one.email)) ?? "", (await tokenFor(other.email)) ?? ""];
    pass(899);
    expect((await open(early)).status).toBe(303);
    pass(2);
    expect((await open(late)).status).toBe(422);
  });

  it("is sent to no stranger, nobody without a right and nobody who serves others, and the answer is the same", async () => {
    const staff = await somebody(unit);
    const both = await somebody();
    await db().grant.create({ data: { personId: both.id, role: "committee", from: new Date(0) } });
    const former = await somebody();
    await db().grant.updateMany({ where: { personId: former.id }, data: { until: new Date(1) } });
    for (const email of [staff.email, both.email, former.email, "nobody@example.org"])
      expect(await tokenFor(email)).toBeNull();
    expect(await db().signInWish.count()).toBe(0);
  });

  it("opens nothing any more for whoever was given a role that serves others meanwhile", async () => {
    const { email, id } = await somebody();
    const token = (await tokenFor(email)) ?? "";
    await db().grant.create({ data: { personId: id, role: "admin", from: new Date(0) } });
    expect((await open(token)).status).toBe(422);
  });

  it("asks for the code where the second factor is on, and never counts as having shown who one is", async () => {
    const { email } = await withFactor({ role: "member" });
    expect((await open((await tokenFor(email)) ?? "")).to).toMatch(/^\/en\/sign-in\/code/);
    const plain = await somebody();
    const { cookie } = await open((await tokenFor(plain.email)) ?? "");
    expect((await answerOf(passwordPage.loader(asSomebody(cookie)))).to).toMatch(/^\/en\/account\/proof/);
  });

  it("to a new password does not spare the code either: who has it alone is not in", async () => {
    const { id } = await withFactor();
    const { actor } = await aPerson({ role: "admin" });
    expect(await renewPassword(actor, id)).toMatchObject({ ok: true });
    const letter = await db().mail.findFirstOrThrow({ where: { template: "new_password" } });
    await sendLetter(letter.id);
    const { text } = await db().mail.findUniqueOrThrow({ where: { id: letter.id } });
    const token = /\/invitation\/([\w-]+)/.exec(text ?? "")?.[1] ?? "";
    const passwordNew = "tangerine lamp ferry";
    const body = { passwordNew, passwordAgain: passwordNew };
    const answer = await answerOf(invitation.action(visit({ params: { lang: "en", token }, body })));
    expect(answer.to).toMatch(/^\/en\/sign-in\/code/);
    expect(await db().session.count({ where: { personId: id } })).toBe(0);
  });

  it("and its wish are kept so that nobody who reads the tables can use them", async () => {
    const { email } = await somebody();
    await ask(email);
    const read = async (table: string) => JSON.stringify((await pool().query(`SELECT t::text FROM ${table} t`)).rows);
    expect(await read("sign_in_wish")).not.toContain(email);
    expect(await read("graphile_worker.jobs")).not.toContain(email);
    const token = (await tokenFor(email)) ?? "";
    expect(await read("sign_in_link")).not.toContain(token);
  });

  it.each(["", "x", "../..", "' OR 1=1 --", "A".repeat(43)])("%s is none", async (token) => {
    expect((await open(token)).status).toBe(422);
  });

  it("is limited: by network with the time to wait, for an address silently", async () => {
    const network = randomUUID();
    for (let index = 0; index < 10; index += 1) await ask(`${randomUUID()}@example.org`, network);
    expect((await ask("one@example.org", network)).status).toBe(429);
    await db().signInWish.deleteMany();
    for (let index = 0; index < 7; index += 1) expect((await ask("two@example.org")).to).toBe("/en/sign-in/link/asked");
    expect(await db().signInWish.count()).toBe(5);
  });
});
