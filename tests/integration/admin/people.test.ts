import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addDays, chinaDay, startOf } from "~/domain/calendar/days";
import { db } from "~/platform/db/client";
import * as grant from "~/routes/admin/grant";
import * as grants from "~/routes/admin/grants";
import * as grantEnd from "~/routes/admin/grant-end";
import * as organisations from "~/routes/admin/organisations";
import * as people from "~/routes/admin/people";
import * as person from "~/routes/admin/person";
import { anOrganisation, aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, signedInAs, visit } from "../enquiry/visit";
import { asked, took } from "../export/taking";

type Somebody = { id: string; cookie: string };
let ann: Somebody;

const somebody = async (wishes: Parameters<typeof aPerson>[0] = {}): Promise<Somebody> => {
  const { id, token } = await aPerson({ proved: true, ...wishes });
  return { id, cookie: await signedInAs(token) };
};

beforeAll(async () => {
  await freshDatabase();
  await anOrganisation("unit-a");
  await anOrganisation("station-a", "station");
});
beforeEach(async () => {
  await db().person.deleteMany();
  ann = await somebody({ role: "admin", name: "Ann" });
});

const at = (who: Somebody, params: Record<string, string>, body?: Record<string, string>, path = "") =>
  visit({ path, params: { lang: "en", ...params }, cookie: who.cookie, ...(body ? { body } : {}) });
const give = (who: Somebody, to: Somebody, body: Record<string, string>) =>
  answerOf(grant.action(at(who, { person: to.id }, body)));
const grantsOf = (one: Somebody) => db().grant.findMany({ where: { personId: one.id }, orderBy: { from: "asc" } });
const endOf = async (who: Somebody, of: Somebody, number = 0) =>
  answerOf(grantEnd.action(at(who, { person: of.id, grant: (await grantsOf(of))[number]?.id ?? "" }, {})));

describe("a role that single sign-on had given", () => {
  it("is no longer its provider's to end when somebody here gives it", async () => {
    const bea = await somebody({ role: "unit", organisation: "unit-a" });
    const soon = new Date(Date.now() + 3600_000);
    await db().grant.updateMany({ where: { personId: bea.id }, data: { source: "city", until: soon } });
    await give(ann, bea, { role: "unit", organisation: "unit-a" });
    expect(await grantsOf(bea)).toMatchObject([{ source: null, until: null }]);
  });
});

