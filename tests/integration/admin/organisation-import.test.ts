import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Step } from "~/domain/organisation/import/plan";
import type { Seen } from "~/http/views/bring-list";
import { db } from "~/platform/db/client";
import * as page from "~/routes/admin/organisation/import";
import * as template from "~/routes/admin/organisation/template";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, signedInAs, visit } from "../enquiry/visit";

let admin = "";

beforeAll(freshDatabase);
beforeEach(async () => {
  await db().organisation.deleteMany();
  admin = await signedInAs((await aPerson({ role: "admin" })).token);
});

const head =
  "Key,Kind,Name in Simplified Chinese,Name in Traditional Chinese,Name in English,Name in Portuguese,Stands below";
const row = (slug: string, parent = "", name = "Bureau", kind = "Handling unit") =>
  `${slug},${kind},局,局,${name},Direcção,${parent}`;

async function send(fields: Record<string, string | File>, cookie = admin) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const args = visit({ cookie, params: { lang: "en" }, path: "/admin/organisations/import" });
  const request = new Request(args.request.url, { method: "POST", headers: { Cookie: cookie }, body: form });
  const answer = await answerOf(page.action({ ...args, request }));
  return { ...answer, looked: (answer.data as Seen<Step> | undefined)?.looked ?? null };
}
const look = (rows: string[], cookie = admin) =>
  send({ file: new File([[head, ...rows].join("\r\n")], "x.csv") }, cookie);
type Looked = Awaited<ReturnType<typeof look>>;
function resultOf({ looked }: Looked) {
  if (!looked || "fault" in looked.result) throw new Error("It is no list");
  return looked.result;
}
const take = (seen: Looked) => send({ rows: seen.looked?.rows ?? "", seen: resultOf(seen).seen });
const tree = async () =>
  (await db().organisation.findMany({ orderBy: { slug: "asc" } })).map(({ slug, parent }) => `${parent ?? ""}/${slug}`);

describe("a list of organisations", () => {
  it("is taken in whole, once, wherever in it stands what others stand below", async () => {
    const seen = await look([row("unit-b", "unit-a"), row("unit-a", "city"), row("city", "", "City", "Committee")]);
    expect(resultOf(seen).steps.map(({ what }) => what)).toEqual(["add", "add", "add"]);
    expect(await tree()).toEqual([]);
    const both = await Promise.all([take(seen), take(seen)]);
    expect(both.map(({ to }) => to).toSorted()).toEqual([
      "/en/admin/organisations?added=0&changed=0",
      "/en/admin/organisations?added=3&changed=0",
    ]);
    expect(await tree()).toEqual(["/city", "city/unit-a", "unit-a/unit-b"]);
    expect(await db().journal.count({ where: { verb: "organisation.import" } })).toBe(1);
  });

  it("changes what is another than is kept, and says in which column", async () => {
    await take(await look([row("unit-a"), row("unit-b")]));
    const seen = await look([row("unit-a", "unit-b", "Other"), row("unit-b")]);
    expect(resultOf(seen).steps).toMatchObject([{ what: "change", fields: ["nameEn", "parent"] }, { what: "same" }]);
    expect((await take(seen)).to).toBe("/en/admin/organisations?added=0&changed=1");
    expect(await tree()).toEqual(["unit-b/unit-a", "/unit-b"]);
  });

  it("with one row that is wrong takes nothing in, and says of each in which column and why", async () => {
    await take(await look([row("old"), row("kept")]));
    await db().organisation.update({ where: { slug: "old" }, data: { closedAt: new Date() } });
    const seen = await look([
      row("unit-a", "unit-b"),
      row("unit-b", "unit-a"),
      row("Unit C"),
      row("unit-d", "nowhere"),
      row("unit-e", "old"),
      row("old"),
      row("kept", "", "Kept", "Station"),
      row("unit-f"),
      row("unit-f"),
      row("unit-g", "", "", "Empire"),
    ]);
    expect(seen.status).toBe(422);
    expect(resultOf(seen).faults.map(({ row: at, column, fault }) => `${at} ${column} ${fault}`)).toEqual([
      "2 parent circle",
      "3 parent circle",
      "4 slug key",
      "5 parent circle",
      "6 parent circle",
      "7 slug known_key",
      "8 slug known_key",
      "10 slug twice_key",
      "11 kind choose",
      "11 nameEn required",
    ]);
    expect((await take(seen)).status).toBe(422);
    expect(await tree()).toEqual(["/kept", "/old"]);
  });

  it("that something has overtaken is shown anew and not taken in", async () => {
    await take(await look([row("unit-a")]));
    const seen = await look([row("unit-a", "", "New"), row("unit-b")]);
    await db().organisation.update({ where: { slug: "unit-a" }, data: { version: { increment: 1 } } });
    const late = await take(seen);
    expect([late.status, late.looked?.changed]).toEqual([409, true]);
    expect(await tree()).toEqual(["/unit-a"]);
    expect((await take(late)).to).toBe("/en/admin/organisations?added=1&changed=1");
  });

  it("is for administrators of the whole portal alone", async () => {
    const local = await signedInAs((await aPerson({ role: "admin", organisation: "unit-a" })).token);
    expect((await look([row("unit-a")], local)).status).toBe(403);
    expect((await answerOf(page.loader(visit({ cookie: local, params: { lang: "en" } })))).status).toBe(404);
    const clerk = await signedInAs((await aPerson({ role: "committee", organisation: "demo-committee" })).token);
    expect((await look([row("unit-a")], clerk)).status).toBe(404);
  });

  it("has a template in each language that is itself a list without rows", async () => {
    for (const lang of ["zh-Hans", "zh-Hant", "en", "pt"]) {
      const answer = await template.loader(visit({ cookie: admin, params: { lang } }));
      const file = new File([await answer.arrayBuffer()], "x.csv");
      expect((await send({ file })).looked?.result).toEqual({ fault: "no_rows" });
    }
  });
});
