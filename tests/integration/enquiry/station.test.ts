import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "~/platform/db/client";
import * as askCase from "~/routes/public/ask-case";
import * as answer from "~/routes/station/answer";
import * as claim from "~/routes/station/claim";
import * as closure from "~/routes/station/closure";
import * as desk from "~/routes/station/desk";
import * as enquiry from "~/routes/station/enquiry";
import * as release from "~/routes/station/release";
import * as removal from "~/routes/station/removal";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, asked, returned, signedInAs, visit } from "./visit";

let ann: { id: string; cookie: string };
let bea: { id: string; cookie: string };

async function someone(role: "station" | "mediator" | "member", organisation: string | null = null) {
  const { id, token } = await aPerson({ role, organisation });
  return { id, cookie: await signedInAs(token) };
}

beforeAll(async () => {
  await freshDatabase();
  [ann, bea] = [await someone("station"), await someone("station")];
});

const at = (reference: string, who: { cookie: string }, body?: Record<string, string>) =>
  visit({
    path: `/station/enquiries/${reference}`,
    params: { reference },
    cookie: who.cookie,
    ...(body ? { body } : {}),
  });
const opened = async (reference: string, who: { cookie: string }) => (await enquiry.loader(at(reference, who))).enquiry;
const words = "这是一般信息:请先到房屋所在地的公证处咨询。";

async function held(wishes: Record<string, string> = {}) {
  const receipt = await asked(wishes);
  expect(await answerOf(claim.action(at(receipt.reference, ann, {})))).toMatchObject({ status: 303 });
  return receipt;
}

describe("the station's list", () => {
  it("shows numbers and kinds, never words", async () => {
    const { reference } = await asked({ text: "列表里绝不能出现的一句话,共二十个字以上才行。" });
    const list = await desk.loader(visit({ path: "/station", cookie: ann.cookie }));
    expect(list.rows).toContainEqual(
      expect.objectContaining({ reference, topic: "INH", place: "taishan", state: "received", held: "nobody" }),
    );
    expect(JSON.stringify(list)).not.toContain("绝不能");
  });

  it("is for the station alone", async () => {
    const { reference } = await asked();
    const member = await someone("member");
    expect(await answerOf(desk.loader(visit({ path: "/station" })))).toMatchObject({
      status: 303,
      to: "/zh-Hans/sign-in?to=%2Fzh-Hans%2Fstation",
    });
    const filtered = visit({ path: "/station?state=received&_data=routes%2Fstation%2Fdesk" });
    expect((await answerOf(desk.loader(filtered))).to).toBe(
      "/zh-Hans/sign-in?to=%2Fzh-Hans%2Fstation%3Fstate%3Dreceived",
    );
    expect(await answerOf(desk.loader(visit({ path: "/station", cookie: member.cookie })))).toMatchObject({
      status: 404,
    });
    for (const { action } of [claim, answer, release, closure, removal]) {
      expect(await answerOf(action(at(reference, member, {})))).toMatchObject({ status: 404 });
    }
  });
});

describe("taking an enquiry", () => {
  it("at the same moment succeeds for one; the other is told 409", async () => {
    const { reference } = await asked();
    const both = await Promise.all([ann, bea].map((who) => answerOf(claim.action(at(reference, who, {})))));
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect(await db().enquiryEvent.count({ where: { enquiry: { reference }, verb: "claim" } })).toBe(1);
  });

  it("twice by the same person is once", async () => {
    const { reference } = await held();
    expect(await answerOf(claim.action(at(reference, ann, {})))).toMatchObject({ status: 303 });
    expect(await db().enquiryEvent.count({ where: { enquiry: { reference }, verb: "claim" } })).toBe(1);
  });

  it("opens the words to that person only, and notes who opened the page", async () => {
    const { reference } = await asked();
    expect(await opened(reference, ann)).toMatchObject({
      words: false,
      messages: [],
      can: { claim: true, answer: false },
    });
    await answerOf(claim.action(at(reference, ann, {})));
    expect((await opened(reference, ann)).messages).toHaveLength(1);
    expect(await opened(reference, bea)).toMatchObject({
      words: false,
      messages: [],
      held: "colleague",
      can: { claim: false, answer: false },
    });
    const reads = await db().enquiryEvent.findMany({
      where: { enquiry: { reference }, verb: "read" },
      orderBy: { at: "asc" },
    });
    expect(reads.map(({ actorId }) => actorId)).toEqual([ann.id, ann.id, bea.id]);
    expect(await answerOf(enquiry.loader(at("ZX-2026-9999", ann)))).toMatchObject({ status: 404 });
  });

  it("can be undone for a colleague to take", async () => {
    const { reference } = await held();
    expect(await answerOf(release.action(at(reference, bea, {})))).toMatchObject({ status: 403 });
    expect(await answerOf(release.action(at(reference, ann, {})))).toMatchObject({ status: 303 });
    expect(await answerOf(claim.action(at(reference, bea, {})))).toMatchObject({ status: 303 });
  });
});

