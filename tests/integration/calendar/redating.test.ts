import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCalendars } from "~/domain/calendar/calendar.server";
import { redateAssigned } from "~/domain/suggestion/redating.server";
import { setClock } from "~/platform/clock";
import { db, pool } from "~/platform/db/client";
import * as day from "~/routes/admin/calendar/day";
import * as removal from "~/routes/admin/calendar/removal";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, signedInAs, visit } from "../enquiry/visit";
import { aCast, rowOf, steps, submitted, type Cast } from "../suggestion/visit";

let cast: Cast;
let admin: string;
let at = new Date("2026-09-15T02:00:00Z");
const restore = setClock(() => at);
const shipped = () => loadCalendars(JSON.parse(readFileSync("prisma/content/calendar.json", "utf8")));

beforeAll(async () => {
  await freshDatabase();
  await shipped();
  cast = await aCast();
  admin = await signedInAs((await aPerson({ role: "admin" })).token);
});
afterAll(restore);

async function assigned(): Promise<string> {
  const { reference } = await submitted(cast.member);
  await steps.review(cast.committee, reference, { verdict: "take" });
  await steps.assign(cast.committee, reference, { unit: "unit-a", dueOn: "2026-12-15" });
  return reference;
}
const acceptBy = async (reference: string) => (await rowOf(reference)).acceptBy?.toISOString().slice(0, 10) ?? null;
const waiting = async () => {
  const sql = "SELECT count(*)::int FROM graphile_worker.jobs WHERE task_identifier = 'suggestion.redate'";
  return (await pool().query<{ count: number }>(sql)).rows[0]?.count;
};

/** An administrator says what a day is, on its page. */
const say = (on: string, kind: string, seen: number) => {
  const body = { kind, seen: String(seen), name: "other", source: "台风停工通知", confirmed: "yes" };
  const names = { nameHans: "台风", nameHant: "颱風", nameEn: "Typhoon", namePt: "Tufão" };
  const params = { lang: "en", region: "jiangmen", day: on };
  return answerOf(day.action(visit({ params, cookie: admin, body: { ...body, ...names } })));
};
const takeBack = (on: string, seen: number) => {
  const params = { lang: "en", region: "jiangmen", day: on };
  return answerOf(removal.action(visit({ params, cookie: admin, body: { seen: String(seen), source: "通知撤销" } })));
};

describe("the days to take a suggestion on", () => {
  it("are counted by the notices: over a Sunday that is worked and the Mid-Autumn Festival", async () => {
    expect(await acceptBy(await assigned())).toBe("2026-09-29");
  });

  it("are dated anew with the reason when a day is closed, once, and the unit is told", async () => {
    at = new Date("2026-09-15T02:00:00Z");
    const reference = await assigned();
    at = new Date("2026-09-16T02:00:00Z");
    expect(await say("2026-09-23", "closed", 0)).toMatchObject({ status: 303 });
    await redateAssigned();
    await redateAssigned();
    const row = await rowOf(reference);
    expect(row.events.map(({ verb }) => verb)).toEqual(["submit", "take", "assign", "redate"]);
    expect(row.events.at(-1)).toMatchObject({
      actorId: null,
      actorRole: "calendar",
      particulars: {
        was: "2026-09-29",
        acceptBy: "2026-09-30",
        day: "2026-09-23",
        kind: "closed",
        source: "台风停工通知",
      },
    });
    const letters = await db().mail.findMany({
      where: { template: "redated", params: { path: ["reference"], equals: reference } },
    });
    expect(letters).toHaveLength(1);
  });

  it("a word said later counts over the shipped one, and shipping again does not take it back", async () => {
    await shipped();
    await shipped();
    const rows = await db().calendarDay.findMany({ where: { region: "jiangmen", day: new Date("2026-09-23") } });
    expect(rows).toHaveLength(1);
    const all = await db().calendarDay.count();
    expect(all).toBeGreaterThan(400);
  });

  it("a unit that took it on meanwhile has no such day any more", async () => {
    at = new Date("2026-09-15T02:00:00Z");
    const reference = await assigned();
    await steps.accept(cast.unit, reference, { verdict: "accept" });
    at = new Date("2026-09-17T02:00:00Z");
    expect(await takeBack("2026-09-23", 1)).toMatchObject({ status: 303 });
    await redateAssigned();
    expect(await rowOf(reference)).toMatchObject({ state: "in_progress", acceptBy: null, version: 4 });
  });
});

describe("a change of the calendar", () => {
  it("adds its job in the same transaction, and two that come at once are one and a conflict", async () => {
    const both = await Promise.all([1, 2].map(() => say("2026-11-03", "closed", 0)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect(await waiting()).toBe(1);
  });
});
