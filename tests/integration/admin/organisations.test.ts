import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { accept } from "~/domain/person/invitation/store.server";
import { db } from "~/platform/db/client";
import * as endPage from "~/routes/admin/organisation/end";
import * as newPage from "~/routes/admin/organisation/new";
import * as page from "~/routes/admin/organisation/one";
import * as grantPage from "~/routes/admin/grant";
import * as unitDesk from "~/routes/unit/desk";
import { aPerson } from "../../factories/person";
import { aText } from "../../factories/suggestion";
import { freshDatabase } from "../../setup/database";
import { answerOf, signedInAs, visit } from "../enquiry/visit";
import { aCast, soon, steps, submitted, type Cast } from "../suggestion/visit";

let admin = "";
let cast: Cast;

beforeAll(async () => {
  await freshDatabase();
  cast = await aCast();
});
beforeEach(async () => {
  await db().organisation.deleteMany({ where: { slug: { startsWith: "x-" } } });
  admin = await signedInAs((await aPerson({ role: "admin", proved: true })).token);
});

const names = { nameHans: "文旅局", nameHant: "文旅局", nameEn: "Culture Bureau", namePt: "Direcção da Cultura" };
const at = (organisation: string, body?: Record<string, string>, cookie = admin) =>
  visit({ params: { lang: "en", organisation }, cookie, ...(body && { body }) });
const add = (slug: string, more: Record<string, string> = {}, cookie = admin) =>
  answerOf(newPage.action(at("", { slug, kind: "unit", ...names, ...more }, cookie)));
const look = (slug: string) => page.loader(at(slug));
const change = async (slug: string, more: Record<string, string>, seen?: number) =>
  answerOf(page.action(at(slug, { seen: String(seen ?? (await look(slug)).organisation.version), ...names, ...more })));
const close = (slug: string, cookie = admin) => answerOf(endPage.action(at(slug, {}, cookie)));

describe("an organisation", () => {
  it("is added once, with its names, place and contact, and can be given roles from then on", async () => {
    await add("x-city", { kind: "committee" });
    const wish = { parent: "x-city", email: "Culture@Example.org", phone: "+86 750 123 4567" };
    expect(await add("x-culture", wish)).toMatchObject({ status: 303, to: "/en/admin/organisations/x-culture?saved" });
    expect(await add("x-culture", wish)).toMatchObject({ status: 303 });
    expect(await add("x-culture", { nameEn: "Another" })).toMatchObject({ data: { faults: { slug: ["known_key"] } } });
    const { organisation, path } = await look("x-culture");
    expect(organisation).toMatchObject({ kind: "unit", email: "culture@example.org", phone: wish.phone, version: 1 });
    expect(path.map(({ slug }) => slug)).toEqual(["x-city"]);
    const { id, token } = await aPerson();
    const body = { role: "unit", organisation: "x-culture" };
    const given = grantPage.action(visit({ params: { lang: "en", person: id }, cookie: admin, body }));
    expect(await answerOf(given)).toMatchObject({ status: 303 });
    await db().session.updateMany({ where: { personId: id }, data: { factor: "totp" } });
    expect((await answerOf(unitDesk.loader(visit({ cookie: await signedInAs(token) })))).status).toBe(200);
  });

  it.each([
    [{ slug: "X" }, "slug"],
    [{ slug: "../x" }, "slug"],
    [{ kind: "empire" }, "kind"],
    [{ nameEn: " " }, "nameEn"],
    [{ email: "nobody" }, "email"],
    [{ phone: "ring me" }, "phone"],
    [{ parent: "x-none" }, "parent"],
  ])("with %j is not added, and nothing that was typed is lost", async (wrong, field) => {
    const answer = await add("x-wrong", wrong);
    expect(answer).toMatchObject({ status: 422, data: { typed: { ...names, ...wrong } } });
    expect(Object.keys((answer.data as { faults: object }).faults)).toEqual([field]);
  });

  it("is changed over the version that was seen; a page grown old changes nothing", async () => {
    await add("x-a");
    expect(await change("x-a", { nameEn: "New name" })).toMatchObject({ status: 303 });
    expect(await change("x-a", { nameEn: "Other name" }, 1)).toMatchObject({
      status: 409,
      data: { typed: { nameEn: "Other name" } },
    });
    expect((await look("x-a")).organisation).toMatchObject({ names: { en: "New name" }, version: 2 });
  });

  it("never stands below itself, whoever moves what at one moment", async () => {
    await add("x-a");
    await add("x-b", { parent: "x-a" });
    expect(await change("x-a", { parent: "x-a" })).toMatchObject({ data: { faults: { parent: ["circle"] } } });
    expect(await change("x-a", { parent: "x-b" })).toMatchObject({ data: { faults: { parent: ["circle"] } } });
    expect((await look("x-a")).parents.map(({ slug }) => slug)).not.toContain("x-b");
    for (let round = 0; round < 5; round += 1) {
      await db().organisation.updateMany({ where: { slug: { in: ["x-a", "x-b"] } }, data: { parent: null } });
      await Promise.all([change("x-a", { parent: "x-b" }), change("x-b", { parent: "x-a" })]);
      expect(await db().organisation.count({ where: { slug: { in: ["x-a", "x-b"] }, parent: { not: null } } })).toBe(1);
    }
  });
});

