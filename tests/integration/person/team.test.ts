import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Role } from "~/domain/kernel/actor";
import { holdersOf } from "~/domain/suggestion/store.server";
import { actorOf } from "~/http/guards";
import { db } from "~/platform/db/client";
import { sendLetter } from "~/platform/mail/mail";
import * as accept from "~/routes/session/accept";
import * as invitation from "~/routes/session/invitation";
import * as endPage from "~/routes/team/end";
import * as teamPage from "~/routes/team/team";
import * as uninvite from "~/routes/team/uninvite";
import * as unitDesk from "~/routes/unit/desk";
import { anOrganisation, aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, signedInAs, visit } from "../enquiry/visit";

type Somebody = { id: string; email: string; cookie: string };
let head: Somebody;
let other: Somebody;

async function somebody(role: Role, organisation: string | null, proved = true): Promise<Somebody> {
  const { id, email, token } = await aPerson({ role, organisation, proved });
  return { id, email, cookie: await signedInAs(token) };
}

beforeAll(async () => {
  await freshDatabase();
  for (const slug of ["unit-a", "unit-b"]) await anOrganisation(slug);
});
beforeEach(async () => {
  await db().invitation.deleteMany();
  await db().person.deleteMany();
  [head, other] = [await somebody("unit_head", "unit-a"), await somebody("unit_head", "unit-b")];
});

const at = (who: Somebody | null, params: Record<string, string> = {}, body?: Record<string, string>) =>
  visit({
    params: { lang: "en", ...params },
    network: randomUUID(),
    ...(who && { cookie: who.cookie }),
    ...(body && { body }),
  });
const wish = (more: Record<string, string> = {}) => ({
  name: "陈委员",
  email: `${randomUUID()}@example.org`,
  locale: "pt",
  organisation: "unit-a",
  ...more,
});
const ask = (who: Somebody, body: Record<string, string>) => answerOf(teamPage.action(at(who, {}, body)));
const teamOf = async (who: Somebody) => (await teamPage.loader(at(who))).teams[0];
const grantOf = async ({ id }: Somebody) => (await db().grant.findFirstOrThrow({ where: { personId: id } })).id;

/** The letter that went to this address last. */
async function letterTo(email: string): Promise<string> {
  const { id } = await db().invitation.findFirstOrThrow({ where: { email }, orderBy: { createdAt: "desc" } });
  const letter = await db().mail.findFirstOrThrow({ where: { dedupeKey: `invitation:${id}` } });
  await sendLetter(letter.id);
  const { text } = await db().mail.findUniqueOrThrow({ where: { id: letter.id } });
  return text ?? "";
}
const link = /\/invitation\/([\w-]+)/;
const tokenTo = async (email: string) => link.exec(await letterTo(email))?.[1] ?? "";

