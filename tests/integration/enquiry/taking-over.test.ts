import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/client";
import * as askCase from "~/routes/public/ask-case";
import * as answer from "~/routes/station/answer";
import * as claim from "~/routes/station/claim";
import * as desk from "~/routes/station/desk";
import * as enquiry from "~/routes/station/enquiry";
import * as takeOver from "~/routes/station/take-over";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, asked, returned, signedInAs, visit } from "./visit";

type Staff = { id: string; cookie: string };
let ann: Staff;
let bea: Staff;
let far: Staff;
/** A Monday morning in China. */
const start = Date.parse("2026-06-01T02:00:00Z");
const hoursLater = (hours: number) => setClock(() => new Date(start + hours * 3_600_000));

async function staff(organisation: string): Promise<Staff> {
  const { id, token } = await aPerson({ role: "station", organisation });
  return { id, cookie: await signedInAs(token) };
}

beforeAll(async () => {
  await freshDatabase();
  [ann, bea, far] = [await staff("taishan"), await staff("taishan"), await staff("kaiping")];
});

beforeEach(() => setClock(() => new Date(start)));

const at = (reference: string, who: Staff, body?: Record<string, string>) =>
  visit({ path: `/station/enquiries/${reference}`, params: { reference }, cookie: who.cookie, ...(body && { body }) });
const opened = async (reference: string, who: Staff) => (await enquiry.loader(at(reference, who))).enquiry;
const taken = (reference: string, who: Staff, reason = "away") =>
  answerOf(takeOver.action(at(reference, who, { reason })));

async function heldByAnn() {
  const receipt = await asked({}, "en");
  await answerOf(claim.action(at(receipt.reference, ann, {})));
  return receipt;
}

describe("taking over from a colleague", () => {
  it("is refused for two days, then moves the words and tells both sides as much as they need", async () => {
    const { reference, code } = await heldByAnn();
    hoursLater(47);
    expect(await taken(reference, bea)).toMatchObject({ status: 403 });
    expect(await opened(reference, bea)).toMatchObject({
      can: { take_over: false },
      overdueFrom: new Date(start + 48 * 3_600_000),
    });
    expect(await answerOf(takeOver.loader(at(reference, bea)))).toMatchObject({ status: 303 });

    hoursLater(49);
    expect(await taken(reference, far)).toMatchObject({ status: 403 });
    expect(await opened(reference, bea)).toMatchObject({ words: false, messages: [], can: { take_over: true } });
    expect(await answerOf(takeOver.action(at(reference, bea, {})))).toMatchObject({ status: 422 });
    expect(await taken(reference, bea, "curiosity")).toMatchObject({ status: 422 });
    expect(await taken(reference, bea)).toMatchObject({ status: 303 });
    expect(await taken(reference, bea)).toMatchObject({ status: 303 });

    expect((await opened(reference, bea)).messages).toHaveLength(1);
    expect(await opened(reference, ann)).toMatchObject({ words: false, messages: [], held: "colleague" });
    const body = { requestKey: randomUUID(), text: "An answer of the colleague who is no longer in charge." };
    expect(await answerOf(answer.action(at(reference, ann, body)))).toMatchObject({ status: 403 });
    const events = await db().enquiryEvent.findMany({ where: { enquiry: { reference }, verb: { contains: "take" } } });
    expect(events).toMatchObject([{ verb: "take_over:away", actorId: bea.id }]);
    expect((await opened(reference, bea)).events.at(-1)).toMatchObject({ verb: "take_over", reason: "away" });

    const seen = (await askCase.loader(visit({ cookie: await returned(code) }))).enquiry;
    expect(seen.events.at(-1)).toMatchObject({ verb: "take_over", reason: null });
    expect(JSON.stringify(seen)).not.toContain(bea.id);
    expect(await taken(reference, ann)).toMatchObject({ status: 403 });
  });

  it("at the same moment succeeds for one; the other is told 409 or 403", async () => {
    const { reference } = await heldByAnn();
    const third = await staff("taishan");
    hoursLater(49);
    const both = await Promise.all([bea, third].map((who) => taken(reference, who)));
    expect(both.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(both.filter(({ status }) => status === 409 || status === 403)).toHaveLength(1);
    expect(await db().enquiryEvent.count({ where: { enquiry: { reference }, verb: "take_over:away" } })).toBe(1);
  });

  it("needs no waiting when the holder no longer serves at a station", async () => {
    const { reference } = await heldByAnn();
    await db().grant.updateMany({ where: { personId: ann.id }, data: { until: new Date(start - 1000) } });
    expect(await taken(reference, far, "left")).toMatchObject({ status: 303 });
    await db().grant.updateMany({ where: { personId: ann.id }, data: { until: null } });
  });

  it("does not reach what has been answered until the asker writes again", async () => {
    const { reference, code } = await heldByAnn();
    await answerOf(answer.action(at(reference, ann, { requestKey: randomUUID(), text: "Please see a notary." })));
    hoursLater(500);
    expect(await taken(reference, bea)).toMatchObject({ status: 403 });
    const body = { requestKey: randomUUID(), text: "Which notary?" };
    expect(await answerOf(askCase.action(visit({ cookie: await returned(code), body })))).toMatchObject({
      status: 303,
    });
    hoursLater(547);
    expect(await taken(reference, bea)).toMatchObject({ status: 403 });
    hoursLater(548);
    expect(await taken(reference, bea)).toMatchObject({ status: 303 });
  });
});

describe("the station's list", () => {
  it("shows first what waits longest, and how pressing it is", async () => {
    await db().enquiry.deleteMany();
    const first = await asked({}, "pt");
    hoursLater(30);
    const second = await asked({ place: "" }, "zh-Hant");
    hoursLater(50);
    const { rows } = await desk.loader(visit({ path: "/station", cookie: ann.cookie }));
    expect(rows).toMatchObject([
      { reference: first.reference, locale: "pt", place: "taishan", urgency: "late", waiting: { count: 2 } },
      { reference: second.reference, locale: "zh-Hant", place: null, urgency: "fresh", waiting: { count: 20 } },
    ]);
    expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual([
      "held",
      "locale",
      "place",
      "reference",
      "state",
      "topic",
      "urgency",
      "waiting",
    ]);
  });
});
