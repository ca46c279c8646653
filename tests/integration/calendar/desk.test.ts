import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCalendars } from "~/domain/calendar/calendar.server";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/client";
import type { Seen } from "~/http/views/calendar";
import * as calendar from "~/routes/admin/calendar/year";
import * as day from "~/routes/admin/calendar/day";
import * as imported from "~/routes/admin/calendar/import";
import * as added from "~/routes/admin/calendar/new";
import * as removal from "~/routes/admin/calendar/removal";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, signedInAs, visit } from "../enquiry/visit";
import { aCast } from "../suggestion/visit";

let admin: string;
let adminId: string;
const restore = setClock(() => new Date("2026-11-25T02:00:00Z"));

beforeAll(async () => {
  await freshDatabase();
  await loadCalendars(JSON.parse(readFileSync("prisma/content/calendar.json", "utf8")));
  const { id, token } = await aPerson({ role: "admin", name: "管理員甲" });
  adminId = id;
  admin = await signedInAs(token);
});
afterAll(restore);

const at = (params: Record<string, string>, body?: Record<string, string>, cookie = admin) =>
  visit({ params: { lang: "en", ...params }, cookie, ...(body ? { body } : {}) });
const year = (query: string) => calendar.loader(visit({ path: `?${query}`, params: { lang: "en" }, cookie: admin }));
const wordsOf = (region: string, on: string) =>
  db().calendarDay.findMany({ where: { region, day: new Date(on) }, orderBy: { version: "asc" } });
const aDay = { kind: "closed", name: "new_year", source: "notice 9", confirmed: "yes" };

/** Sends a calendar, as a file or pasted. */
async function bring(fields: Record<string, string>, file?: File) {
  const body = new FormData();
  const all = { region: "jiangmen", source: "国办发明电〔2026〕9号", confirmed: "yes", step: "look", ...fields };
  for (const [name, value] of Object.entries(all)) body.append(name, value);
  if (file) body.append("file", file);
  const request = new Request("http://portal.test/en", { method: "POST", body, headers: { Cookie: admin } });
  const answer = await answerOf(imported.action({ ...at({}), request }));
  return { ...answer, data: answer.data as Seen | undefined };
}
const list = (days: unknown[]) => JSON.stringify(days);

describe("a year of a calendar", () => {
  it("says how many days are worked, and which were not announced yet", async () => {
    expect(await year("region=jiangmen&year=2026")).toMatchObject({
      working: 248,
      unconfirmed: false,
      years: [2022, 2023, 2024, 2025, 2026, 2027],
    });
    expect(await year("region=macao&year=2027")).toMatchObject({ region: "macao", unconfirmed: true });
    expect(await year("region=nowhere&year=9")).toMatchObject({ region: "jiangmen", year: 2026 });
  });
});

describe("a day", () => {
  it("is added with its source, then changed, then made ordinary again; each word stays with who said it", async () => {
    const on = { region: "jiangmen", day: "2026-12-30" };
    const first = await answerOf(added.action(at({ region: "jiangmen" }, { ...aDay, day: on.day })));
    expect(first).toMatchObject({ status: 303, to: "/en/admin/calendar?region=jiangmen&year=2026&saved" });
    const own = { nameHans: "甲", nameHant: "乙", nameEn: "C", namePt: "D" };
    const other = { ...aDay, name: "other", ...own, seen: "1", inForce: "2027-01-01" };
    expect(await answerOf(day.action(at(on, other)))).toMatchObject({ status: 303 });
    expect(await answerOf(removal.action(at(on, { seen: "2", source: "notice 10" })))).toMatchObject({ status: 303 });
    expect(await wordsOf(on.region, on.day)).toMatchObject([
      { version: 1, kind: "closed", name: "new_year", source: "notice 9", inForce: null, changedById: adminId },
      { version: 2, kind: "closed", name: { "zh-Hans": "甲", pt: "D" }, inForce: new Date("2027-01-01") },
      { version: 3, kind: "ordinary", source: "notice 10", changedById: adminId },
    ]);
    const page = await day.loader(at(on));
    expect(page).toMatchObject({ version: 3, counting: 3, names: { [adminId]: "管理員甲" } });
  });

  it("that was said something about since the page was made is a conflict, and what was typed comes back", async () => {
    const on = { region: "macao", day: "2026-12-24" };
    const typed = { ...aDay, name: "christmas_eve", seen: "0" };
    expect(await answerOf(day.action(at(on, typed)))).toMatchObject({ status: 409, data: { outdated: true, typed } });
    const again = await answerOf(added.action(at({ region: "macao" }, { ...typed, day: on.day })));
    expect(again.status).toBe(409);
    expect(await wordsOf(on.region, on.day)).toHaveLength(1);
  });

  it.each([
    [{ day: "2026-02-30" }, { day: ["bad_day"] }],
    [{ day: "2026-12-29", kind: "worked" }, { kind: ["not_weekend"] }],
    [{ day: "2026-12-29", name: "feast" }, { name: ["choose"] }],
    [
      { day: "2026-12-29", name: "other", nameEn: "x" },
      { nameHans: ["required"], nameHant: ["required"], namePt: ["required"] },
    ],
    [{ day: "2026-12-29", source: " " }, { source: ["required"] }],
    [{ day: "2026-12-29", inForce: "soon" }, { inForce: ["bad_day"] }],
  ])("with %j is not kept, and the fault stands beside its field", async (wrong, faults) => {
    const answer = await answerOf(added.action(at({ region: "jiangmen" }, { ...aDay, ...wrong })));
    expect(answer).toMatchObject({ status: 422, data: { faults } });
  });

  it("of a region that there is not is not found", async () => {
    expect(await answerOf(day.loader(at({ region: "paris", day: "2026-12-30" })))).toMatchObject({ status: 404 });
    expect(await answerOf(day.loader(at({ region: "macao", day: "2026-02-30" })))).toMatchObject({ status: 404 });
    expect(await answerOf(removal.action(at({ region: "macao", day: "2026-07-07" }, { source: "x" })))).toMatchObject({
      status: 404,
    });
  });
});

