import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "~/platform/db/client";
import { setClock } from "~/platform/clock";
import * as leave from "~/routes/asker/leave";
import * as solved from "~/routes/asker/solved";
import * as askCase from "~/routes/public/ask-case";
import { freshDatabase } from "../../setup/database";
import { answerOf, ask, asked, askReceipt, askReturn, aWish, returned, sentBack, visit } from "./visit";

beforeAll(freshDatabase);

const readCase = async (cookie: string) => (await askCase.loader(visit({ cookie }))).enquiry;

describe("asking", () => {
  it("leads to a receipt that is shown once", async () => {
    const answer = await answerOf(ask.action(visit({ body: aWish(), params: { lang: "pt" } })));
    expect(answer).toMatchObject({ status: 303, to: "/pt/ask/receipt" });
    expect(answer.cookies.join()).toMatch(/HttpOnly.*SameSite=Strict/);
    const page = await answerOf(askReceipt.loader(visit({ cookie: sentBack(answer.cookies) })));
    expect(page.data).toMatchObject({
      receipt: {
        reference: expect.stringMatching(/^ZX-\d{4}-\d{4}$/),
        code: expect.stringMatching(/^\w{5}(-\w{5}){3}$/),
      },
    });
    expect(page.cookies.join()).toMatch(/qq_once=;.*Max-Age=0/);
    expect((await answerOf(askReceipt.loader(visit({})))).data).toEqual({ receipt: null, days: 2 });
    expect((await answerOf(askReceipt.loader(visit({ cookie: "qq_once=%22broken%22" })))).data).toEqual({
      receipt: null,
      days: 2,
    });
  });

  it("twice with the same form makes one enquiry with one code, even at the same moment", async () => {
    const requestKey = randomUUID();
    const all = await Promise.all(Array.from({ length: 6 }, () => asked({ requestKey })));
    const later = await asked({ requestKey, text: "这是同一张表再发一次,内容不同也只算一次。" });
    expect(new Set([...all, later].map(({ code, reference }) => `${code} ${reference}`)).size).toBe(1);
    expect(await db().enquiry.count({ where: { reference: later.reference } })).toBe(1);
    const messages = await db().enquiryMessage.count({ where: { enquiry: { reference: later.reference } } });
    expect(messages).toBe(1);
  });

  it("numbers all enquiries of a year without a gap, however many come at once", async () => {
    const restore = setClock(() => new Date("2027-12-31T16:30:00Z"));
    const references = await Promise.all(Array.from({ length: 12 }, async () => (await asked()).reference));
    restore();
    expect(references.toSorted()).toEqual(
      Array.from({ length: 12 }, (_, index) => `ZX-2028-${String(index + 1).padStart(4, "0")}`),
    );
  });

  it("with faults gives the form back with every word, and keeps nothing", async () => {
    const before = await db().enquiry.count();
    const answer = await answerOf(ask.action(visit({ body: aWish({ text: "太短", consent: "", contact: "nobody" }) })));
    expect(answer).toMatchObject({
      status: 422,
      data: {
        faults: { text: ["too_short"], consent: ["consent"], contact: ["email"] },
        typed: { text: "太短", contact: "nobody" },
      },
    });
    expect(await db().enquiry.count()).toBe(before);
  });

  it("keeps neither the code nor the form's key, only what cannot be turned back", async () => {
    const requestKey = randomUUID();
    const { code, reference } = await asked({ requestKey });
    const row = await db().enquiry.findUniqueOrThrow({
      where: { reference },
      include: { messages: true, events: true },
    });
    const text = JSON.stringify(row, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : value,
    );
    expect(text).not.toContain(code.replaceAll("-", ""));
    expect(text).not.toContain(code);
    expect(text).not.toContain(requestKey);
    expect(row.receiptHash).toMatch(/^[0-9a-f]{64}$/);
    expect(row.events.map(({ verb }) => verb).toSorted()).toEqual(["consent:1", "submit"]);
  });
});

