import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { openReceipt } from "~/domain/enquiry/enquiry.server";
import { db } from "~/platform/db/client";
import { enquiryCookie, onceCookie, sessionCookie } from "~/platform/session/cookies";
import * as erasure from "~/routes/asker/erasure";
import * as solved from "~/routes/asker/solved";
import * as askCase from "~/routes/public/ask-case";
import * as answer from "~/routes/station/answer";
import * as claim from "~/routes/station/claim";
import * as closure from "~/routes/station/closure";
import * as enquiry from "~/routes/station/enquiry";
import * as release from "~/routes/station/release";
import * as removal from "~/routes/station/removal";
import * as takeOver from "~/routes/station/take-over";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, ask, asked, askReturn, aWish, returned, sentBack, signedInAs, visit } from "./visit";

let staff = "";

beforeAll(async () => {
  await freshDatabase();
  staff = await signedInAs((await aPerson({ role: "station" })).token);
});

/** A request as nobody's page would send it. */
function raw(body: BodyInit, type: string | null, cookie = "") {
  const headers = new Headers({ Cookie: cookie });
  const request = new Request("http://portal.test/en/ask", { method: "POST", body, headers });
  if (type === null) request.headers.delete("Content-Type");
  else request.headers.set("Content-Type", type);
  return { ...visit({ params: { lang: "en" } }), request };
}

describe("fields that no page of ours has", () => {
  const more = {
    id: randomUUID(),
    reference: "ZX-1999-0001",
    state: "closed",
    version: "99",
    claimedBy: randomUUID(),
    claimedById: randomUUID(),
    receiptHash: "0".repeat(64),
    createdAt: "1999-01-01",
    answeredAt: "1999-01-01",
    owedSince: "1999-01-01",
    locale: "pt",
    side: "station",
    authorId: randomUUID(),
    __intent__: '{"type":"reset"}',
    __state__: "{}",
    "text[999999999]": "x",
    "text.deep.deeper": "x",
    "__proto__.polluted": "yes",
    "constructor.prototype.polluted": "yes",
  };

  it("change nothing in a new enquiry, a message or an answer", async () => {
    const { reference, code } = await asked(more, "en");
    const cookie = await returned(code);
    const text = "Something more to say.";
    const sent = await answerOf(askCase.action(visit({ cookie, body: { ...more, requestKey: randomUUID(), text } })));
    expect(sent).toMatchObject({ status: 303 });
    const body = { ...more, requestKey: randomUUID(), text: "An answer." };
    const at = visit({ params: { reference }, cookie: staff, body });
    await answerOf(claim.action(visit({ params: { reference }, cookie: staff, body: more })));
    expect(await answerOf(answer.action(at))).toMatchObject({ status: 303 });
    const row = await db().enquiry.findUniqueOrThrow({
      where: { reference },
      include: { messages: { orderBy: { at: "asc" } } },
    });
    expect(reference).not.toBe(more.reference);
    expect(row).toMatchObject({ state: "answered", locale: "en", version: 4 });
    expect(row.claimedById).not.toBe(more.claimedById);
    expect(row.createdAt.getFullYear()).toBeGreaterThan(2000);
    expect(row.messages.map(({ side }) => side)).toEqual(["asker", "asker", "station"]);
    expect(row.messages.map(({ authorId }) => authorId)).not.toContain(more.authorId);
    expect("polluted" in {}).toBe(false);
  });
});

