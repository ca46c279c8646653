import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgetOld } from "~/domain/privacy/store.server";
import { db } from "~/platform/db/client";
import { env } from "~/platform/env";
import { sendLetter } from "~/platform/mail/mail";
import * as invitations from "~/routes/admin/invitations";
import * as upkeep from "~/routes/admin/upkeep";
import * as answer from "~/routes/station/answer";
import * as stationEnquiry from "~/routes/station/enquiry";
import * as claim from "~/routes/station/claim";
import { aPerson } from "../../factories/person";
import { aMailbox } from "../../fakes/mailbox";
import { freshDatabase } from "../../setup/database";
import { everyTable } from "../../setup/everywhere";
import { answerOf, asked, signedInAs, visit } from "../enquiry/visit";

const canary = "canary.reader@example.org";
let mailbox: Awaited<ReturnType<typeof aMailbox>>;
let url = "";
let admin = "";
let staff = "";

beforeAll(async () => {
  url = await freshDatabase();
  mailbox = await aMailbox();
  Object.assign(env(), { SMTP_URL: mailbox.url, MAIL_RETURN: "returns@portal.example" });
  admin = await signedInAs((await aPerson({ role: "admin", proved: true })).token);
  staff = await signedInAs((await aPerson({ role: "station" })).token);
});
afterAll(async () => {
  Object.assign(env(), { SMTP_URL: undefined, MAIL_RETURN: undefined });
  await mailbox.stop();
});

/** Sends what waits, and gives the latest letter as its recipient's server got it. */
async function sent() {
  for (const { id } of await db().mail.findMany({ where: { state: "waiting" } })) await sendLetter(id);
  return mailbox.letters.at(-1) ?? { from: "", to: "", text: "" };
}

function aReport(to: string, of: string, action = "failed", status = "5.1.1"): string {
  return [
    `To: ${to}`,
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    "\n--b\nContent-Type: message/delivery-status",
    `\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; ${of}\nAction: ${action}\nStatus: ${status}`,
    `\n--b\nContent-Type: message/rfc822\n\nTo: ${of}\n\n--b--`,
  ].join("\n");
}

/** What a mail server does with a message for `MAIL_RETURN`: it hands it to the command. */
function handIn(message: string, options: string[] = []): Promise<{ code: number | null; said: string }> {
  const { SESSION_SECRET, ENCRYPTION_KEYS, MAIL_RETURN, DATA_DIR } = env();
  const child = spawn(process.execPath, ["build/node/returned.js", ...options], {
    env: { ...process.env, SESSION_SECRET, ENCRYPTION_KEYS, MAIL_RETURN, DATA_DIR, DATABASE_URL: url },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += String(chunk)));
  child.stdin.on("error", () => {});
  child.stdin.end(message);
  return new Promise((done) => child.once("close", (code) => done({ code, said })));
}

const letters = async () => (await upkeep.loader(visit({ params: { lang: "en" }, cookie: admin }))).letters.page;

describe("a letter that comes back", () => {
  it("is noted once, by its own address alone, with the code that says why", async () => {
    const wish = {
      name: "Ana",
      email: "ana@example.org",
      locale: "pt",
      role: "auditor",
      organisation: "",
      from: "",
      until: "",
    };
    const form = visit({ params: { lang: "en" }, cookie: admin, body: wish });
    expect(await answerOf(invitations.action(form))).toMatchObject({ status: 303 });
    const { from, to } = await sent();
    expect(to).toBe("ana@example.org");
    expect(from).toMatch(/^returns\+[0-9a-f]{32}-[0-9a-f]{16}@portal\.example$/);
    const list = async () => (await invitations.loader(visit({ params: { lang: "en" }, cookie: admin }))).page.items;
    expect(await list()).toMatchObject([{ email: to, returned: false }]);

    const forged = from.replace(/.@/, (end) => (end === "0@" ? "1@" : "0@"));
    for (const message of [aReport(forged, to), aReport(from, to, "delayed", "4.4.1"), `To: ${from}\n\nI am away.`, ""])
      expect(await handIn(message)).toMatchObject({ code: 0, said: expect.stringContaining("passed_over") });
    expect(await letters()).toMatchObject({ total: 0 });

    const first = await handIn(aReport(from, to));
    expect(first).toMatchObject({ code: 0, said: expect.stringMatching(/"mail\.returned".*"5\.1\.1"/) });
    expect(first.said).not.toContain("ana@");
    expect(await handIn(aReport(from, to, "failed", "5.7.1"))).toMatchObject({
      code: 0,
      said: expect.stringContaining("known"),
    });
    expect(await letters()).toMatchObject({ total: 1, items: [{ recipient: null, returnCode: "5.1.1", job: null }] });
    expect(await list()).toMatchObject([{ email: to, returned: true }]);
  });

  it("is not sent again, and waits for nobody", async () => {
    const count = mailbox.letters.length;
    for (const { id } of await db().mail.findMany()) await sendLetter(id);
    expect(mailbox.letters.length).toBe(count);
  });

  it("that told of an answer is told to the station, and leaves no address behind", async () => {
    const receipt = await asked({ contact: canary }, "pt");
    const at = (body?: Record<string, string>) =>
      visit({ params: { lang: "zh-Hans", reference: receipt.reference }, cookie: staff, ...(body ? { body } : {}) });
    await answerOf(claim.action(at({})));
    expect(
      await answerOf(answer.action(at({ requestKey: randomUUID(), text: "请带上身份证明和房屋的旧契据。" }))),
    ).toMatchObject({ status: 303 });
    const { from, to } = await sent();
    expect(to).toBe(canary);
    expect((await stationEnquiry.loader(at())).enquiry.returned).toBe(false);
    // Where no header names the address, the server that hands it over does.
    const { code, said } = await handIn(aReport("undisclosed", canary, "failed", "5.2.1"), ["--to", from]);
    expect(code).toBe(0);
    expect(said).not.toContain("canary");
    expect((await stationEnquiry.loader(at())).enquiry.returned).toBe(true);
    expect(JSON.stringify(await everyTable())).not.toContain("canary");
  });

  it("is kept by the server, to be handed in again, where the database is away", async () => {
    const from = mailbox.letters[0]?.from ?? "";
    const before = url;
    url = "postgresql://127.0.0.1:1/none";
    expect(await handIn(aReport(from, "ana@example.org"))).toMatchObject({ code: 75 });
    url = before;
  });

  it("is forgotten when those that arrived are", async () => {
    const returned = () => db().mail.count({ where: { state: "returned" } });
    expect(await returned()).toBe(2);
    await forgetOld(new Date(Date.now() + 1000), new Date());
    expect(await returned()).toBe(0);
  });
});
