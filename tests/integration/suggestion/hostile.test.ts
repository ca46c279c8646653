import { beforeAll, describe, expect, it } from "vitest";
import * as committeePage from "~/routes/committee/suggestion";
import * as file from "~/routes/member/file";
import * as memberPage from "~/routes/member/suggestion";
import * as unitPage from "~/routes/unit/suggestion";
import { db } from "~/platform/db/client";
import { aText } from "../../factories/suggestion";
import { freshDatabase } from "../../setup/database";
import { answerOf, visit } from "../enquiry/visit";
import { aCast, aReply, replied, rowOf, soon, steps, submitted, type Cast } from "./visit";

let cast: Cast;

beforeAll(async () => {
  await freshDatabase();
  cast = await aCast();
});

const nothing = { status: 404 };

describe("somebody else's suggestion", () => {
  it("is not found by another member, another unit, or in another role's address", async () => {
    const reference = await replied(cast);
    const open = (page: { loader: (args: ReturnType<typeof visit>) => Promise<unknown> }, cookie: string) =>
      answerOf(page.loader(visit({ params: { lang: "en", reference }, cookie })));
    expect(await open(memberPage, cast.member)).toMatchObject({ status: 200 });
    for (const [page, cookie] of [
      [memberPage, cast.other],
      [unitPage, cast.otherUnit],
      [committeePage, cast.member],
      [unitPage, cast.member],
      [memberPage, cast.committee],
      [committeePage, cast.unit],
    ] as const)
      expect(await open(page, cookie)).toMatchObject(nothing);
    expect(await open(memberPage, "")).toMatchObject({ status: 303, to: expect.stringContaining("/en/sign-in?to=") });
  });

  it("cannot be rated, revised, withdrawn, answered, reviewed or published by who may not", async () => {
    const reference = await replied(cast);
    const before = await rowOf(reference);
    const { requestKey: _, ...text } = aText();
    expect(await steps.rate(cast.other, reference, { rating: "satisfied" })).toMatchObject(nothing);
    expect(await steps.rate(cast.unit, reference, { rating: "satisfied" })).toMatchObject(nothing);
    expect(await steps.rate(cast.committee, reference, { rating: "satisfied" })).toMatchObject(nothing);
    expect(await steps.revise(cast.other, reference, text)).toMatchObject(nothing);
    expect(await steps.withdraw(cast.other, reference, {})).toMatchObject(nothing);
    expect(await steps.reply(cast.otherUnit, reference, aReply)).toMatchObject(nothing);
    expect(await steps.reply(cast.member, reference, aReply)).toMatchObject(nothing);
    expect(await steps.review(cast.member, reference, { verdict: "take" })).toMatchObject(nothing);
    expect(await steps.assign(cast.unit, reference, { unit: "unit-b", dueOn: soon() })).toMatchObject(nothing);
    expect(await steps.publish(cast.member, reference, { verdict: "publish" })).toMatchObject(nothing);
    expect(await rowOf(reference)).toEqual(before);
  });

  it("its files open for those who may read it, and as what they are", async () => {
    const { reference } = await submitted(cast.member, aText(), [new File(["<script>1</script>"], "x.html")]);
    const { id = "" } = (await rowOf(reference)).files[0] ?? {};
    const open = async (cookie: string, which = id) =>
      answerOf(file.loader(visit({ params: { lang: "en", id: which }, cookie })));
    for (const cookie of [cast.member, cast.committee]) expect(await open(cookie)).toMatchObject({ status: 200 });
    for (const cookie of [cast.other, cast.unit]) expect(await open(cookie)).toMatchObject(nothing);
    for (const wrong of ["x", "../../etc/passwd", "00000000-0000-4000-8000-000000000000"])
      expect(await open(cast.member, wrong)).toMatchObject(nothing);
    const sent = (await file.loader(visit({ params: { lang: "en", id }, cookie: cast.member }))) as Response;
    expect(sent.headers.get("Content-Type")).toMatch(/^text\/plain/);
    expect(sent.headers.get("Content-Disposition")).toMatch(/^attachment/);
  });
});

describe("what no form of ours sends", () => {
  it("fields of the row change nothing", async () => {
    const more = {
      state: "closed",
      version: "9",
      reference: "YJ-1999-0001",
      authorId: "x",
      unitSlug: "unit-b",
      rating: "satisfied",
    };
    const { reference } = await submitted(cast.member, aText(more));
    expect(await rowOf(reference)).toMatchObject({ state: "submitted", version: 1, unitSlug: null, rating: null });
    await steps.review(cast.committee, reference, { ...more, verdict: "take" });
    expect(await rowOf(reference)).toMatchObject({ state: "under_review", unitSlug: null });
  });

  it.each([
    ["no title", { title: "  " }, "title"],
    ["a title too long", { title: "字".repeat(81) }, "title"],
    ["three texts that are too long together", { matter: "字".repeat(1500), analysis: "字".repeat(501) }, "measures"],
    ["a function that there is not", { function: "everything" }, "function"],
    ["a place that there is not", { placeSlug: "atlantis" }, "placeSlug"],
    ["a language that there is not", { locale: "xx" }, "locale"],
    ["a key that is none", { requestKey: "1" }, "requestKey"],
  ])("%s: 422, the fault beside its field, everything kept", async (_, wrong, field) => {
    const text = aText(wrong);
    const answer = await submitted(cast.member, text);
    expect(answer.status).toBe(422);
    expect(answer.data).toMatchObject({ typed: text });
    expect(Object.keys((answer.data as { faults: object }).faults)).toContain(field);
  });

  it("files too many, too large or of another kind are refused, and nothing is kept", async () => {
    const before = await db().suggestion.count();
    const small = () => new File(["text"], "a.txt");
    for (const files of [
      [small(), small(), small(), small()],
      [new File([new Uint8Array(5 * 1024 * 1024 + 1).fill(97)], "b.txt")],
      [new File([new Uint8Array([0x4d, 0x5a, 0, 0])], "setup.pdf")],
    ])
      expect(await submitted(cast.member, aText(), files)).toMatchObject({ status: 422 });
    expect(await db().suggestion.count()).toBe(before);
  });

  it("another member's key makes no second look at their suggestion", async () => {
    const text = aText();
    const { reference } = await submitted(cast.member, text);
    const answer = await submitted(cast.other, text).catch(() => ({ reference: "" }));
    expect(answer.reference).not.toBe(reference);
  });
});
