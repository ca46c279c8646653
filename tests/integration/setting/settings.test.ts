import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { eraseOldLeads } from "~/domain/lead/lead.server";
import { redateAssigned } from "~/domain/suggestion/redating.server";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/client";
import * as privacy from "~/routes/about/privacy";
import * as setting from "~/routes/admin/setting/one";
import * as settings from "~/routes/admin/settings";
import * as committeeSuggestion from "~/routes/committee/suggestion";
import * as stationDesk from "~/routes/station/desk";
import * as suggest from "~/routes/public/suggest";
import { anOrganisation, aPerson } from "../../factories/person";
import { aText } from "../../factories/suggestion";
import { freshDatabase } from "../../setup/database";
import { answerOf, asked, signedInAs, visit } from "../enquiry/visit";
import { aCast, aReply, rowOf, steps, submitted, type Cast } from "../suggestion/visit";

let cast: Cast;
let admin: string;
let adminId: string;
let today = new Date("2026-03-02T02:00:00Z");
const restore = setClock(() => today);

beforeAll(async () => {
  await freshDatabase();
  cast = await aCast();
  await anOrganisation("station-a", "station");
  const { id, token } = await aPerson({ role: "admin", name: "管理員甲" });
  adminId = id;
  admin = await signedInAs(token);
});
beforeEach(async () => {
  today = new Date("2026-03-02T02:00:00Z");
  await db().setting.deleteMany();
});
afterAll(restore);

const at = (name: string, body?: Record<string, string>, cookie = admin) =>
  visit({ params: { lang: "en", setting: name }, cookie, ...(body ? { body } : {}) });
const set = (name: string, value: string, more: Record<string, string> = {}) =>
  answerOf(setting.action(at(name, { seen: "0", value, source: "决定 3 号", inForce: "2026-03-02", ...more })));
const saved = { status: 303, to: "/en/admin/settings?saved" };

async function assigned() {
  const { reference } = await submitted(cast.member, aText());
  await steps.review(cast.committee, reference, { verdict: "take" });
  await steps.assign(cast.committee, reference, { unit: "unit-a", dueOn: "2026-05-29" });
  return reference;
}
const acceptBy = async (reference: string) => (await rowOf(reference)).acceptBy?.toISOString().slice(0, 10);
const onPage = async (name: string) =>
  (await settings.loader(at(""))).groups.flatMap(({ items }) => items).find((one) => one.name === name);

