import { beforeAll, describe, expect, it } from "vitest";
import { chinaDay, monthsLater } from "~/domain/calendar/days";
import { db } from "~/platform/db/client";
import { aText } from "../../factories/suggestion";
import { freshDatabase } from "../../setup/database";
import { aCast, aReply, replied, rowOf, soon, steps, submitted, type Cast } from "./visit";

let cast: Cast;

beforeAll(async () => {
  await freshDatabase();
  cast = await aCast();
});

const done = { status: 303 };

describe("a suggestion", () => {
  it("goes from submission to a rated reply, and every step is kept with who took it", async () => {
    const pdf = new File(["%PDF-1.4 x"], "../plan\u202e.pdf", { type: "text/html" });
    const { reference } = await submitted(cast.member, aText(), [pdf]);
    expect(await steps.review(cast.committee, reference, { verdict: "take" })).toMatchObject(done);
    expect(await steps.assign(cast.committee, reference, { unit: "unit-a", dueOn: soon() })).toMatchObject(done);
    expect(await steps.accept(cast.unit, reference, { verdict: "accept" })).toMatchObject(done);
    expect(await steps.reply(cast.unit, reference, aReply)).toMatchObject(done);
    expect(await steps.rate(cast.member, reference, { rating: "satisfied" })).toMatchObject(done);
    const row = await rowOf(reference);
    expect(row).toMatchObject({ state: "closed", rating: "satisfied", replyText: aReply.text });
    expect(row.events.map(({ verb, actorRole }) => `${actorRole} ${verb}`)).toEqual([
      "member submit",
      "committee take",
      "committee assign",
      "unit accept",
      "unit reply",
      "member rate",
    ]);
    expect(row.files).toMatchObject([{ name: "plan.pdf", type: "application/pdf" }]);
  });

  it("is returned with a reason, revised, and not taken up with a reason", async () => {
    const { reference } = await submitted(cast.member);
    await steps.review(cast.committee, reference, { verdict: "take" });
    expect(await steps.review(cast.committee, reference, { verdict: "return", words: " " })).toMatchObject({
      status: 422,
    });
    await steps.review(cast.committee, reference, { verdict: "return", words: "請寫明地點。" });
    const { requestKey: _, ...text } = aText({ title: "赤坎碉樓的夜間照明", placeSlug: "" });
    expect(await steps.revise(cast.member, reference, text)).toMatchObject(done);
    expect(await rowOf(reference)).toMatchObject({ state: "submitted", title: "赤坎碉樓的夜間照明", placeSlug: null });
    await steps.review(cast.committee, reference, { verdict: "take" });
    const refusal = { verdict: "refuse", reason: "duplicate", words: "與 YJ-2026-0001 重複。" };
    expect(await steps.review(cast.committee, reference, { ...refusal, reason: "" })).toMatchObject({ status: 422 });
    await steps.review(cast.committee, reference, refusal);
    expect(await rowOf(reference)).toMatchObject({ state: "not_taken" });
  });

  it("is asked back with a reason and assigned to another unit, which the first then no longer sees", async () => {
    const { reference } = await submitted(cast.member);
    await steps.review(cast.committee, reference, { verdict: "take" });
    await steps.assign(cast.committee, reference, { unit: "unit-a", dueOn: soon() });
    expect(await steps.accept(cast.unit, reference, { verdict: "ask_back", words: "" })).toMatchObject({ status: 422 });
    await steps.accept(cast.unit, reference, { verdict: "ask_back", words: "不属本单位职责。" });
    await steps.assign(cast.committee, reference, { unit: "unit-b", dueOn: soon() });
    expect(await steps.accept(cast.unit, reference, { verdict: "accept" })).toMatchObject({ status: 404 });
    expect(await steps.accept(cast.otherUnit, reference, { verdict: "accept" })).toMatchObject(done);
    const letters = await db().mail.findMany({ where: { dedupeKey: { startsWith: `${reference}:` } } });
    expect(letters.map(({ template }) => template)).toContain("given_on");
  });

  it("is handled again within a month when the member is dissatisfied, and closed by the second rating", async () => {
    const reference = await replied(cast);
    expect(await steps.rate(cast.member, reference, { rating: "dissatisfied", words: "" })).toMatchObject({
      status: 422,
    });
    await steps.rate(cast.member, reference, { rating: "dissatisfied", words: "還有三條村沒有。" });
    const again = await rowOf(reference);
    expect(again.state).toBe("rehandling");
    expect(again.dueOn?.toISOString().slice(0, 10)).toBe(monthsLater(chinaDay(new Date()), 1));
    await steps.reply(cast.unit, reference, { ...aReply, text: "三条村也装好了。" });
    await steps.rate(cast.member, reference, { rating: "basically_satisfied" });
    expect(await rowOf(reference)).toMatchObject({ state: "closed", rating: "basically_satisfied" });
  });

  it("is withdrawn while nobody handles it, and then the committee no longer sees it", async () => {
    const { reference } = await submitted(cast.member);
    expect(await steps.withdraw(cast.member, reference, {})).toMatchObject(done);
    expect(await steps.review(cast.committee, reference, { verdict: "take" })).toMatchObject({ status: 404 });
    const late = await replied(cast);
    expect(await steps.withdraw(cast.member, late, {})).toMatchObject({ status: 409 });
  });

  it("is due after today and within six months, by a unit that there is", async () => {
    const { reference } = await submitted(cast.member);
    await steps.review(cast.committee, reference, { verdict: "take" });
    for (const wrong of [
      { unit: "unit-a", dueOn: chinaDay(new Date()) },
      { unit: "unit-a", dueOn: "2999-01-01" },
      { unit: "unit-a", dueOn: "2026-02-30" },
      { unit: "nobody", dueOn: soon() },
    ])
      expect(await steps.assign(cast.committee, reference, wrong)).toMatchObject({ status: 422 });
    expect(await rowOf(reference)).toMatchObject({ state: "under_review", unitSlug: null });
  });
});