describe("closing an organisation", () => {
  it("ends every role held for it, lets invitations go, and gives it no work and no role any more; it is told once", async () => {
    await add("x-closing");
    const { id, token } = await aPerson({ role: "unit", organisation: "x-closing" });
    const invited = { id: crypto.randomUUID(), tokenHash: "x", email: "x@example.org", name: "X", locale: "en" };
    const times = { createdAt: new Date(), expiresAt: new Date("2099-01-01") };
    await db().invitation.create({ data: { ...invited, ...times, role: "unit", organisation: "x-closing" } });
    for (let twice = 0; twice < 2; twice += 1) expect(await close("x-closing")).toMatchObject({ status: 303 });
    expect((await answerOf(unitDesk.loader(visit({ cookie: await signedInAs(token) })))).status).toBe(404);
    expect(await db().invitation.count({ where: { organisation: "x-closing" } })).toBe(0);
    expect(await db().journal.findMany({ where: { verb: "organisation.close" } })).toMatchObject([
      { reference: "x-closing", particulars: { roles: 1 } },
    ]);
    const body = { role: "unit", organisation: "x-closing" };
    const given = grantPage.action(visit({ params: { lang: "en", person: id }, cookie: admin, body }));
    expect(await answerOf(given)).toMatchObject({ status: 422, data: { faults: { until: ["bad_period"] } } });
    const reference = (await submitted(cast.member, aText())).reference;
    await steps.review(cast.committee, reference, { verdict: "take" });
    const assigned = await steps.assign(cast.committee, reference, { unit: "x-closing", dueOn: soon() });
    expect(assigned.status).not.toBe(303);
    expect((await look("x-closing")).can).toEqual({ change: false, close: false });
  });

  it("leaves nobody a role that was given, or taken up, at that very moment", async () => {
    for (let round = 0; round < 10; round += 1) {
      const organisation = `x-race-${round}`;
      await add(organisation);
      const given = await aPerson();
      const taking = await aPerson();
      const { email } = await db().person.findUniqueOrThrow({ where: { id: taking.id } });
      const invited = { id: crypto.randomUUID(), tokenHash: `race-${round}`, email, name: "X", locale: "en" };
      const times = { createdAt: new Date(), expiresAt: new Date("2099-01-01") };
      const invitation = await db().invitation.create({ data: { ...invited, ...times, role: "unit", organisation } });
      const body = { role: "unit", organisation };
      await Promise.all([
        answerOf(grantPage.action(visit({ params: { lang: "en", person: given.id }, cookie: admin, body }))),
        accept({ ...invitation, role: "unit" }, taking.id, new Date()),
        close(organisation),
      ]);
      expect((await db().organisation.findUniqueOrThrow({ where: { slug: organisation } })).closedAt).not.toBeNull();
      const open = { organisation, OR: [{ until: null }, { until: { gt: new Date() } }] };
      expect(await db().grant.count({ where: open })).toBe(0);
    }
  });

  it("waits for its work, and for what stands below it", async () => {
    const work = { status: 422, data: { faults: { organisation: ["still_at_work"] } } };
    await add("x-a");
    await add("x-b", { parent: "x-a" });
    expect(await close("x-a")).toMatchObject(work);
    await close("x-b");
    expect(await close("x-a")).toMatchObject({ status: 303 });
    const reference = (await submitted(cast.member, aText())).reference;
    await steps.review(cast.committee, reference, { verdict: "take" });
    await steps.assign(cast.committee, reference, { unit: "unit-a", dueOn: soon() });
    expect(await close("unit-a")).toMatchObject(work);
  });

  it("and adding and changing are for administrators of the whole portal, who have shown of late who they are", async () => {
    await add("x-a");
    const local = await signedInAs((await aPerson({ role: "admin", organisation: "x-a", proved: true })).token);
    expect((await add("x-b", {}, local)).status).toBe(403);
    expect((await close("x-a", local)).status).toBe(403);
    expect((await answerOf(page.action(at("x-a", { seen: "1", ...names, nameEn: "Mine" }, local)))).status).toBe(403);
    expect((await page.loader(at("x-a", undefined, local))).can).toEqual({ change: false, close: false });
    expect((await add("x-b", {}, cast.committee)).status).toBe(404);
    expect((await answerOf(page.loader(at("x-a", undefined, cast.member)))).status).toBe(404);
    const tired = await signedInAs((await aPerson({ role: "admin" })).token);
    expect((await close("x-a", tired)).to).toMatch(/^\/en\/account\/proof/);
  });
});