describe("coming back", () => {
  it("opens the enquiry on this device, however the code was written", async () => {
    const { code, reference } = await asked({}, "en");
    const scribbled = ` ${code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l")} `;
    const answer = await answerOf(askReturn.action(visit({ body: { code: scribbled }, params: { lang: "en" } })));
    expect(answer).toMatchObject({ status: 303, to: "/en/ask/case" });
    const enquiry = await readCase(sentBack(answer.cookies));
    expect(enquiry).toMatchObject({ reference, state: "received", locale: "en", can: { write: true, solve: true } });
    expect(enquiry.messages.map(({ side, text }) => [side, text])).toEqual([["asker", aWish().text]]);
  });

  it("answers every wrong code alike", async () => {
    const codes = ["12345-12345-12345-12345", "x", "UUUUU-UUUUU-UUUUU-UUUUU"];
    const answers = await Promise.all(
      codes.map((code) => answerOf(askReturn.action(visit({ body: { code }, network: "wrong" })))),
    );
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 422, data: { faults: { code: ["wrong_code"] } } });
    expect(answers.flatMap(({ cookies }) => cookies)).toEqual([]);
  });

  it("stops guessing after twenty tries, and says so to nobody else", async () => {
    const { code } = await asked();
    for (let index = 0; index < 20; index++)
      await answerOf(askReturn.action(visit({ body: { code: "no" }, network: "guess" })));
    const guess = await answerOf(askReturn.action(visit({ body: { code }, network: "guess" })));
    expect(guess).toMatchObject({ status: 429, cookies: [] });
    expect(await answerOf(askReturn.action(visit({ body: { code }, network: "other" })))).toMatchObject({
      status: 303,
    });
    const keys = await db().rateLimit.findMany({ where: { key: { startsWith: "enquiry-return" } } });
    expect(keys.map(({ key }) => key).join()).not.toMatch(/guess|other/);
  });

  it("without a ticket, with a forged one or after two hours asks for the code", async () => {
    const cookie = await returned((await asked()).code);
    const restore = setClock(() => new Date(Date.now() + 2 * 3600 * 1000 + 1000));
    expect(await answerOf(askCase.loader(visit({ cookie })))).toMatchObject({ status: 303, to: "/zh-Hans/ask/return" });
    restore();
    expect(await answerOf(askCase.loader(visit({})))).toMatchObject({ status: 303 });
    expect(await answerOf(askCase.loader(visit({ cookie: cookie.replace(/.{6}$/, "AAAAAA") })))).toMatchObject({
      status: 303,
    });
    expect(await answerOf(askCase.loader(visit({ cookie })))).toMatchObject({ status: 200 });
  });
});

describe("the asker's own view", () => {
  it("takes more words, once for the same form", async () => {
    const cookie = await returned((await asked()).code);
    const body = { requestKey: randomUUID(), text: "补充:房产证在大哥那里。" };
    const sent = await Promise.all([1, 2, 3].map(() => answerOf(askCase.action(visit({ cookie, body })))));
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303]);
    const enquiry = await readCase(cookie);
    expect(enquiry.messages.map(({ text }) => text)).toEqual([aWish().text, body.text]);
    expect(await answerOf(askCase.action(visit({ cookie, body: { ...body, text: "" } })))).toMatchObject({
      status: 422,
    });
  });

  it("takes different words that come at the same moment, all of them", async () => {
    const cookie = await returned((await asked()).code);
    const texts = ["第一句", "第二句"];
    await Promise.all(
      texts.map((text) => answerOf(askCase.action(visit({ cookie, body: { requestKey: randomUUID(), text } })))),
    );
    expect((await readCase(cookie)).messages.map(({ text }) => text)).toEqual(expect.arrayContaining(texts));
  });

  it("can be ended, and then takes no more", async () => {
    const cookie = await returned((await asked()).code);
    expect(await answerOf(solved.action(visit({ cookie, body: {} })))).toMatchObject({ status: 303 });
    expect(await readCase(cookie)).toMatchObject({ state: "closed", can: { write: false, solve: false } });
    const body = { requestKey: randomUUID(), text: "还有一句" };
    expect(await answerOf(askCase.action(visit({ cookie, body })))).toMatchObject({ status: 409 });
    expect(await answerOf(solved.action(visit({ cookie, body: {} })))).toMatchObject({ status: 409 });
  });

  it("can be closed on this device", async () => {
    const answer = await answerOf(leave.action(visit({ body: {} })));
    expect(answer).toMatchObject({ status: 303, to: "/zh-Hans/ask/return" });
    expect(answer.cookies.join()).toMatch(/qq_enquiry=;.*Max-Age=0/);
    expect(await answerOf(solved.action(visit({ body: {} })))).toMatchObject({ status: 404 });
  });
});