describe("bodies that are no form", () => {
  it.each([
    ["JSON", '{"code":"x"}', "application/json"],
    ["plain text", "code=x", "text/plain"],
    ["a form without boundary", "x", "multipart/form-data"],
    ["a form broken off", '--x\r\nContent-Disposition: form-data; name="co', "multipart/form-data; boundary=x"],
    ["nothing named", "code=x", null],
  ])("%s: 422, not a fault of ours", async (_, body, type) => {
    const { code } = await asked();
    const cookie = await returned(code);
    for (const { action } of [ask, askReturn, askCase]) {
      expect(await answerOf(action(raw(body, type, cookie)))).toMatchObject({ status: 422, cookies: [] });
    }
  });

  it("too long: 413, also when the length is not said", async () => {
    const long = `text=${"a".repeat(300 * 1024)}`;
    expect(await answerOf(ask.action(raw(long, "application/x-www-form-urlencoded")))).toMatchObject({ status: 413 });
  });

  it("the same field twice, or a file for a word, is a fault of the field", async () => {
    const twice = new URLSearchParams([
      ...Object.entries(aWish()),
      ["text", "又一段文字,与第一段不同,也有二十个字以上。"],
    ]);
    expect(await answerOf(ask.action(raw(twice.toString(), "application/x-www-form-urlencoded")))).toMatchObject({
      status: 422,
    });
    const form = new FormData();
    for (const [name, value] of Object.entries(aWish())) form.append(name, value);
    form.set("text", new File(["x".repeat(100)], "words.txt"));
    const file = new Response(form);
    const type = file.headers.get("Content-Type") ?? "";
    expect(await answerOf(ask.action(raw(await file.arrayBuffer(), type)))).toMatchObject({ status: 422 });
  });
});

describe("words made to harm", () => {
  it.each([
    ["markup", '</textarea><script>alert(1)</script><img src=x onerror="alert(1)">{{constructor}}'],
    ["control characters", "一\u0000二\u0007三\u001B[31m四 — 后面再写一些字凑够二十个字才能提交"],
    ["a turned direction", "发票\u202Etxt.exe\u2066 — 后面再写一些字凑够二十个字才能提交"],
    ["half a sign", "半个\uD83D字 — 后面再写一些字凑够二十个字才能提交,谢谢"],
    ["a statement of SQL", "'; DROP TABLE enquiry; -- 后面再写一些字凑够二十个字才能提交"],
  ])("%s: kept and given back as text", async (_, text) => {
    const { code } = await asked({ text });
    const seen = (await askCase.loader(visit({ cookie: await returned(code) }))).enquiry;
    const kept = seen.messages[0]?.text ?? "";
    expect(kept.isWellFormed()).toBe(true);
    expect(kept).toBe(text.replace(/\p{Cc}|[\u202E\u2066]/gu, "").replace(/\uD83D(?![\uDC00-\uDFFF])/g, "\uFFFD"));
  });

  it.each([
    "\u0000",
    "ZX-2026-0001\u0000",
    "%00",
    "../ZX-2026-0001",
    "ZX-2026-0001'--",
    "x".repeat(9000),
    "ZX-2026-٠٠٠١",
  ])("a reference like %j is no page", async (reference) => {
    for (const { action } of [claim, release, closure]) {
      const at = visit({ params: { reference }, cookie: staff, body: {} });
      expect(await answerOf(action(at))).toMatchObject({ status: 404 });
    }
    expect(await answerOf(enquiry.loader(visit({ params: { reference }, cookie: staff })))).toMatchObject({
      status: 404,
    });
  });
});