describe("who leads a unit", () => {
  it("does what its staff do: its desk, and the letters of its work", async () => {
    expect((await answerOf(unitDesk.loader(at(head)))).status).toBe(200);
    const holders = await holdersOf("unit", "unit-a", new Date());
    expect(holders.map(({ id }) => id)).toEqual([head.id]);
    expect((await answerOf(teamPage.loader(at(await somebody("unit", "unit-a"))))).status).toBe(404);
  });

  it("asks somebody new to join, who chooses a password and holds the role of its staff, for it alone", async () => {
    const sent = wish({ until: "2090-12-31" });
    expect((await ask(head, { ...sent, role: "admin" })).status).toBe(422);
    expect(await ask(head, sent)).toMatchObject({ status: 303, to: "/en/team?sent" });
    expect((await teamOf(head))?.invited).toMatchObject([{ email: sent.email }]);
    const token = await tokenTo(sent.email);
    const { invited } = await invitation.loader(at(null, { token }));
    expect(invited).toMatchObject({ to: "begin", role: "unit", organisation: { en: "Test unit-a" }, mine: false });
    const good = "correct horse battery staple";
    await answerOf(invitation.action(at(null, { token }, { passwordNew: good, passwordAgain: good })));
    const { grants } = await db().person.findUniqueOrThrow({ where: { email: sent.email }, include: { grants: true } });
    expect(grants).toMatchObject([{ role: "unit", organisation: "unit-a", until: new Date("2090-12-31T16:00:00Z") }]);
    expect(await teamOf(head)).toMatchObject({ invited: [], staff: [{ email: sent.email, can: true }] });
  });

  it("never learns whether an address has an account: answer, list and letter are the same", async () => {
    const member = await somebody("member", null);
    const seen = async (email: string) => {
      const answer = await ask(head, wish({ email }));
      const listed = (await teamOf(head))?.invited.filter((one) => one.email === email);
      return { answer, listed: listed?.map(({ name }) => name), letter: (await letterTo(email)).replace(link, "") };
    };
    expect(await seen(member.email)).toEqual(await seen(`${randomUUID()}@example.org`));
    expect((await teamOf(head))?.staff).toEqual([]);
  });

  it("ends what they gave, at once; nobody else's people are theirs to see, to end or to ask back", async () => {
    const bea = await somebody("unit", "unit-a");
    const grant = await grantOf(bea);
    await ask(other, wish({ organisation: "unit-b" }));
    const { id } = await db().invitation.findFirstOrThrow();
    expect(await teamOf(other)).toMatchObject({ staff: [] });
    for (const who of [other, await somebody("committee_head", "unit-a"), await somebody("station_head", "unit-a")]) {
      expect((await answerOf(endPage.loader(at(who, { grant })))).status).toBe(404);
      expect((await answerOf(endPage.action(at(who, { grant }, {})))).status).toBe(404);
    }
    expect((await answerOf(uninvite.action(at(head, { invitation: id }, {})))).status).toBe(404);
    expect((await answerOf(uninvite.action(at(other, { invitation: id }, {})))).to).toBe("/en/team?taken");
    expect((await answerOf(unitDesk.loader(at(bea)))).status).toBe(200);
    expect((await answerOf(endPage.action(at(head, { grant }, {})))).to).toBe("/en/team?ended");
    expect((await answerOf(endPage.action(at(head, { grant }, {})))).status).toBe(404);
    expect((await answerOf(unitDesk.loader(at(bea)))).status).toBe(404);
  });

  it("gives no more than they hold: no other unit, no longer, no role but that of the staff; not their own end", async () => {
    expect((await ask(head, wish({ organisation: "unit-b" }))).status).toBe(404);
    await db().grant.updateMany({ where: { personId: head.id }, data: { until: new Date("2090-01-01") } });
    const more = { status: 422, data: { faults: { role: ["more_than_held"] } } };
    expect(await ask(head, wish())).toMatchObject(more);
    expect(await ask(head, wish({ until: "2090-06-01" }))).toMatchObject(more);
    expect((await ask(head, wish({ until: "2089-06-01" }))).status).toBe(303);
    expect(await ask(head, wish({ until: "2020-01-01" }))).toMatchObject({
      status: 422,
      data: { faults: { until: ["bad_period"] } },
    });
    expect((await answerOf(endPage.action(at(head, { grant: await grantOf(head) }, {})))).status).toBe(404);
  });

  it("shows of late who they are before they ask or end, and loses nothing of what was typed", async () => {
    const tired = await somebody("unit_head", "unit-a", false);
    const body = wish();
    expect(await ask(tired, body)).toMatchObject({ status: 403, data: { unproven: true, typed: body } });
    const grant = await grantOf(await somebody("unit", "unit-a"));
    expect((await answerOf(endPage.loader(at(tired, { grant })))).to).toMatch(/^\/en\/account\/proof/);
    expect((await answerOf(endPage.action(at(tired, { grant }, {})))).to).toMatch(/^\/en\/account\/proof/);
  });

  it("and whose account is disabled leads nobody", async () => {
    await db().person.update({ where: { id: head.id }, data: { disabledAt: new Date() } });
    expect((await answerOf(teamPage.loader(at(head)))).to).toMatch(/^\/en\/sign-in/);
    expect(await actorOf(at(head))).toBeNull();
  });
});

