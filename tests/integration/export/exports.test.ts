import { createHash } from "node:crypto";
import { readSheet } from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import { forgetExports } from "~/domain/export/export.server";
import { lists } from "~/domain/export/export";
import { may } from "~/domain/export/policy";
import { carryOutRetention } from "~/domain/privacy/own.server";
import { allLists } from "~/http/lists/lists";
import { setClock } from "~/platform/clock";
import { db, pool } from "~/platform/db/client";
import * as end from "~/routes/export/end";
import * as page from "~/routes/export/export";
import * as exports from "~/routes/export/exports";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, signedInAs, visit } from "../enquiry/visit";
import { lastSeq } from "../journal/lines";
import { asked, fetched, making, took } from "./taking";

type Somebody = Awaited<ReturnType<typeof aPerson>> & { cookie: string };
let ann: Somebody;
let bea: Somebody;
let eve: Somebody;
const canary = "canary-陳大文";

beforeAll(async () => {
  await freshDatabase();
  const somebody = async (role: "admin" | "auditor") => {
    const one = await aPerson({ role, name: role });
    return { ...one, cookie: await signedInAs(one.token) };
  };
  [ann, bea, eve] = [await somebody("admin"), await somebody("admin"), await somebody("auditor")];
  await aPerson({ name: canary });
});

const rowOf = (id: string) => db().export.findUniqueOrThrow({ where: { id } });
const answerFor = (who: Somebody, id: string) => answerOf(fetched(who.cookie, id));
const partsOf = (id: string) => db().exportPart.findMany({ where: { exportId: id }, orderBy: { number: "asc" } });