describe("sent twice", () => {
  it("a new suggestion is one, with one number, also when both come at once", async () => {
    const text = aText();
    const before = await db().suggestion.count();
    const all = await Promise.all([1, 2, 3].map(() => submitted(cast.member, text)));
    expect(new Set(all.map(({ reference }) => reference)).size).toBe(1);
    expect(await db().suggestion.count()).toBe(before + 1);
  });

  it("each step is taken once and answered alike; its letters are sent once", async () => {
    const { reference } = await submitted(cast.member);
    const twice = async (send: () => Promise<{ status: number }>) => {
      const both = await Promise.all([send(), send()]);
      const third = await send();
      expect([...both, third].map(({ status }) => status)).toEqual([303, 303, 303]);
    };
    await twice(() => steps.review(cast.committee, reference, { seen: "1", verdict: "take" }));
    await twice(() => steps.assign(cast.committee, reference, { seen: "2", unit: "unit-a", dueOn: soon() }));
    await twice(() => steps.accept(cast.unit, reference, { seen: "3", verdict: "accept" }));
    await twice(() => steps.reply(cast.unit, reference, { seen: "4", ...aReply }));
    await twice(() => steps.rate(cast.member, reference, { seen: "5", rating: "satisfied" }));
    await twice(() => steps.publish(cast.committee, reference, { seen: "6", verdict: "publish" }));
    expect((await rowOf(reference)).events.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const letters = await db().mail.findMany({ where: { dedupeKey: { startsWith: `${reference}:` } } });
    expect(new Set(letters.map(({ dedupeKey }) => dedupeKey)).size).toBe(letters.length);
  });

  it("a form made from an older page changes nothing, and everything that was written comes back", async () => {
    const { reference } = await submitted(cast.member);
    await steps.review(cast.committee, reference, { seen: "1", verdict: "take" });
    await steps.review(cast.committee, reference, { seen: "2", verdict: "return", words: "請寫明地點。" });
    const late = { seen: "2", verdict: "refuse", reason: "duplicate", words: "這是我寫的理由。" };
    const answer = await steps.review(cast.committee, reference, late);
    expect(answer).toMatchObject({ status: 409, data: { outdated: true, typed: late } });
    expect(await rowOf(reference)).toMatchObject({ state: "returned", version: 3 });
  });
});