describe("an invitation to somebody who has an account", () => {
  const take = (who: Somebody | null, token: string) => answerOf(accept.action(at(who, { token }, {})));
  const rolesOf = async ({ id }: Somebody) =>
    (await db().grant.findMany({ where: { personId: id }, orderBy: { role: "asc" } })).map(({ role }) => role);

  it("is taken with that account, once, by whoever is signed in with it", async () => {
    const [member, stranger] = [await somebody("member", null), await somebody("member", null)];
    await ask(head, wish({ email: member.email.toUpperCase() }));
    const token = await tokenTo(member.email);
    const open = async (who: Somebody | null) => (await invitation.loader(at(who, { token }))).invited;
    expect(await open(null)).toMatchObject({ to: "take", mine: false });
    expect(await open(stranger)).toMatchObject({ to: "take", mine: false });
    expect(await open(member)).toMatchObject({ to: "take", mine: true });
    expect((await take(null, token)).to).toMatch(/^\/en\/sign-in/);
    expect((await take(stranger, token)).to).toBe(`/en/invitation/${token}`);
    expect([await rolesOf(member), await rolesOf(stranger)]).toEqual([["member"], ["member"]]);
    const answers = await Promise.all([take(member, token), take(member, token)]);
    expect(answers.map(({ to }) => to).toSorted()).toEqual(["/en", `/en/invitation/${token}`]);
    expect(await rolesOf(member)).toEqual(["member", "unit"]);
    expect(await open(member)).toBeNull();
  });

  it("never sets a password: the link alone is not the account", async () => {
    const member = await somebody("member", null);
    await ask(head, wish({ email: member.email }));
    const token = await tokenTo(member.email);
    const good = "correct horse battery staple";
    const answer = await answerOf(invitation.action(at(null, { token }, { passwordNew: good, passwordAgain: good })));
    expect(answer).toMatchObject({ status: 422, cookies: [] });
    const { passwordHash } = await db().person.findUniqueOrThrow({ where: { id: member.id } });
    expect(passwordHash).toBe("none");
  });

  it("stands beside another to the same address for another role, and one of two to the same is left", async () => {
    const email = `${randomUUID()}@example.org`;
    await ask(head, wish({ email }));
    await ask(other, wish({ email, organisation: "unit-b" }));
    await ask(head, wish({ email }));
    const open = await db().invitation.findMany({ where: { email }, orderBy: { organisation: "asc" } });
    expect(open.map(({ organisation }) => organisation)).toEqual(["unit-a", "unit-b"]);
  });
});

describe("nobody", () => {
  it("gives themselves a role by a letter to their own address", async () => {
    const sent = wish({ email: head.email, until: "2090-12-31" });
    expect(await ask(head, sent)).toMatchObject({ status: 422, data: { faults: { role: ["more_than_held"] } } });
    expect(await db().invitation.count()).toBe(0);
  });
});

describe("a station's head", () => {
  it("asks people to join in their profession, sees it beside them, and gives no other role", async () => {
    await anOrganisation("station-p", "station");
    const lead = await somebody("station_head", "station-p");
    const sent = (role: string) => ask(lead, wish({ organisation: "station-p", role }));
    expect((await sent("mediator")).status).toBe(303);
    for (const role of ["unit", "station_head", "admin"]) expect((await sent(role)).status).toBe(422);
    await somebody("interpreter", "station-p");
    const team = await teamOf(lead);
    expect(team?.invited.map(({ role }) => role)).toEqual(["mediator"]);
    expect(team?.staff.map(({ role }) => role)).toEqual(["interpreter"]);
    expect(await db().invitation.count()).toBe(1);
  });
});