describe("a list taken along", () => {
  it("is made once however often the button is pressed, and stands in the journal once, with its rows", async () => {
    const before = await lastSeq();
    const presses = await Promise.all([1, 2, 3].map(() => asked(ann.cookie, "people", "role=admin")));
    const ids = new Set(presses.map(({ id }) => id));
    expect(ids.size).toBe(1);
    const [id = ""] = ids;
    await making(id);
    await making(id);
    expect((await asked(ann.cookie, "people", "role=admin")).id).toBe(id);
    const lines = await db().journal.findMany({ where: { seq: { gt: before }, verb: "person.table" } });
    expect(lines).toMatchObject([
      { actorId: ann.id, actorRole: "admin", particulars: { role: "admin", list: "people", format: "csv", rows: 2 } },
    ]);
  });

  it("says its length and sum before it comes, and is what it says", async () => {
    const { id } = await asked(ann.cookie, "people");
    await making(id);
    const answer = await fetched(ann.cookie, id);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const { one } = await page.loader(visit({ params: { export: id }, cookie: ann.cookie }));
    expect(one).toMatchObject({ state: "ready", rows: 4, total: 4, size: bytes.length });
    expect(one.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(answer.headers.get("Content-Length")).toBe(String(bytes.length));
    const sum = Buffer.from(one.sha256 ?? "", "hex").toString("base64");
    expect(answer.headers.get("Repr-Digest")).toBe(`sha-256=:${sum}:`);
  });

  it("opens as a workbook and as CSV with the same rows, whichever list it is", async () => {
    // The journal grows by the very taking of the others: it is looked at elsewhere.
    const all = lists.filter((list) => may(ann.actor, list));
    await Promise.all(
      all.map(async (list) => {
        const [csv, book] = await Promise.all([took(ann.cookie, list, "", "csv"), took(ann.cookie, list, "", "xlsx")]);
        const [head = [], ...rows] = await readSheet(book);
        expect(rows.length, list).toBe(csv.toString("utf8").split("\r\n").length - 2);
        // A heading that is no word of the language would be a key.
        for (const cell of head) expect(cell, list).not.toMatch(/^$|^[a-z]+\.[a-zA-Z]+$/);
      }),
    );
  });

  it("holds what was true at one moment, whatever is written while it is read", async () => {
    const found = await allLists.people(ann.actor, new URLSearchParams("q=canary"), "en");
    await aPerson({ name: "canary late" });
    const rows: unknown[][] = [];
    for await (const row of found?.sheet.rows ?? []) rows.push(row);
    await found?.close();
    expect(rows.map(([name]) => name)).toEqual([canary]);
    expect(found?.sheet.total).toBe(1);
    await db().person.deleteMany({ where: { name: "canary late" } });
  });
});

describe("whose it is", () => {
  it("is fetched by who asked for it alone, once it is whole, and only while they may see the list", async () => {
    const { id } = await asked(ann.cookie, "people", "q=x");
    expect(await answerFor(ann, id)).toMatchObject({ status: 404 });
    await making(id);
    expect(await answerFor(ann, id)).toMatchObject({ status: 200 });
    for (const who of [bea, eve]) {
      expect(await answerFor(who, id)).toMatchObject({ status: 404 });
      const visiting = () => visit({ params: { export: id }, cookie: who.cookie, body: {} });
      expect(await answerOf(end.action(visiting()))).toMatchObject({ status: 404 });
      expect(await answerOf(page.loader(visit({ params: { export: id }, cookie: who.cookie })))).toMatchObject({
        status: 404,
      });
    }
    expect(await answerOf(fetched("", id))).toMatchObject({ status: 303 });
    await db().grant.updateMany({ where: { personId: ann.id }, data: { until: new Date() } });
    expect(await answerFor(ann, id)).toMatchObject({ status: 404 });
    await db().grant.updateMany({ where: { personId: ann.id }, data: { until: null } });
    expect(await answerFor(ann, id)).toMatchObject({ status: 200 });
  });

  it("is not made for who lost the right between asking and making", async () => {
    const { id } = await asked(bea.cookie, "people", "q=y");
    await db().grant.updateMany({ where: { personId: bea.id }, data: { until: new Date() } });
    await making(id);
    expect(await rowOf(id)).toMatchObject({ state: "void", size: null });
    await db().grant.updateMany({ where: { personId: bea.id }, data: { until: null } });
    expect(await answerFor(bea, id)).toMatchObject({ status: 404 });
  });

  it("is let go of when its owner says so, and after a day, with its bytes", async () => {
    const ids = await Promise.all(["q=a", "q=b"].map(async (query) => (await asked(ann.cookie, "people", query)).id));
    for (const id of ids) await making(id);
    const [own = "", old = ""] = ids;
    const answer = await answerOf(end.action(visit({ params: { export: own }, cookie: ann.cookie, body: {} })));
    expect(answer).toMatchObject({ status: 303, to: "/zh-Hans/exports?ended" });
    expect(await partsOf(own)).toEqual([]);
    const keys = (await partsOf(old)).map(({ storageKey }) => storageKey);
    const restore = setClock(() => new Date(Date.now() + 24 * 3600_000 + 1000));
    await forgetExports().finally(restore);
    expect(await db().export.count({ where: { id: { in: ids } } })).toBe(0);
    const { rows } = await pool().query<{ key: string }>(
      "SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'files.drop'",
    );
    expect(rows.map(({ key }) => key)).toEqual(expect.arrayContaining(keys.map((key) => `file:${key}`)));
    const { all } = await exports.loader(visit({ cookie: ann.cookie }));
    expect(all.map(({ id }) => id)).not.toEqual(expect.arrayContaining(ids));
  });
});

describe("when an account is erased", () => {
  it("no export that may tell of it is left", async () => {
    const { id } = await asked(ann.cookie, "people", "q=left");
    await making(id);
    const gone = await aPerson({ name: "to be erased" });
    const at = new Date(Date.now() - 1000);
    await db().erasure.create({ data: { personId: gone.id, askedAt: at, dueAt: at } });
    await carryOutRetention();
    expect(await answerFor(ann, id)).toMatchObject({ status: 404 });
    await forgetExports();
    expect(await partsOf(id)).toEqual([]);
    await db().person.delete({ where: { id: gone.id } });
  });
});
