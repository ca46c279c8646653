import { beforeAll, describe, expect, it } from "vitest";
import { db } from "~/platform/db/client";
import { dropFile } from "~/platform/files/files";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { everyFile, everyTable, waysToWrite } from "../../setup/everywhere";
import { signedInAs } from "../enquiry/visit";
import { asked, fetched, making } from "./taking";

const canary = "canary-陳大文";
const ann = { cookie: "" };

beforeAll(async () => {
  await freshDatabase();
  ann.cookie = await signedInAs((await aPerson({ role: "admin" })).token);
  await aPerson({ name: canary });
});

const partsOf = (id: string) => db().exportPart.findMany({ where: { exportId: id }, orderBy: { number: "asc" } });

describe("at rest", () => {
  it("nothing of it can be read: not in the file, its row, the jobs or the journal", async () => {
    const { id } = await asked(ann.cookie, "people", `q=${encodeURIComponent(canary)}`);
    const waiting = await everyTable();
    await making(id);
    expect((await (await fetched(ann.cookie, id)).text()).includes(canary)).toBe(true);
    const places = [...waiting, ...(await everyTable()), ...everyFile()].filter(
      ({ place }) => place !== "public.person",
    );
    const ways = waysToWrite(canary).map((way) => way.toLowerCase());
    const found = places.filter(({ text }) => ways.some((way) => text.toLowerCase().includes(way)));
    expect(found.map(({ place }) => place)).toEqual([]);
  });

  it("a piece that is gone, was changed or stands in another's place breaks the download off", async () => {
    const { id } = await asked(ann.cookie, "people", "sort=email");
    await making(id);
    const other = (await asked(ann.cookie, "people", "sort=-email")).id;
    await making(other);
    const [[mine], [others]] = [await partsOf(id), await partsOf(other)];
    const place = { exportId_run_number: { exportId: id, run: mine?.run ?? "", number: 0 } };
    await db().exportPart.update({ where: place, data: { storageKey: others?.storageKey ?? "" } });
    await expect((await fetched(ann.cookie, id)).arrayBuffer()).rejects.toThrow();
    await db().exportPart.update({ where: place, data: { storageKey: mine?.storageKey ?? "" } });
    expect((await fetched(ann.cookie, id)).status).toBe(200);
    await dropFile(mine?.storageKey ?? "");
    await expect((await fetched(ann.cookie, id)).arrayBuffer()).rejects.toThrow();
  });
});