describe("a calendar that is imported", () => {
  const days = [
    { day: "2027-02-05", kind: "closed", name: "春节" },
    { day: "2027-02-09", name: "Spring Festival" },
    { day: "2027-02-20", kind: "worked", name: "侨乡日" },
  ];

  it("is looked at first, and nothing is kept; then it is taken in whole, with names in all languages where they are known", async () => {
    const before = await db().calendarDay.count();
    const looked = await bring({}, new File([list(days)], "2027.json"));
    expect(looked).toMatchObject({ status: 200, data: { looked: { faults: [] } } });
    expect(looked.data?.looked?.days.map(({ day: on, news }) => `${on} ${news}`)).toEqual([
      "2027-02-05 changed",
      "2027-02-09 new",
      "2027-02-20 new",
    ]);
    expect(await db().calendarDay.count()).toBe(before);
    const taken = await bring({ text: looked.data?.typed.text ?? "", step: "take" });
    expect(taken).toMatchObject({ status: 303, to: "/en/admin/calendar?region=jiangmen&year=2027&saved" });
    expect(await db().calendarDay.count()).toBe(before + 3);
    expect(await wordsOf("jiangmen", "2027-02-09")).toMatchObject([
      { name: "spring_festival", kind: "closed", confirmed: true },
    ]);
    expect(await wordsOf("jiangmen", "2027-02-20")).toMatchObject([{ name: { en: "侨乡日" }, kind: "worked" }]);
    const again = await bring({ text: list(days) });
    expect(again.data?.looked?.days.every(({ news }) => news === "same")).toBe(true);
  });

  it("with one entry that is wrong is not taken in at all, not even by force", async () => {
    const before = await db().calendarDay.count();
    const wrong = list([
      { day: "2027-05-03", name: "劳动节" },
      { day: "2027-05-32", name: "劳动节" },
    ]);
    for (const step of ["look", "take"]) {
      const answer = await bring({ text: wrong, step });
      expect(answer).toMatchObject({
        status: 422,
        data: { typed: { text: wrong }, looked: { faults: [{ row: 2, fault: "bad_day", value: "2027-05-32" }] } },
      });
    }
    expect(await db().calendarDay.count()).toBe(before);
  });

  it("without a source or a text is asked for them, and one too long is refused", async () => {
    expect((await bring({ source: "", text: "" })).data?.faults).toEqual({ source: ["required"], text: ["required"] });
    expect((await bring({}, new File(["x".repeat(700_000)], "big.ics"))).data?.faults).toEqual({ file: ["too_long"] });
  });
});

describe("who is not an administrator", () => {
  it("sees no calendar and says nothing of a day", async () => {
    const cast = await aCast();
    const before = await db().calendarDay.count();
    for (const cookie of [cast.committee, cast.unit, cast.member]) {
      expect(await answerOf(calendar.loader(at({}, undefined, cookie)))).toMatchObject({ status: 404 });
      const tried = added.action(at({ region: "jiangmen" }, { ...aDay, day: "2026-12-29" }, cookie));
      expect(await answerOf(tried)).toMatchObject({ status: 404 });
    }
    expect(await db().calendarDay.count()).toBe(before);
  });
});