describe("granting a role", () => {
  it("holds for an organisation and a period, at once, and is ended at once", async () => {
    const bea = await somebody({ name: "Bea" });
    const until = addDays(chinaDay(new Date()), 30);
    const answer = await give(ann, bea, { role: "unit", organisation: "unit-a", until });
    expect(answer).toMatchObject({ status: 303, to: `/en/admin/people/${bea.id}?saved` });
    expect((await grantsOf(bea)).at(-1)).toMatchObject({
      role: "unit",
      organisation: "unit-a",
      until: startOf(addDays(until, 1)),
    });
    const page = await person.loader(at(ann, { person: bea.id }));
    expect(page.person.grants.filter(({ valid }) => valid).map(({ role }) => role)).toEqual(["unit", "member"]);
    expect(await endOf(ann, bea, 1)).toMatchObject({ status: 303 });
    expect(await endOf(ann, bea, 1)).toMatchObject({ status: 422, data: { faults: { role: ["ended_already"] } } });
    const { person: after } = await person.loader(at(ann, { person: bea.id }));
    expect(after.grants.map(({ role, valid }) => `${role} ${valid}`)).toEqual(["unit false", "member true"]);
  });

  it("again changes its period and adds none", async () => {
    const bea = await somebody({ role: "unit", organisation: "unit-a" });
    await give(ann, bea, { role: "unit", organisation: "unit-a", until: "2099-01-01" });
    expect(await grantsOf(bea)).toMatchObject([{ from: new Date("2020-01-01"), until: startOf("2099-01-02") }]);
  });

  it("again after it was over is a row of its own, and what was held before stays as it was", async () => {
    const bea = await somebody({ role: "unit", organisation: "unit-a" });
    await endOf(ann, bea);
    const [over] = await grantsOf(bea);
    await give(ann, bea, { role: "unit", organisation: "unit-a", until: "2099-01-01" });
    const rows = await grantsOf(bea);
    expect(rows[0]).toEqual(over);
    expect(rows).toMatchObject([{ until: expect.any(Date) }, { until: startOf("2099-01-02") }]);
    const { person: shown } = await person.loader(at(ann, { person: bea.id }));
    expect(shown.grants.map(({ valid, can }) => ({ valid, can }))).toEqual([
      { valid: true, can: true },
      { valid: false, can: false },
    ]);
  });

  it("for a time to come stands beside the time that is held, and becomes one with it when they meet", async () => {
    const bea = await somebody();
    const wish = { role: "unit", organisation: "unit-a" };
    const unitOf = async () => (await grantsOf(bea)).filter(({ role }) => role === "unit");
    await give(ann, bea, { ...wish, until: "2090-01-31" });
    await give(ann, bea, { ...wish, from: "2091-01-01", until: "2091-12-31" });
    expect(await unitOf()).toHaveLength(2);
    await give(ann, bea, wish);
    const now = new Date();
    const left = (await unitOf()).filter(({ from, until }) => until === null || (until > now && until > from));
    expect(left).toMatchObject([{ until: null }]);
  });

  it("that has not begun can be taken back, is then over, and can be given again", async () => {
    const bea = await somebody();
    const wish = { role: "auditor", from: "2099-01-01" };
    await give(ann, bea, wish);
    expect(await endOf(ann, bea, 1)).toMatchObject({ status: 303 });
    const { person: shown } = await person.loader(at(ann, { person: bea.id }));
    expect(shown.grants[0]).toMatchObject({ role: "auditor", valid: false, ahead: false, can: false });
    expect(await endOf(ann, bea, 1)).toMatchObject({ status: 422 });
    expect(await give(ann, bea, wish)).toMatchObject({ status: 303 });
    expect(await grantsOf(bea)).toHaveLength(3);
  });

  it("is never held twice at once, whoever writes, also where it is for no organisation", async () => {
    const bea = await somebody();
    const wish = { role: "unit", organisation: "unit-a" };
    await Promise.all([give(ann, bea, wish), give(ann, bea, wish), give(ann, bea, { ...wish, until: "2090-01-01" })]);
    expect((await grantsOf(bea)).filter(({ role }) => role === "unit")).toHaveLength(1);
    await expect(db().grant.create({ data: { personId: bea.id, role: "member" } })).rejects.toThrow(
      /grant_once_at_a_time/,
    );
  });

  it.each([
    [{ role: "unit" }, { organisation: ["choose"] }],
    [{ role: "unit", organisation: "station-a" }, { until: ["bad_period"] }],
    [{ role: "unit", organisation: "nowhere" }, { until: ["bad_period"] }],
    [{ role: "auditor", until: "2020-01-01" }, { until: ["bad_period"] }],
    [{ role: "auditor", from: "2099-02-01", until: "2099-01-01" }, { until: ["ends_before"] }],
    [{ role: "auditor", until: "2026-02-30" }, { until: ["bad_day"] }],
    [{ role: "emperor" }, { role: ["choose"] }],
  ])("%j is not granted, and the fault is said", async (body, faults) => {
    const bea = await somebody({ role: "station", organisation: "station-a" });
    expect(await give(ann, bea, body)).toMatchObject({ status: 422, data: { faults } });
    expect(await grantsOf(bea)).toHaveLength(1);
  });

  it("is refused beyond what one holds: to oneself, for longer, for another organisation, or the right itself", async () => {
    const local = await somebody({ role: "admin", organisation: "unit-a" });
    const bea = await somebody();
    const more = { status: 422, data: { faults: { role: ["more_than_held"] } } };
    expect(await give(ann, ann, { role: "auditor" })).toMatchObject(more);
    expect(await give(local, bea, { role: "station", organisation: "station-a" })).toMatchObject(more);
    expect(await give(local, bea, { role: "admin" })).toMatchObject(more);
    // Who is a member the committee says, and nobody else.
    expect(await give(ann, bea, { role: "member" })).toMatchObject(more);
    expect(await give(local, bea, { role: "unit", organisation: "unit-a" })).toMatchObject({ status: 303 });
    await db().grant.updateMany({ where: { personId: local.id }, data: { until: new Date("2090-01-01") } });
    expect(await give(local, bea, { role: "unit", organisation: "unit-a" })).toMatchObject(more);
    expect(await endOf(local, ann)).toMatchObject(more);
  });
});

