import { beforeAll, describe, expect, it } from "vitest";
import { db, pool } from "~/platform/db/client";
import { post } from "~/platform/mail/mail";
import * as calendar from "~/routes/admin/calendar/year";
import * as grants from "~/routes/admin/grants";
import * as invitations from "~/routes/admin/invitations";
import * as organisations from "~/routes/admin/organisations";
import * as upkeep from "~/routes/admin/upkeep";
import { seedContent } from "../../../prisma/seed";
import { anOrganisation, aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { signedInAs, visit } from "../enquiry/visit";

let admin = "";
let id = "";

beforeAll(async () => {
  await freshDatabase();
  await seedContent();
  const ann = await aPerson({ role: "admin", name: "Ann" });
  [admin, id] = [await signedInAs(ann.token), ann.id];
  for (const slug of ["unit-a", "unit-b", "unit-c"]) await anOrganisation(slug);
  await anOrganisation("station-a", "station");
  await aPerson({ role: "unit", organisation: "unit-a", name: "100% Bea" });
  await aPerson({ role: "unit", organisation: "unit-a", name: "Cid" });
  const dan = await aPerson({ role: "station", organisation: "station-a", name: "Dan" });
  await db().grant.updateMany({ where: { personId: dan.id }, data: { until: new Date() } });
  const eve = await aPerson({ role: "auditor", name: "Eve" });
  await db().grant.updateMany({ where: { personId: eve.id }, data: { from: new Date("2099-01-01") } });
});

const at = (query: string) => visit({ path: `/admin?${query}`, params: { lang: "en" }, cookie: admin });

describe("who holds which role", () => {
  const names = async (query: string) =>
    (await grants.loader(at(query))).page.items.map(({ name, state }) => `${name} ${state}`);

  it("is found by person, organisation, role and state, in the order asked for", async () => {
    const all = ["100% Bea valid", "Ann valid", "Cid valid", "Dan over", "Eve ahead"];
    expect(await names("")).toEqual(all);
    expect(await names("sort=-name")).toEqual(all.toReversed());
    expect(await names("q=unit-a")).toEqual(["100% Bea valid", "Cid valid"]);
    expect(await names("q=Teste+station-a")).toEqual(["Dan over"]);
    expect(await names("q=0%25+b")).toEqual(["100% Bea valid"]);
    expect(await names("q=%25")).toEqual(["100% Bea valid"]);
    expect(await names("role=auditor")).toEqual(["Eve ahead"]);
    expect(await names("state=over")).toEqual(["Dan over"]);
    expect((await names("sort=-until"))[0]).toBe("Dan over");
    expect((await names("sort=-from"))[0]).toBe("Eve ahead");
    expect(await names("role=member")).toEqual([]);
  });
});

describe("organisations", () => {
  const keys = async (query: string) => (await organisations.loader(at(query))).page.items.map(({ slug }) => slug);

  it("are found by key or a name in any language, and ordered by what is shown", async () => {
    expect(await keys("q=%E6%B8%AC%E8%A9%A6unit-b")).toEqual(["unit-b"]);
    expect((await keys("sort=-key"))[0]).toBe("unit-c");
    expect((await keys("sort=-holders"))[0]).toBe("unit-a");
    expect((await keys("sort=name"))[0]).toBe("station-a");
    expect((await keys("sort=kind"))[0]).toBe("station-a");
  });
});

describe("open invitations", () => {
  it("are searched, ordered and paged, and hold nobody whose time is over", async () => {
    const soon = (days: number) => new Date(Date.now() + days * 24 * 3600_000);
    await db().invitation.createMany({
      data: Array.from({ length: 25 }, (_, number) => ({
        id: crypto.randomUUID(),
        tokenHash: `hash ${number}`,
        email: `${number}@example.org`,
        name: `Name ${String(number).padStart(2, "0")}`,
        locale: "en",
        role: "member",
        invitedById: id,
        createdAt: new Date(),
        expiresAt: soon(number === 0 ? -1 : number),
      })),
    });
    const names = async (query: string) => (await invitations.loader(at(query))).page.items.map(({ name }) => name);
    expect((await names(""))[0]).toBe("Name 24");
    expect(await names("sort=name&page=2")).toEqual(["Name 21", "Name 22", "Name 23", "Name 24"]);
    expect(await names("q=17@")).toEqual(["Name 17"]);
    expect(await names("q=0@example&sort=name")).toEqual(["Name 10", "Name 20"]);
  });
});

describe("what failed", () => {
  it("is searched and ordered, jobs and letters each by their own names", async () => {
    const letter = (recipient: string) => ({
      dedupeKey: recipient,
      recipient,
      locale: "en" as const,
      template: "moved",
      params: {},
    });
    for (const name of ["a", "b", "c"]) await db().$transaction((tx) => post(tx, letter(`${name}@example.org`)));
    await pool().query(
      `UPDATE graphile_worker._private_jobs SET last_error = 'Broken ' || id, attempts = CASE WHEN key LIKE 'mail:%' THEN 3 ELSE 12 END`,
    );
    const view = async (query: string) => upkeep.loader(at(query));
    const all = await view("");
    expect(all.jobs.page.items[0]?.over).toBe(true);
    const recipients = async (query: string) =>
      (await view(query)).letters.page.items.map(({ recipient }) => recipient);
    expect(await recipients("letters_sort=-recipient&sort=task&q=nothing")).toEqual(
      ["c", "b", "a"].map((name) => `${name}@example.org`),
    );
    expect(await recipients("letters_q=b%40")).toEqual(["b@example.org"]);
    const one = all.jobs.page.items.at(-1)?.id ?? "";
    expect((await view(`q=${one}`)).jobs.page.items.map(({ id: job }) => job)).toContain(one);
    expect((await view("sort=attempts")).jobs.page.items[0]?.attempts).toBe(3);
    expect((await view("q=mail.send")).jobs.page.total).toBe(3);
  });
});

describe("a year of the calendar", () => {
  it("is ordered either way", async () => {
    const days = async (query: string) => (await calendar.loader(at(query))).days.map(({ day }) => day);
    const up = await days("region=macao&year=2026");
    expect(up.length).toBeGreaterThan(10);
    expect(await days("region=macao&year=2026&sort=-day")).toEqual(up.toReversed());
  });
});
