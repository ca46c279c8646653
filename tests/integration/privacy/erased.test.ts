import { randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { beforeAll, describe, expect, it } from "vitest";
import { addMember } from "~/domain/membership/desk.server";
import { rebuildSearch } from "~/domain/catalogue/indexing.server";
import { carryOutRetention } from "~/domain/privacy/own.server";
import { eraseOldEnquiries } from "~/domain/enquiry/enquiry.server";
import { eraseOldLeads } from "~/domain/lead/lead.server";
import { settings } from "~/domain/setting/setting";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/client";
import { dropFile } from "~/platform/files/files";
import { sendLetter } from "~/platform/mail/mail";
import * as erasure from "~/routes/asker/erasure";
import * as follow from "~/routes/following/follow";
import * as askCase from "~/routes/public/ask-case";
import * as suggest from "~/routes/public/suggest";
import * as ownErasure from "~/routes/own/erasure";
import * as ownKeep from "~/routes/own/keep";
import * as signIn from "~/routes/session/sign-in";
import * as answer from "~/routes/station/answer";
import * as claim from "~/routes/station/claim";
import * as removal from "~/routes/station/removal";
import { anOrganisation, aPerson, waysInto } from "../../factories/person";
import { aText } from "../../factories/suggestion";
import { freshDatabase } from "../../setup/database";
import { whereIs } from "../../setup/everywhere";
import { answerOf, asked, returned, signedInAs, visit } from "../enquiry/visit";
import { aClaim, aClaimForm } from "../membership/visit";
import { replied, rowOf, steps, submitted, aCast, type Cast } from "../suggestion/visit";
import { pool } from "~/platform/db/client";

let cast: Cast;
let station = "";
const day = 24 * 3600_000;

beforeAll(async () => {
  await freshDatabase();
  cast = await aCast();
  await anOrganisation("station-a", "station");
  station = await signedInAs((await aPerson({ role: "station", organisation: "station-a" })).token);
});

const at = (reference: string, body: Record<string, string>) => visit({ params: { reference }, cookie: station, body });

/** Does what waits in the outbox and among the jobs that let go of files, as the worker does. */
async function work(): Promise<void> {
  for (const { id } of await db().mail.findMany({ where: { state: "waiting" } })) await sendLetter(id);
  const { rows } = await pool().query<{ id: string; payload: { key: string } }>(
    `SELECT j.id, j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE t.identifier = 'files.drop'`,
  );
  for (const { payload } of rows) await dropFile(payload.key);
  await pool().query(`SELECT graphile_worker.complete_jobs($1::bigint[])`, [rows.map(({ id }) => id)]);
}

/** Does something so many days later. */
async function later(days: number, doing: () => Promise<unknown>): Promise<void> {
  const restore = setClock(() => new Date(Date.now() + days * day));
  await doing().finally(restore);
}

/** What an enquiry leaves behind while it is there: its sealed words and the address, as the bytes that are kept. */
async function sealedOf(reference: string): Promise<string[]> {
  const row = await db().enquiry.findUniqueOrThrow({ where: { reference }, include: { messages: true } });
  const sealed = [...row.messages.map((one) => one.sealed), row.sealedContact ?? new Uint8Array()];
  return [
    ...sealed.map((bytes) => Buffer.from(bytes).toString("hex")),
    row.receiptHash,
    ...row.messages.map(({ id }) => id),
  ];
}

async function anEnquiry(marks: { asked: string; more: string; answered: string; contact: string }) {
  const receipt = await asked({
    text: `${marks.asked}家父在巴拿马去世,在台山留下一间房子,怎么办?`,
    contact: marks.contact,
  });
  const cookie = await returned(receipt.code);
  await answerOf(claim.action(at(receipt.reference, {})));
  await answerOf(answer.action(at(receipt.reference, { requestKey: randomUUID(), text: marks.answered })));
  await answerOf(askCase.action(visit({ cookie, body: { requestKey: randomUUID(), text: marks.more } })));
  await work();
  return { ...receipt, cookie };
}

const marks = { asked: "灰雀canary", more: "青鸟canary", answered: "白鹭canary", contact: "canary.asker@example.org" };

describe("an enquiry that its asker erased", () => {
  it("is in no table, file, index or job any more, neither open nor sealed", async () => {
    const { reference, cookie } = await anEnquiry(marks);
    const sealed = await sealedOf(reference);
    expect((await whereIs(sealed)).length).toBeGreaterThanOrEqual(sealed.length);
    expect((await answerOf(erasure.action(visit({ cookie, body: {} })))).status).toBe(303);
    await work();
    await rebuildSearch();
    expect(await whereIs([...Object.values(marks), ...sealed])).toEqual([]);
    const { id } = await db().enquiry.findUniqueOrThrow({ where: { reference } });
    expect(await db().consent.findMany({ where: { subjectId: id } })).toMatchObject([
      { subject: "enquiry", purpose: "answer", version: "1", locale: "zh-Hans" },
    ]);
  });
});

describe("what was kept long enough", () => {
  it("is erased by the worker, enquiries and leads alike, and said so in the journal; what is younger stays", async () => {
    const spam = await anEnquiry({ ...marks, contact: "canary.spam@example.org" });
    await answerOf(removal.action(at(spam.reference, { reason: "advertising" })));
    const old = await anEnquiry(marks);
    const open = await asked({ text: "这是一个还没有人回答的问题,请问要怎么办?", contact: "canary.open@example.org" });
    await pool().query(`UPDATE enquiry SET state = 'answered' WHERE reference = $1`, [old.reference]);
    const lead = {
      requestKey: randomUUID(),
      name: "canary 李",
      contact: "canary.lead@example.org",
      text: "canary 路灯",
    };
    await answerOf(suggest.action(visit({ body: { ...lead, consent: "yes" } })));
    const { reference: leadReference, sealed } = await db().lead.findFirstOrThrow();
    const words = [...(await sealedOf(old.reference)), ...(await sealedOf(spam.reference))];

    await later(settings.keep_spam.value + 1, eraseOldEnquiries);
    expect((await db().enquiry.findUniqueOrThrow({ where: { reference: spam.reference } })).state).toBe("erased");
    expect((await db().enquiry.findUniqueOrThrow({ where: { reference: old.reference } })).state).toBe("answered");
    await later(settings.keep_enquiry.value + 1, eraseOldEnquiries);
    await later(settings.keep_lead.value - 1, eraseOldLeads);
    expect((await db().lead.findFirstOrThrow()).text).toBe(lead.text);
    await later(settings.keep_lead.value + 1, eraseOldLeads);
    await work();
    const gone = [...words, Buffer.from(sealed).toString("hex"), lead.text, lead.contact, marks.contact];
    expect(await whereIs(gone)).toEqual([]);
    expect((await db().enquiry.findUniqueOrThrow({ where: { reference: open.reference } })).state).toBe("received");
    const lines = await db().journal.findMany({ where: { actorRole: "system" }, orderBy: { seq: "asc" } });
    expect(lines.map(({ verb, reference, particulars }) => ({ verb, reference, particulars }))).toEqual([
      { verb: "enquiry.erase", reference: spam.reference, particulars: { why: "retention" } },
      { verb: "enquiry.erase", reference: old.reference, particulars: { why: "retention" } },
      { verb: "lead.erase", reference: leadReference, particulars: { why: "retention" } },
    ]);
  });
});

describe("an invitation that nobody took up", () => {
  it("is forgotten once it is over, with the name and address in it", async () => {
    const [createdAt, expiresAt] = [new Date(), new Date(Date.now() + 3600_000)];
    const invited = { email: "canary.guest@example.org", name: "canary guest", locale: "en", createdAt, expiresAt };
    await db().invitation.create({ data: { id: randomUUID(), tokenHash: randomUUID(), ...invited } });
    await carryOutRetention();
    expect((await whereIs([invited.email])).length).toBeGreaterThan(0);
    await later(1, carryOutRetention);
    expect(await whereIs([invited.email, invited.name])).toEqual([]);
  });
});

describe("a member who asks to be erased", () => {
  const canary = {
    email: "canary.member@example.org",
    name: "金丝雀委员",
    nameLatin: "Canary Latin",
    password: "canary password",
  };

  async function aMember() {
    const { id, token } = await aPerson({ name: canary.name });
    const { email, nameLatin } = canary;
    await db().person.update({ where: { id }, data: { email, nameLatin, passwordHash: await hash(canary.password) } });
    return { id, cookie: await signedInAs(token) };
  }

  it("is asked for time to reconsider, then nowhere to be found; what was handled stays without a name", async () => {
    const { id, cookie } = await aMember();
    const words = [
      "canary-title",
      "canary-matter",
      "canary-analysis",
      "canary-measures",
      "canary-file",
      "canary-words",
    ];
    const [title = "", matter = "", analysis = "", measures = ""] = words;
    const file = new File(["canary-file-bytes"], "canary-file.txt");
    const own = await submitted(cookie, aText({ title, matter, analysis, measures }), [file]);
    await steps.review(cast.committee, own.reference, { verdict: "take" });
    await steps.review(cast.committee, own.reference, { verdict: "return", words: "canary-words" });
    const handled = await replied({ ...cast, member: cookie });
    await steps.rate(cookie, handled, { rating: "satisfied" });
    await steps.publish(cast.committee, handled, { verdict: "publish" });
    const wish = { rhythm: "daily", hour: "8", timeZone: "Asia/Macau", email: canary.email, consent: "yes" };
    await answerOf(follow.action(visit({ path: "/follow?q=Hoisan", body: wish, network: randomUUID() })));
    await answerOf(signIn.action(visit({ body: { email: canary.email, password: "wrong" }, network: randomUUID() })));
    const { name, nameLatin, email } = canary;
    const profile = { name, nameLatin, locale: "en", kind: "macao", session: 14, sector: "canary-sector" } as const;
    const clerk = (await aPerson({ role: "committee", organisation: "demo-committee" })).actor;
    expect(await addMember(clerk, { ...profile, email, liaisonGroup: "canary-group" })).toMatchObject({ ok: true });
    const claimed = await aClaim(aClaimForm({ email, name, nameLatin }));
    const { sealed, addressHash } = await db().membershipClaim.findUniqueOrThrow({ where: { id: claimed.id } });
    words.push("canary-sector", "canary-group", Buffer.from(sealed).toString("hex"), addressHash);
    await work();
    const ways = await waysInto(id, canary);
    const all = [...words, ...ways, "canary-file-bytes", canary.email, canary.name, canary.nameLatin];
    expect((await whereIs(all)).length).toBeGreaterThan(10);

    expect((await answerOf(ownErasure.action(visit({ cookie, body: {} })))).status).toBe(303);
    await later(settings.keep_account.value - 1, carryOutRetention);
    expect((await whereIs([canary.email])).length).toBeGreaterThan(0);
    await answerOf(ownKeep.action(visit({ cookie, body: {} })));
    await later(settings.keep_account.value + 1, carryOutRetention);
    expect((await whereIs([canary.email])).length).toBeGreaterThan(0);

    for (const _ of [1, 2]) await answerOf(ownErasure.action(visit({ cookie, body: {} })));
    await later(settings.keep_account.value + 1, carryOutRetention);
    await later(settings.keep_account.value + 2, carryOutRetention);
    await work();
    await rebuildSearch();
    expect(await whereIs(all)).toEqual([]);
    const theirs = { where: { personId: id } };
    const left = await Promise.all([
      db().totp.count(theirs),
      db().recoveryCode.count(theirs),
      db().passkey.count(theirs),
    ]);
    expect([...left, await db().signInLink.count(theirs), await db().invitation.count(theirs)]).toEqual([
      0, 0, 0, 0, 0,
    ]);
    expect((await answerOf(ownErasure.loader(visit({ cookie })))).to).toContain("/sign-in");
    const entry = { email: canary.email, password: canary.password };
    expect((await answerOf(signIn.action(visit({ body: entry, network: randomUUID() })))).status).toBe(422);
    const kept = await rowOf(handled);
    expect(kept).toMatchObject({ authorId: id, title: aText().title, rating: "satisfied", state: "closed" });
    expect(kept.publishedAt).not.toBeNull();
    expect(await rowOf(own.reference)).toMatchObject({ state: "withdrawn", title: "", files: [] });
    expect(await db().membership.count({ where: theirs.where })).toBe(0);
    const verbs = await db().journal.findMany({ where: { reference: id }, orderBy: { seq: "asc" } });
    expect(verbs.map(({ verb }) => verb)).toEqual([
      "person.ask_erasure",
      "person.keep",
      "person.ask_erasure",
      "person.erase",
    ]);
  });

  it("is not let go while serving as staff", async () => {
    expect(await answerOf(ownErasure.action(visit({ cookie: cast.unit, body: {} })))).toMatchObject({ status: 403 });
    // Nor where the role is withheld for want of a second factor.
    const { id, token } = await aPerson({ role: "unit", organisation: "unit-a" });
    await db().session.updateMany({ where: { personId: id }, data: { factor: null } });
    const cookie = await signedInAs(token);
    expect(await answerOf(ownErasure.action(visit({ cookie, body: {} })))).toMatchObject({ status: 403 });
    expect(await db().erasure.count({ where: { doneAt: null } })).toBe(0);
  });
});
