import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { openReceipt } from "~/domain/lead/lead.server";
import { db, pool } from "~/platform/db/client";
import { onceCookie } from "~/platform/session/cookies";
import * as lead from "~/routes/committee/lead";
import * as leads from "~/routes/committee/leads";
import * as suggest from "~/routes/public/suggest";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, sentBack, signedInAs, visit } from "../enquiry/visit";

const mark = "canary.giver@example.org";
const aLead = (wishes: Record<string, string> = {}): Record<string, string> => ({
  requestKey: randomUUID(),
  name: "梅測試",
  contact: mark,
  residence: "里斯本",
  text: "端芬墟的路燈不亮。",
  consent: "yes",
  ...wishes,
});
let committee = "";

/** Sends a lead, each from a network of its own unless one is named, and gives the answer with the reference. */
async function given(fields = aLead(), network: string = randomUUID()) {
  const answer = await answerOf(suggest.action(visit({ body: fields, network })));
  const once: unknown = await onceCookie().parse(sentBack(answer.cookies));
  return { ...answer, reference: openReceipt(once) ?? "" };
}

beforeAll(async () => {
  await freshDatabase();
  committee = await signedInAs((await aPerson({ role: "committee" })).token);
});

describe("a lead", () => {
  it("is one, with one number, however often it is sent", async () => {
    const fields = aLead();
    const all = await Promise.all([given(fields), given(fields), given(fields)]);
    const again = await given(fields);
    expect(new Set([...all, again].map(({ reference }) => reference)).size).toBe(1);
    expect(again.reference).toMatch(/^XS-\d{4}-\d{4}$/);
    expect(await db().lead.count()).toBe(1);
  });

  it("keeps who gave it sealed, and shows it to the committee alone, which marks it as handled", async () => {
    const { reference } = await given();
    const { rows } = await pool().query<{ text: string }>("SELECT l::text AS text FROM lead l");
    for (const { text } of rows) expect(text).not.toContain(mark);
    const open = (cookie: string) => answerOf(lead.loader(visit({ params: { lang: "en", reference }, cookie })));
    const read = await lead.loader(visit({ params: { lang: "en", reference }, cookie: committee }));
    expect(read.lead).toMatchObject({ state: "received", from: { contact: mark, residence: "里斯本" } });
    for (const role of ["member", "unit", "station", "admin"] as const) {
      const cookie = await signedInAs((await aPerson({ role })).token);
      expect(await open(cookie)).toMatchObject({ status: 404 });
      expect(await answerOf(leads.loader(visit({ cookie })))).toMatchObject({ status: 404 });
      expect(await answerOf(lead.action(visit({ params: { reference }, cookie, body: {} })))).toMatchObject({
        status: 404,
      });
    }
    expect(await open("")).toMatchObject({ status: 303 });
    for (const _ of [1, 2])
      expect(await answerOf(lead.action(visit({ params: { reference }, cookie: committee, body: {} })))).toMatchObject({
        status: 303,
      });
    expect(await db().lead.findUniqueOrThrow({ where: { reference } })).toMatchObject({ state: "handled" });
  });

  it.each([
    ["no name", { name: "" }, "name"],
    ["no contact", { contact: " " }, "contact"],
    ["more than 300 characters", { text: "字".repeat(301) }, "text"],
    ["no consent", { consent: "" }, "consent"],
  ])("with %s comes back with everything typed", async (_, wrong, field) => {
    const fields = aLead(wrong);
    const answer = await given(fields);
    expect(answer).toMatchObject({ status: 422, data: { typed: fields } });
    expect(Object.keys((answer.data as { faults: object }).faults)).toContain(field);
  });

  it("of exactly 300 characters, written beyond the basic plane too, is taken", async () => {
    expect(await given(aLead({ text: "𠮷".repeat(300) }))).toMatchObject({ status: 303 });
  });

  it("is refused after twenty an hour from one network, with how long to wait", async () => {
    const network = randomUUID();
    for (let sent = 0; sent < 20; sent += 1) expect((await given(aLead(), network)).status).toBe(303);
    expect(await given(aLead(), network)).toMatchObject({ status: 429 });
    expect((await given()).status).toBe(303);
  });
});
