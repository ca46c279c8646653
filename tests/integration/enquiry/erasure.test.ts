import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "~/platform/db/client";
import { sendLetter } from "~/platform/mail/mail";
import * as copy from "~/routes/asker/copy";
import * as erasure from "~/routes/asker/erasure";
import * as solved from "~/routes/asker/solved";
import * as askCase from "~/routes/public/ask-case";
import * as answer from "~/routes/station/answer";
import * as claim from "~/routes/station/claim";
import * as desk from "~/routes/station/desk";
import * as enquiry from "~/routes/station/enquiry";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, ask, asked, askReturn, aWish, returned, signedInAs, visit } from "./visit";

let staff = "";

beforeAll(async () => {
  await freshDatabase();
  staff = await signedInAs((await aPerson({ role: "station" })).token);
});

const at = (reference: string, body?: Record<string, string>) =>
  visit({ params: { reference }, cookie: staff, ...(body && { body }) });

async function answered(wishes: Record<string, string> = {}) {
  const receipt = await asked({ contact: "gone@example.org", ...wishes });
  await answerOf(claim.action(at(receipt.reference, {})));
  await answerOf(answer.action(at(receipt.reference, { requestKey: randomUUID(), text: "第一行\n\n第二行" })));
  return { ...receipt, cookie: await returned(receipt.code) };
}

describe("erasing an enquiry", () => {
  it("leaves number, topic, language, dates and journal, and nothing else", async () => {
    const { reference, cookie, code } = await answered();
    const letters = await db().mail.findMany({ where: { template: "enquiry_answered" } });
    expect(letters).toHaveLength(1);
    expect(await answerOf(erasure.loader(visit({ cookie })))).toMatchObject({ status: 200 });
    const answerOfErasure = await answerOf(erasure.action(visit({ cookie, body: {} })));
    expect(answerOfErasure).toMatchObject({ status: 303, to: "/zh-Hans/ask/erased" });
    expect(answerOfErasure.cookies.join()).toMatch(/qq_enquiry=;.*Max-Age=0/);

    const row = await db().enquiry.findUniqueOrThrow({
      where: { reference },
      include: { messages: true, events: { orderBy: { at: "asc" } } },
    });
    expect(row).toMatchObject({
      state: "erased",
      topic: "INH",
      locale: "zh-Hans",
      placeSlug: null,
      region: "",
      nationality: "",
      sealedContact: null,
      claimedById: null,
      claimedAt: null,
      owedSince: null,
      messages: [],
    });
    expect(row.events.map(({ verb }) => verb)).toEqual(expect.arrayContaining(["submit", "claim", "answer", "erase"]));
    expect(await db().mail.count({ where: { template: "enquiry_answered" } })).toBe(0);
    await sendLetter(letters[0]?.id ?? "");

    expect(await answerOf(askCase.loader(visit({ cookie })))).toMatchObject({ status: 303, to: "/zh-Hans/ask/return" });
    expect(await answerOf(copy.loader(visit({ cookie })))).toMatchObject({ status: 303 });
    const again = await answerOf(askReturn.action(visit({ body: { code }, network: "erased" })));
    expect(again).toMatchObject({ status: 422, data: { faults: { code: ["wrong_code"] } }, cookies: [] });
  });

  it("sent twice is done once; nothing can be done with what was erased", async () => {
    const { reference, cookie } = await answered();
    const twice = await Promise.all([1, 2].map(() => answerOf(erasure.action(visit({ cookie, body: {} })))));
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect(await db().enquiryEvent.count({ where: { enquiry: { reference }, verb: "erase" } })).toBe(1);
    const body = { requestKey: randomUUID(), text: "还有一句" };
    expect(await answerOf(askCase.action(visit({ cookie, body })))).toMatchObject({ status: 409 });
    expect(await answerOf(solved.action(visit({ cookie, body: {} })))).toMatchObject({ status: 409 });
    expect(await answerOf(claim.action(at(reference, {})))).toMatchObject({ status: 409 });
    expect(await answerOf(answer.action(at(reference, body)))).toMatchObject({ status: 403 });
    expect(await db().enquiryMessage.count({ where: { enquiry: { reference } } })).toBe(0);
    expect((await enquiry.loader(at(reference))).enquiry).toMatchObject({
      state: "erased",
      words: false,
      held: "nobody",
    });
    const done = await desk.loader(visit({ path: "/station?show=done", cookie: staff }));
    expect(done.rows).toContainEqual(expect.objectContaining({ reference, state: "erased", waiting: null }));
  });

  it("and an answer at the same moment leave no words behind", async () => {
    const { reference, cookie } = await answered();
    await answerOf(askCase.action(visit({ cookie, body: { requestKey: randomUUID(), text: "再问一句" } })));
    const body = { requestKey: randomUUID(), text: "同时发出的答复" };
    const [erased] = await Promise.all([
      answerOf(erasure.action(visit({ cookie, body: {} }))),
      answerOf(answer.action(at(reference, body))),
    ]);
    expect(erased).toMatchObject({ status: 303 });
    expect(await db().enquiryMessage.count({ where: { enquiry: { reference } } })).toBe(0);
    expect(await db().mail.count({ where: { template: "enquiry_answered" } })).toBe(0);
  });

  it("is for who opened it, not for a stranger; the old form makes nothing new", async () => {
    expect(await answerOf(erasure.action(visit({ body: {} })))).toMatchObject({ status: 404 });
    expect(await answerOf(erasure.loader(visit({})))).toMatchObject({ status: 303, to: "/zh-Hans/ask/return" });
    const requestKey = randomUUID();
    const { cookie } = await answered({ requestKey });
    await answerOf(erasure.action(visit({ cookie, body: {} })));
    const before = await db().enquiry.count();
    await answerOf(ask.action(visit({ body: aWish({ requestKey }) })));
    expect(await db().enquiry.count()).toBe(before);
  });
});

describe("a copy to keep", () => {
  it("is a text file with both sides' words and their lines, kept by no cache", async () => {
    const { cookie, reference } = await answered();
    const file = await copy.loader(visit({ cookie, params: { lang: "pt" } }));
    expect(file.headers.get("Content-Disposition")).toBe(`attachment; filename="${reference}.txt"`);
    expect(file.headers.get("Cache-Control")).toBe("private, no-store");
    const text = Buffer.from(await file.arrayBuffer()).toString();
    expect(text).toContain("第一行\r\n\r\n第二行");
    expect(text).toContain(aWish().text);
    expect(text).toContain("parecer jurídico");
    expect(text).toContain(reference);
    expect(await answerOf(copy.loader(visit({})))).toMatchObject({ status: 303 });
  });
});
