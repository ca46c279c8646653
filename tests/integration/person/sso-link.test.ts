import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import * as end from "~/routes/sso/end";
import * as identities from "~/routes/sso/identities";
import * as link from "~/routes/sso/link";
import { db } from "~/platform/db/client";
import type { Somebody } from "../../setup/provider";
import { answerOf, sentBack, visit } from "../enquiry/visit";
import { cameBack, linked, params, through, unitOf, wayOf } from "./sso-visit";
import { signIn, somebody } from "./visit";

describe("roles from a provider", () => {
  const officer = { claims: { groups: ["officers", "admin"] }, amr: ["mfa"] };
  const rolesOf = (personId: string) =>
    db().grant.findMany({ where: { personId, role: { not: "member" } }, orderBy: { from: "asc" } });

  it("are those of the mapping alone, for as long as a session lasts, and end when the claim goes", async () => {
    const { sub, id } = await linked();
    const { cookie } = await wayOf({ sub, ...officer });
    expect(await unitOf(cookie)).toBe(200);
    const [given, ...more] = await rolesOf(id);
    expect([given?.role, given?.organisation, given?.source, more.length]).toEqual(["unit", "unit-a", "one", 0]);
    expect((given?.until?.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(12 * 3600_000);
    const again = await wayOf({ sub, ...officer });
    expect([(await rolesOf(id)).length, await unitOf(again.cookie)]).toEqual([1, 200]);
    const without = await wayOf({ sub, amr: ["mfa"] });
    expect([await unitOf(without.cookie), await unitOf(again.cookie)]).toEqual([404, 404]);
  });

  it("leave what somebody here gave as it is", async () => {
    const { sub, id } = await linked(randomUUID(), { role: "unit", organisation: "unit-a" });
    await wayOf({ sub, ...officer });
    await wayOf({ sub, amr: ["mfa"] });
    expect(await rolesOf(id)).toMatchObject([{ source: null, until: null }]);
  });

  it("end with the link", async () => {
    const { sub, id } = await linked();
    const { cookie } = await wayOf({ sub, ...officer });
    const { id: key } = await db().identity.findFirstOrThrow();
    await answerOf(end.action(visit({ cookie, params: params({ id: key }), body: {} })));
    expect((await rolesOf(id))[0]?.until?.getTime()).toBeLessThanOrEqual(Date.now());
    expect((await wayOf({ sub, ...officer })).to).toBe("/en/sign-in?sso=unlinked");
  });
});

describe("linking an identity", () => {
  const start = (cookie: string) => answerOf(link.loader(visit({ cookie, params: params() })));
  const say = (cookie: string) => answerOf(identities.action(visit({ cookie, params: params(), body: {} })));
  const page = (cookie: string) => identities.loader(visit({ cookie, params: params() }));

  /** Goes to the provider from the page of one's account, and comes back. */
  async function linking(cookie: string, as: Somebody) {
    const { to, cookies } = await start(cookie);
    const answer = await cameBack(await through(to ?? "", as), `${cookie}; ${sentBack(cookies)}`);
    return { ...answer, both: `${cookie}; ${answer.cookie}` };
  }

  it("is done after a yes on a page of ours, told by mail, and opens the account then", async () => {
    const { email, id } = await somebody();
    const { cookie } = await signIn(email);
    const sub = randomUUID();
    const came = await linking(cookie, { sub, claims: { email: "known@body.example" } });
    expect(came.to).toBe("/en/account/single-sign-on");
    expect(await db().identity.count()).toBe(0);
    expect((await page(came.both)).linking).toEqual({ provider: "one", label: "known@body.example" });
    expect((await say(came.both)).to).toBe("/en/account/single-sign-on?linked");
    expect((await say(came.both)).to).toBe("/en/account/single-sign-on?linked");
    expect((await page(cookie)).identities).toMatchObject([{ provider: "one", label: "known@body.example" }]);
    expect(await db().mail.count({ where: { recipient: email, template: "account_identity" } })).toBe(1);
    expect((await wayOf({ sub })).to).toBe("/en");
    expect(await db().identity.findFirstOrThrow()).toMatchObject({ personId: id, subject: sub });
  });

  it("is nobody else's to finish, and no identity opens two accounts", async () => {
    const [ann, bea] = [await somebody(), await linked()];
    const { cookie } = await signIn(ann.email);
    const { cookie: stranger } = await signIn((await somebody()).email);
    const free = await linking(cookie, { sub: randomUUID() });
    expect(await say(`${stranger}; ${free.cookie}`)).toMatchObject({ status: 422 });
    const came = await linking(cookie, { sub: bea.sub });
    expect(await say(came.both)).toMatchObject({ status: 422, data: { faults: { link: ["linked_already"] } } });
    expect(await db().identity.count()).toBe(1);
  });

  it("asks first who one is, and is not for those who have not shown their second factor", async () => {
    const { email } = await somebody();
    const { cookie } = await signIn(email);
    await db().session.updateMany({ data: { provedAt: null } });
    for (const asking of [start, say]) expect((await asking(cookie)).to).toMatch(/^\/en\/account\/proof/);
    const staff = await somebody({ role: "unit", organisation: "unit-a" });
    expect(await start((await signIn(staff.email)).cookie)).toMatchObject({ status: 403 });
  });

  it("is ended by its holder alone", async () => {
    const { email } = await linked();
    const { id } = await db().identity.findFirstOrThrow();
    const done = (cookie: string) => answerOf(end.action(visit({ cookie, params: params({ id }), body: {} })));
    expect(await done((await signIn((await somebody()).email)).cookie)).toMatchObject({ status: 404 });
    expect((await done((await signIn(email)).cookie)).to).toBe("/en/account/single-sign-on?ended");
    expect(await db().identity.count()).toBe(0);
    expect(await db().mail.count({ where: { recipient: email, template: "account_identity_off" } })).toBe(1);
  });
});
