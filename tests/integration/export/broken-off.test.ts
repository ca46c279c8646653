import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { makeExport, type Lists } from "~/domain/export/making.server";
import * as store from "~/domain/export/store.server";
import { allLists } from "~/http/lists/lists";
import { db } from "~/platform/db/client";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, signedInAs } from "../enquiry/visit";
import { lastSeq } from "../journal/lines";
import { asked, fetched, making } from "./taking";

const ann = { id: "", cookie: "" };
const canary = "canary-陳大文";

beforeAll(async () => {
  await freshDatabase();
  const { id, token } = await aPerson({ role: "admin" });
  Object.assign(ann, { id, cookie: await signedInAs(token) });
  for (const name of [canary, "b", "c"]) await aPerson({ name });
});

const rowOf = (id: string) => db().export.findUniqueOrThrow({ where: { id } });
const answerFor = (who: typeof ann, id: string) => answerOf(fetched(who.cookie, id));
const partsOf = (id: string) => db().exportPart.findMany({ where: { exportId: id } });

/** The lists of the portal, but the people's rows come through a gate. */
function through(gate: () => Promise<void>): Lists {
  return {
    ...allLists,
    people: async (...asking) => {
      const found = await allLists.people(...asking);
      if (!found) return null;
      const rows = async function* () {
        for await (const row of found.sheet.rows) {
          yield row;
          await gate();
        }
      };
      return { ...found, sheet: { ...found.sheet, rows: rows() } };
    },
  };
}

describe("a try that breaks off", () => {
  it("is said, offers nothing, and is done anew from the first row", async () => {
    const { id } = await asked(ann.cookie, "people", "sort=since");
    const before = await lastSeq();
    let rows = 0;
    const breaking = through(async () => {
      rows += 1;
      if (rows === 2) throw Object.assign(new Error(`syntax: ${canary}`), { code: "22P02" });
    });
    const fault: unknown = await makeExport(id, breaking).catch((error: unknown) => error);
    // The queue keeps what a task throws.
    expect(fault).toMatchObject({
      message: "An export broke off (22P02).",
      stack: expect.not.stringContaining(canary),
    });
    expect(await rowOf(id)).toMatchObject({ state: "failed", size: null, sha256: null });
    expect(await answerFor(ann, id)).toMatchObject({ status: 404 });
    expect(await db().journal.count({ where: { seq: { gt: before }, verb: "person.table" } })).toBe(0);
    await making(id);
    expect(await rowOf(id)).toMatchObject({ state: "ready", rows: 4, total: 4 });
    expect(await db().journal.count({ where: { seq: { gt: before }, verb: "person.table" } })).toBe(1);
  });

  it("and goes on beside another one leaves that one's file as it is", async () => {
    const { id } = await asked(ann.cookie, "people", "sort=-since");
    const before = await lastSeq();
    let open = () => {};
    const opened = new Promise<void>((done) => {
      open = done;
    });
    let begun = () => {};
    const reading = new Promise<void>((done) => {
      begun = done;
    });
    const slow = makeExport(
      id,
      through(async () => {
        begun();
        await opened;
      }),
    );
    await reading;
    await making(id);
    const whole = await rowOf(id);
    open();
    await slow;
    expect(await rowOf(id)).toEqual(whole);
    expect((await partsOf(id)).every(({ run }) => run === whole.run)).toBe(true);
    expect(await db().journal.count({ where: { seq: { gt: before }, verb: "person.table" } })).toBe(1);
    expect(Number((await fetched(ann.cookie, id)).headers.get("Content-Length"))).toBe(Number(whole.size));
  });

  it("can finish nothing, nor add to it, once another has begun", async () => {
    const { id } = await asked(ann.cookie, "people", "q=two");
    const [first, second] = [randomUUID(), randomUUID()];
    for (const run of [first, second]) expect(await store.begin(id, run, new Date())).toMatchObject({ run });
    const at = new Date();
    const whole = { rows: 1, size: 1, sha256: "00", asOf: at, readyAt: at, expiresAt: at };
    const line = { by: { id: ann.id, part: "admin" }, deed: "person.table", reference: "" } as const;
    const before = await lastSeq();
    expect(await store.finish(id, first, whole, line)).toBe(false);
    expect(await store.progress(id, first, { rows: 9 })).toBe(false);
    expect(await store.addPart(id, first, 0, randomUUID())).toBe(false);
    expect(await rowOf(id)).toMatchObject({ state: "running", run: second, rows: 0, size: null });
    expect(await lastSeq()).toBe(before);
  });

  it("asked of a key that is none is no fault", async () => {
    await making(randomUUID());
    for (const id of ["none", randomUUID()]) expect(await answerFor(ann, id)).toMatchObject({ status: 404 });
  });
});