describe("a ticket", () => {
  it("opens its own enquiry whatever else is sent, and is no session and no receipt", async () => {
    const [mine, other] = [await asked(), await asked({ text: "别人的咨询,与我无关,内容不能让我看到,二十个字以上。" })];
    const cookie = await returned(mine.code);
    const body = { requestKey: randomUUID(), text: "写给自己的", reference: other.reference, id: other.reference };
    await answerOf(askCase.action(visit({ cookie, body, params: { reference: other.reference } })));
    await answerOf(solved.action(visit({ cookie, body: { reference: other.reference } })));
    const row = await db().enquiry.findUniqueOrThrow({ where: { reference: other.reference } });
    expect(row).toMatchObject({ state: "received", version: 1 });

    const ticket: unknown = await enquiryCookie().parse(cookie);
    const asSession = sentBack([await sessionCookie().serialize(ticket)]);
    expect(
      await answerOf(enquiry.loader(visit({ params: { reference: other.reference }, cookie: asSession }))),
    ).toMatchObject({ status: 303, to: expect.stringContaining("/sign-in") });
    expect(openReceipt(ticket)).toBeNull();
    const once: unknown = await onceCookie().parse(other.once);
    const forged = [once, "x", "", 7, null, { id: "1" }, ["a"], randomBytes(80).toString("base64url")];
    for (const value of forged) {
      const as = sentBack([await enquiryCookie().serialize(value)]);
      expect(await answerOf(askCase.loader(visit({ cookie: as })))).toMatchObject({ status: 303 });
      expect(await answerOf(erasure.action(visit({ cookie: as, body: {} })))).toMatchObject({ status: 404 });
    }
  });

  it("takes thirty messages in ten minutes, not more", async () => {
    const cookie = await returned((await asked()).code);
    const send = () => answerOf(askCase.action(visit({ cookie, body: { requestKey: randomUUID(), text: "又一句" } })));
    for (let index = 0; index < 30; index++) expect(await send()).toMatchObject({ status: 303 });
    expect(await send()).toMatchObject({ status: 429 });
  });
});

describe("what a colleague holds", () => {
  it("gives no word and takes no step, by whichever address", async () => {
    const words = "这句话只有接手的人能看到,别的同事怎么打开都看不到。";
    const { reference } = await asked({ text: words });
    await answerOf(claim.action(visit({ params: { reference }, cookie: staff, body: {} })));
    const other = await signedInAs((await aPerson({ role: "station" })).token);
    const at = (body?: Record<string, string>) =>
      visit({ params: { reference }, cookie: other, ...(body && { body }) });
    for (const { loader } of [enquiry, answer, removal, takeOver]) {
      const said: unknown = await loader(at()).catch((thrown: unknown) => thrown);
      const text = said instanceof Response ? await said.text() : JSON.stringify(said);
      expect(text).not.toContain(words.slice(0, 8));
    }
    const key = randomUUID();
    const attempts = [
      () => answer.action(at({ requestKey: key, text: "别人的答复" })),
      () => closure.action(at({})),
      () => release.action(at({})),
      () => removal.action(at({ reason: "abuse" })),
      () => takeOver.action(at({ reason: "overdue" })),
    ];
    for (const attempt of attempts) expect(await answerOf(attempt())).toMatchObject({ status: 403 });
    expect(await answerOf(claim.action(at({})))).toMatchObject({ status: 409 });
    expect(await db().enquiry.findUniqueOrThrow({ where: { reference } })).toMatchObject({
      state: "claimed",
      version: 2,
    });
  });
});

describe("guessing codes", () => {
  it("is answered alike for a code that is none, one never given and one erased", async () => {
    const { code } = await asked();
    await answerOf(erasure.action(visit({ cookie: await returned(code), body: {} })));
    const answers = await Promise.all(
      [code, "00000-00000-00000-00000", "?", "UUUUU-UUUUU-UUUUU-UUUUU", "\u0000"].map(async (guess) => {
        const { data, ...rest } = await answerOf(askReturn.action(visit({ body: { code: guess }, network: "alike" })));
        return JSON.stringify({ ...rest, faults: (data as { faults: unknown }).faults });
      }),
    );
    expect(new Set(answers).size).toBe(1);
  });

  it("is counted once for all processes: the count stands in the database", async () => {
    const before = await db().rateLimit.count({ where: { key: { startsWith: "enquiry-return:" } } });
    await answerOf(askReturn.action(visit({ body: { code: "no" }, network: "shared" })));
    const rows = await db().rateLimit.findMany({ where: { key: { startsWith: "enquiry-return:" } } });
    expect(rows).toHaveLength(before + 1);
    await db().rateLimit.updateMany({ where: { key: { startsWith: "enquiry-return:" } }, data: { count: 20 } });
    const stopped = await answerOf(askReturn.action(visit({ body: { code: "no" }, network: "shared" })));
    expect(stopped).toMatchObject({ status: 429 });
  });
});