describe("the last administrator", () => {
  it("cannot end their own right, nor have it given an end, before another one is there for good", async () => {
    const last = { status: 422, data: { faults: { role: ["last_administrator"] } } };
    expect(await endOf(ann, ann)).toMatchObject(last);
    const bea = await somebody();
    await give(ann, bea, { role: "admin", until: "2090-01-01" });
    expect(await endOf(ann, ann)).toMatchObject(last);
    expect(await give(bea, ann, { role: "admin", until: "2089-01-01" })).toMatchObject(last);
    await give(ann, bea, { role: "admin" });
    expect(await endOf(ann, ann)).toMatchObject({ status: 303 });
    expect(await answerOf(people.loader(at(ann, {})))).toMatchObject({ status: 404 });
  });

  it("remains when two administrators end each other's right at the same moment", async () => {
    for (let round = 0; round < 10; round += 1) {
      await db().person.deleteMany();
      const [one, other] = [await somebody({ role: "admin" }), await somebody({ role: "admin" })];
      await Promise.all([endOf(one, other), endOf(other, one)]);
      const left = await db().grant.count({ where: { role: "admin", until: null } });
      expect(left).toBe(1);
    }
  });
});

describe("the list of people", () => {
  it("finds by name, address and role held now, in the order asked for, page by page", async () => {
    for (let number = 0; number < 25; number += 1) await somebody({ name: `Bea ${String(number).padStart(2, "0")}` });
    const gone = await somebody({ name: "Gone", role: "station", organisation: "station-a" });
    await db().grant.updateMany({ where: { personId: gone.id }, data: { until: new Date("2021-01-01") } });
    const list = async (query: string) => (await people.loader(at(ann, {}, undefined, `?${query}`))).page;
    expect(await list("q=bea")).toMatchObject({ total: 25, number: 1 });
    const second = await list("q=bea&page=2");
    expect(second.items.map(({ name }) => name)).toEqual(["Bea 20", "Bea 21", "Bea 22", "Bea 23", "Bea 24"]);
    expect((await list("role=station")).total).toBe(0);
    expect((await list("role=admin")).items.map(({ name }) => name)).toEqual(["Ann"]);
    expect((await list("sort=-since")).items[0]?.name).toBe("Gone");
    expect((await list("q=%25")).total).toBe(0);
  });

  it("downloads in its order as a table that spreadsheets read, and that no name turns into a formula", async () => {
    await somebody({ name: '=HYPERLINK("x")' });
    await somebody({ name: "陳，大文" });
    const bytes = await took(ann.cookie, "people", "sort=-name");
    expect(bytes.subarray(0, 3).toString("hex")).toBe("efbbbf");
    const lines = bytes.toString("utf8").trimEnd().split("\r\n");
    expect(lines).toHaveLength(4);
    expect(lines.some((line) => line.startsWith(`"'=HYPERLINK(""x"")",`))).toBe(true);
    const shown = await people.loader(at(ann, {}, undefined, "?sort=-name"));
    expect(lines.slice(1).map((line) => line.includes("@example.org"))).toEqual([true, true, true]);
    shown.page.items.forEach(({ email }, index) => expect(lines[index + 1]).toContain(email));
  });

  it("is for administrators alone, page, table and organisations", async () => {
    const bea = await somebody({ role: "committee", organisation: "demo-committee" });
    for (const loader of [people.loader, grants.loader, organisations.loader])
      expect(await answerOf(loader(at(bea, {})))).toMatchObject({ status: 404 });
    expect(await give(bea, bea, { role: "admin" })).toMatchObject({ status: 404 });
    for (const list of ["people", "grants", "invitations", "organisations", "days", "jobs", "letters"] as const)
      expect(await asked(bea.cookie, list)).toMatchObject({ status: 404 });
    expect((await organisations.loader(at(ann, {}))).page.total).toBe(2);
  });
});