describe("answering", () => {
  it("is for the one who holds the enquiry, once for the same form", async () => {
    const { reference, code } = await held();
    const body = { requestKey: randomUUID(), text: words };
    expect(await answerOf(answer.action(at(reference, bea, body)))).toMatchObject({ status: 403 });
    const sent = await Promise.all([1, 2, 3].map(() => answerOf(answer.action(at(reference, ann, body)))));
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303]);
    const seen = (await askCase.loader(visit({ cookie: await returned(code) }))).enquiry;
    expect(seen.state).toBe("answered");
    expect(seen.messages.map(({ side, text }) => `${side}: ${text}`).slice(1)).toEqual([`station: ${words}`]);
    expect(seen.events.map(({ verb }) => verb)).toEqual(["submit", "claim", "answer"]);
    expect(JSON.stringify(seen)).not.toContain(ann.id);
  });

  it("goes to and fro until somebody ends it", async () => {
    const { reference, code } = await held();
    const cookie = await returned(code);
    await answerOf(answer.action(at(reference, ann, { requestKey: randomUUID(), text: words })));
    await answerOf(askCase.action(visit({ cookie, body: { requestKey: randomUUID(), text: "那要带什么?" } })));
    expect(await opened(reference, ann)).toMatchObject({ state: "waiting", held: "me" });
    await answerOf(answer.action(at(reference, ann, { requestKey: randomUUID(), text: words })));
    expect(await answerOf(closure.action(at(reference, ann, {})))).toMatchObject({ status: 303 });
    expect(await opened(reference, ann)).toMatchObject({
      state: "closed",
      can: { answer: false, close: false, release: false },
    });
    expect(await answerOf(answer.action(at(reference, ann, { requestKey: randomUUID(), text: words })))).toMatchObject({
      status: 409,
    });
  });

  it("to a page that has grown old is 409: the asker wrote meanwhile", async () => {
    const { reference, code } = await held();
    const { enquiry: page } = await answer.loader(at(reference, ann));
    const body = { requestKey: randomUUID(), text: words, seen: String(page.version) };
    await answerOf(
      askCase.action(
        visit({ cookie: await returned(code), body: { requestKey: randomUUID(), text: "更正:是两间房。" } }),
      ),
    );
    expect(await answerOf(answer.action(at(reference, ann, body)))).toMatchObject({ status: 409 });
    expect(
      await answerOf(answer.action(at(reference, ann, { ...body, seen: String(page.version + 1) }))),
    ).toMatchObject({ status: 303 });
  });

  it("with no words gives the form back", async () => {
    const { reference } = await held();
    const sent = await answerOf(answer.action(at(reference, ann, { requestKey: randomUUID(), text: "" })));
    expect(sent).toMatchObject({ status: 422, data: { faults: { text: ["required"] } } });
  });
});

describe("setting aside", () => {
  it("needs a reason, which the asker is told", async () => {
    const { reference, code } = await held();
    expect(await answerOf(removal.action(at(reference, ann, {})))).toMatchObject({
      status: 422,
      data: { faults: { reason: ["choose"] } },
    });
    expect(await answerOf(removal.action(at(reference, bea, { reason: "elsewhere" })))).toMatchObject({ status: 403 });
    expect(await answerOf(removal.action(at(reference, ann, { reason: "elsewhere" })))).toMatchObject({ status: 303 });
    const seen = (await askCase.loader(visit({ cookie: await returned(code) }))).enquiry;
    expect(seen).toMatchObject({ state: "out_of_scope", can: { write: false, solve: false } });
    expect(seen.events.at(-1)).toMatchObject({ verb: "out_of_scope", reason: "elsewhere" });
  });
});

describe("somebody of a profession", () => {
  it("serves as the station's staff do, and whoever asked reads beside the answer what they are", async () => {
    const cleo = await someone("mediator", "demo-station");
    const receipt = await asked();
    expect(await answerOf(claim.action(at(receipt.reference, cleo, {})))).toMatchObject({ status: 303 });
    const sent = { text: words, requestKey: randomUUID() };
    expect(await answerOf(answer.action(at(receipt.reference, cleo, sent)))).toMatchObject({ status: 303 });
    const cookie = await returned(receipt.code);
    const { messages } = (await askCase.loader(visit({ path: "/ask/case", cookie }))).enquiry;
    expect(messages.map(({ side, profession }) => [side, profession])).toEqual([
      ["asker", null],
      ["station", "mediator"],
    ]);
  });
});