describe("the page of settings", () => {
  it("shows each with the portal's own value until one is set, then with source, first day and who set it", async () => {
    expect(await onPage("accept_days")).toMatchObject({ value: 10, counting: null, ahead: [] });
    expect(await set("accept_days", "12")).toMatchObject(saved);
    expect(await set("accept_days", "15", { seen: "1", inForce: "2026-04-01" })).toMatchObject(saved);
    expect(await onPage("accept_days")).toMatchObject({
      value: 12,
      counting: { source: "决定 3 号", inForce: "2026-03-02", changedById: adminId },
      ahead: [{ value: 15, inForce: "2026-04-01" }],
    });
    expect((await settings.loader(at(""))).names).toEqual({ [adminId]: "管理員甲" });
    today = new Date("2026-03-31T16:00:00Z");
    expect(await onPage("accept_days")).toMatchObject({ value: 15, ahead: [] });
    expect((await setting.loader(at("accept_days"))).words.map(({ version }) => version)).toEqual([2, 1]);
  });

  it.each([
    [{ value: "0" }, { value: ["out_of_bounds"] }],
    [{ value: "999" }, { value: ["out_of_bounds"] }],
    [{ value: "1.5" }, { value: ["out_of_bounds"] }],
    [{ value: "ten" }, { value: ["out_of_bounds"] }],
    [{ value: "" }, { value: ["required"] }],
    [{ source: "" }, { source: ["required"] }],
    [{ inForce: "2026-03-01" }, { inForce: ["past_day"] }],
    [{ inForce: "2026-02-30" }, { inForce: ["bad_day"] }],
  ])("keeps nothing of %j, and says the fault beside its field", async (more, faults) => {
    expect(await set("accept_days", "12", more)).toMatchObject({ status: 422, data: { faults } });
    expect(await db().setting.count()).toBe(0);
  });

  it("tells who comes second that it has changed meanwhile, and keeps what they typed", async () => {
    const both = await Promise.all([set("ruling_days", "5"), set("ruling_days", "6")]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect(both.find(({ status }) => status === 409)).toMatchObject({ data: { typed: { source: "决定 3 号" } } });
    expect(await db().setting.count()).toBe(1);
  });

  it("is for administrators alone, and knows no other names", async () => {
    for (const cookie of [cast.member, cast.committee, cast.unit]) {
      expect(await answerOf(settings.loader(at("", undefined, cookie)))).toMatchObject({ status: 404 });
      expect(await answerOf(setting.action(at("accept_days", { value: "1" }, cookie)))).toMatchObject({ status: 404 });
    }
    for (const name of ["toString", "__proto__", "none"])
      expect(await answerOf(setting.loader(at(name)))).toMatchObject({ status: 404 });
  });

  it("leaves a line in the journal with the codes, not with what was written", async () => {
    await set("accept_days", "12");
    const line = await db().journal.findFirstOrThrow({ where: { verb: "setting.change" }, orderBy: { seq: "desc" } });
    expect(line).toMatchObject({
      actorId: adminId,
      reference: "accept_days",
      particulars: { value: 12, was: 10, inForce: "2026-03-02" },
    });
    expect(JSON.stringify({ ...line, seq: 0, hash: "" })).not.toContain("决定");
  });
});

describe("a deadline that is set", () => {
  it("counts for what is assigned from its first day on; what was assigned before stands", async () => {
    const before = await assigned();
    expect(await acceptBy(before)).toBe("2026-03-16");
    await set("accept_days", "5", { inForce: "2026-03-03" });
    expect(await acceptBy(await assigned())).toBe("2026-03-16");
    today = new Date("2026-03-03T02:00:00Z");
    expect(await acceptBy(await assigned())).toBe("2026-03-10");
    await redateAssigned();
    expect(await acceptBy(before)).toBe("2026-03-16");
  });

  it("set from today on leaves what was assigned earlier today as it was", async () => {
    const before = await assigned();
    today = new Date("2026-03-02T03:00:00Z");
    await set("accept_days", "5");
    today = new Date("2026-03-03T02:00:00Z");
    await redateAssigned();
    expect(await acceptBy(before)).toBe("2026-03-16");
  });

  it("is what the committee is offered for the reply, and has to rule", async () => {
    const reference = await assigned();
    const page = () => committeeSuggestion.loader(visit({ params: { reference }, cookie: cast.committee }));
    const view = async () => (await page()).view;
    expect((await view()).due.suggested).toBe("2026-06-02");
    await set("reply_months", "2");
    expect((await view()).due.suggested).toBe("2026-05-02");
    await set("ruling_days", "3");
    await steps.accept(cast.unit, reference, { verdict: "ask_back", words: "不属本单位" });
    expect((await view()).next?.until).toBe("2026-03-05");
  });

  it("is the time for a second reply", async () => {
    await set("second_reply_months", "2");
    const reference = await assigned();
    await steps.accept(cast.unit, reference, { verdict: "accept" });
    await steps.reply(cast.unit, reference, aReply);
    await steps.rate(cast.member, reference, { rating: "dissatisfied", words: "没有修" });
    expect((await rowOf(reference)).dueOn?.toISOString().slice(0, 10)).toBe("2026-05-02");
  });
});

describe("the time in which the station answers", () => {
  it("is promised to who asks: what was asked before a change is late by what was promised then", async () => {
    const station = await signedInAs((await aPerson({ role: "station", organisation: "station-a" })).token);
    const urgencyOf = async (reference: string) =>
      (await stationDesk.loader(visit({ cookie: station }))).rows.find((one) => one.reference === reference)?.urgency;
    await set("answer_days", "4");
    const before = (await asked()).reference;
    await set("answer_days", "1", { seen: "1", inForce: "2026-03-03" });
    today = new Date("2026-03-03T02:00:00Z");
    const after = (await asked()).reference;
    today = new Date("2026-03-04T02:00:00Z");
    expect([await urgencyOf(before), await urgencyOf(after)]).toEqual(["soon", "late"]);
  });
});

describe("a period of keeping that is set", () => {
  const aLead = async () => {
    const body = { requestKey: crypto.randomUUID(), name: "a", contact: "a@b.cd", text: "x", consent: "yes" };
    await suggest.action(visit({ body }));
  };
  const leads = () => db().lead.count({ where: { state: { not: "erased" } } });

  it("is told on the pages, ends sooner for all, and later only for what comes after", async () => {
    await aLead();
    await set("keep_lead", "500", { inForce: "2026-03-03" });
    today = new Date("2026-03-04T02:00:00Z");
    expect(await suggest.loader(visit({}))).toMatchObject({ days: 500 });
    expect((await privacy.loader(visit({}))).kept).toMatchObject({ lead: 500, enquiry: 730 });
    await aLead();
    today = new Date(today.getTime() + 400 * 86_400_000);
    await eraseOldLeads();
    expect(await leads()).toBe(1);
    await set("keep_lead", "100", { seen: "1", inForce: "2027-04-08" });
    await eraseOldLeads();
    expect(await leads()).toBe(0);
  });
});

describe("a longer period of keeping, set from today on", () => {
  it("does not hold what came earlier today, when a shorter one was told", async () => {
    await db().lead.deleteMany();
    const body = { requestKey: crypto.randomUUID(), name: "a", contact: "a@b.cd", text: "x", consent: "yes" };
    await suggest.action(visit({ body, network: "kept-test" }));
    today = new Date("2026-03-02T03:00:00Z");
    await set("keep_lead", "500");
    today = new Date(today.getTime() + 400 * 86_400_000);
    await eraseOldLeads();
    expect(await db().lead.count({ where: { state: { not: "erased" } } })).toBe(0);
  });
});

describe("a limit that is set", () => {
  it("holds from the next request on", async () => {
    await set("leads", "1");
    const give = () =>
      answerOf(
        suggest.action(
          visit({
            network: "limit-test",
            body: { requestKey: crypto.randomUUID(), name: "a", contact: "a@b.cd", text: "x", consent: "yes" },
          }),
        ),
      );
    expect((await give()).status).toBe(303);
    expect((await give()).status).toBe(429);
  });
});
