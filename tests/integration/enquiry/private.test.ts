import { randomUUID } from "node:crypto";
import { createTransport } from "nodemailer";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "~/platform/db/client";
import { env } from "~/platform/env";
import { sendLetter } from "~/platform/mail/mail";
import * as askCase from "~/routes/public/ask-case";
import * as answer from "~/routes/station/answer";
import * as claim from "~/routes/station/claim";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { everyTable, waysToWrite } from "../../setup/everywhere";
import { answerOf, asked, returned, signedInAs, visit } from "./visit";

vi.mock("nodemailer", () => ({ createTransport: vi.fn() }));

const marks = { asked: "灰雀canary", more: "青鸟canary", answered: "白鹭canary", contact: "canary.reader@example.org" };
const said: string[] = [];
let reference = "";

beforeAll(async () => {
  await freshDatabase();
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    stream.write = ((chunk: string | Uint8Array, ...rest: never[]) => {
      said.push(String(chunk));
      return write(chunk, ...rest);
    }) as typeof stream.write;
  }
  const { token } = await aPerson({ role: "station" });
  const cookie = await signedInAs(token);
  const receipt = await asked(
    { text: `${marks.asked}:家父在巴拿马去世,在台山留下一间房子,怎么办?`, contact: marks.contact },
    "pt",
  );
  reference = receipt.reference;
  const at = (body: Record<string, string>) => visit({ params: { lang: "zh-Hans", reference }, cookie, body });
  await answerOf(
    askCase.action(
      visit({ cookie: await returned(receipt.code), body: { requestKey: randomUUID(), text: marks.more } }),
    ),
  );
  await answerOf(claim.action(at({})));
  const sent = await answerOf(answer.action(at({ requestKey: randomUUID(), text: marks.answered })));
  expect(sent.status).toBe(303);
});

beforeEach(() => {
  vi.mocked(createTransport).mockReset();
  env().SMTP_URL = undefined;
});

describe("what the asker wrote", () => {
  it("stands in no table in clear, whichever way it is written", async () => {
    const tables = await everyTable();
    expect(tables.map(({ place }) => place)).toEqual(
      expect.arrayContaining([
        "public.enquiry",
        "public.enquiry_message",
        "public.mail",
        "public.search_row",
        "graphile_worker._private_jobs",
      ]),
    );
    expect(tables.find(({ place }) => place === "public.enquiry")?.text).toContain(reference);
    expect(await db().enquiryMessage.count()).toBe(3);
    for (const { place, text } of tables) {
      for (const word of Object.values(marks).flatMap(waysToWrite))
        expect(text.includes(word), `${place} holds ${word}`).toBe(false);
    }
  });

  it("is in no line of any log", () => {
    for (const word of Object.values(marks).flatMap(waysToWrite))
      expect(said.some((line) => line.includes(word))).toBe(false);
  });

  it("cannot be moved to another enquiry", async () => {
    const other = await asked();
    const [message] = await db().enquiryMessage.findMany({ where: { enquiry: { reference } }, take: 1 });
    await db().enquiryMessage.updateMany({
      where: { enquiry: { reference: other.reference } },
      data: { sealed: message?.sealed ?? new Uint8Array() },
    });
    await expect(askCase.loader(visit({ cookie: await returned(other.code) }))).rejects.toThrow(/authenticate/);
  });
});

describe("the mail about an answer", () => {
  it("lies sealed in the outbox, holds nothing but a link, and forgets the address once it is out", async () => {
    const letter = await db().mail.findFirstOrThrow({ where: { template: "enquiry_answered" } });
    expect(letter).toMatchObject({ locale: "pt", params: { link: `${env().BASE_URL}/pt/ask/return` } });
    expect(letter.recipient).toMatch(/^sealed:/);
    expect(JSON.stringify(letter)).not.toContain(reference);

    const sendMail = vi.fn(async () => ({}));
    env().SMTP_URL = "smtp://mail.test";
    vi.mocked(createTransport).mockReturnValue({ sendMail, close: () => {} } as never);
    await sendLetter(letter.id);
    await sendLetter(letter.id);
    expect(sendMail).toHaveBeenCalledOnce();
    expect(sendMail).toHaveBeenCalledWith(expect.objectContaining({ to: marks.contact }));
    expect(JSON.stringify(sendMail.mock.calls)).not.toMatch(/灰雀|青鸟|白鹭|ZX-/);
    expect(await db().mail.findUniqueOrThrow({ where: { id: letter.id } })).toMatchObject({
      state: "sent",
      recipient: "sealed:",
    });
  });

  it("that the mail server refuses fails without quoting the address", async () => {
    const { id, dedupeKey } = await db().mail.findFirstOrThrow({ where: { template: "enquiry_answered" } });
    const { seal } = await import("~/platform/crypto/seal");
    const recipient = `sealed:${Buffer.from(seal(marks.contact, dedupeKey)).toString("base64")}`;
    await db().mail.update({ where: { id }, data: { state: "waiting", recipient } });
    env().SMTP_URL = "smtp://mail.test";
    const refused = Object.assign(new Error(`550 no such user <${marks.contact}>`), { code: "EENVELOPE" });
    vi.mocked(createTransport).mockReturnValue({
      sendMail: vi.fn(async () => Promise.reject(refused)),
      close: () => {},
    } as never);
    await expect(sendLetter(id)).rejects.toThrow("A letter could not be handed over (EENVELOPE).");
  });
});
