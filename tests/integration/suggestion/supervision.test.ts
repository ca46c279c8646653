import { beforeAll, describe, expect, it } from "vitest";
import { db } from "~/platform/db/client";
import * as desk from "~/routes/unit/supervision/desk";
import * as page from "~/routes/unit/supervision/suggestion";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, signedInAs, visit } from "../enquiry/visit";
import { aCast, aReply, rowOf, soon, steps, submitted, type Cast } from "./visit";

let cast: Cast;
const done = { status: 303 };
const words = "请按期办结。";

beforeAll(async () => {
  await freshDatabase();
  cast = await aCast();
});

async function assigned(): Promise<string> {
  const { reference } = await submitted(cast.member);
  await steps.review(cast.committee, reference, { verdict: "take" });
  await steps.assign(cast.committee, reference, { unit: "unit-a", dueOn: soon() });
  return reference;
}

const listed = async (query = "") =>
  (await desk.loader(visit({ path: `/supervision${query}`, cookie: cast.supervision }))).page.items.map(
    ({ reference }) => reference,
  );
const open = (reference: string) => answerOf(page.loader(visit({ params: { reference }, cookie: cast.supervision })));
const letters = (reference: string, template: string) =>
  db().mail.count({ where: { template, dedupeKey: { startsWith: `${reference}:` } } });

describe("the supervision office", () => {
  it("sees what is with a unit or was, and nothing before", async () => {
    const { reference: received } = await submitted(cast.member);
    const reference = await assigned();
    expect(await open(received)).toMatchObject({ status: 404 });
    expect(await open(reference)).toMatchObject({ status: 200 });
    const all = await listed();
    expect(all).toContain(reference);
    expect(all).not.toContain(received);
    expect(await listed("?state=in_progress")).not.toContain(reference);
    expect(await steps.supervise(cast.supervision, received, { words })).toMatchObject({ status: 404 });
  });

  it("presses the unit, which gets one letter, and changes nothing else", async () => {
    const reference = await assigned();
    const before = await rowOf(reference);
    const form = { words, seen: String(before.version) };
    expect(await steps.supervise(cast.supervision, reference, form)).toMatchObject(done);
    expect(await steps.supervise(cast.supervision, reference, form)).toMatchObject(done);
    const { events, version, updatedAt: _, ...after } = await rowOf(reference);
    const { events: __, version: ___, updatedAt: ____, ...same } = before;
    expect(after).toEqual(same);
    expect(version).toBe(before.version + 1);
    expect(events.at(-1)).toMatchObject({ verb: "supervise", words, actorRole: "supervision", particulars: {} });
    expect(await letters(reference, "supervised")).toBe(1);
    expect(await letters(reference, "moved")).toBeGreaterThan(0);
    expect(await steps.accept(cast.unit, reference, { verdict: "accept" })).toMatchObject(done);
    expect(await steps.supervise(cast.supervision, reference, { words: "" })).toMatchObject(done);
    expect((await rowOf(reference)).events.at(-1)).toMatchObject({ verb: "supervise", words: null });
    expect(await steps.reply(cast.unit, reference, aReply)).toMatchObject(done);
    expect(await steps.supervise(cast.supervision, reference, { words: "" })).toMatchObject({ status: 409 });
  });

  it("does not press for its own, and gives back a message that is too long", async () => {
    const reference = await assigned();
    const { id, token } = await aPerson({ role: "supervision" });
    const { authorId } = await rowOf(reference);
    await db().suggestion.update({ where: { reference }, data: { authorId: id } });
    expect(await steps.supervise(await signedInAs(token), reference, { words })).toMatchObject({ status: 403 });
    await db().suggestion.update({ where: { reference }, data: { authorId } });
    const long = "长".repeat(20_000);
    const answer = await steps.supervise(cast.supervision, reference, { words: long });
    expect(answer).toMatchObject({ status: 422, data: { typed: { words: long } } });
  });
});
