import { describe, expect, it } from "vitest";
import { readEntry } from "~/domain/catalogue/entries.server";
import { refreshSearch } from "~/domain/catalogue/indexing.server";
import { db } from "~/platform/db/client";
import { whereIs } from "../../setup/everywhere";
import {
  anEntry,
  begun,
  begunNew,
  cast,
  forms,
  nameOf,
  onAFreshDesk,
  passed,
  published,
  rowOf,
  searched,
  stepped,
  withContent,
  writtenInAll,
} from "./visit";

onAFreshDesk();

describe("a change of an entry", () => {
  it("is seen by nobody outside before its third check, and by everybody after it", async () => {
    const reference = await begun(cast.editor, "bridge");
    await writtenInAll(cast.editor, reference, "Canary bridge");
    await stepped(cast.editor, reference, "submit");
    for (const who of [cast.one, cast.two]) await passed(who, reference);
    await refreshSearch("entry:bridge");
    const places = (await whereIs(["Canary bridge"])).map((place) => place.split(":")[0]);
    expect([...new Set(places)]).toEqual(["public.draft"]);
    await passed(cast.three, reference);
    expect((await rowOf(reference)).state).toBe("published");
    expect(await nameOf("bridge")).toBe("Canary bridge");
    expect(await searched("bridge", "Canary bridge")).toContain("project:bridge");
  });

  it("keeps its places, its relations and its order in the list", async () => {
    const before = await db().entry.findUniqueOrThrow({ where: { slug: "bridge" } });
    const reference = await begun(cast.editor, "bridge");
    await published(cast, reference);
    const after = await db().entry.findUniqueOrThrow({ where: { slug: "bridge" } });
    expect(after.position).toBe(before.position);
    expect(after.updatedAt > before.updatedAt).toBe(true);
    expect(await db().entryPlace.findMany({ where: { entrySlug: "bridge" } })).toMatchObject([
      { placeSlug: "duanfen" },
    ]);
    expect(await db().entryLink.findMany()).toEqual([{ fromSlug: "bridge", toSlug: "school" }]);
  });

  it("is one draft, however often it is begun", async () => {
    const [first, second] = await Promise.all([begun(cast.editor, "bridge"), begun(cast.editor, "bridge")]);
    expect(first).toBe(second);
    expect(await db().draft.count()).toBe(1);
  });

  it("stays as the editors left it when the portal's own content is loaded again", async () => {
    const reference = await begun(cast.editor, "bridge");
    await writtenInAll(cast.editor, reference, "Longer bridge");
    await published(cast, reference);
    await withContent([
      anEntry("bridge", "Shipped bridge"),
      { ...anEntry("school", "Old school"), related: ["bridge"] },
    ]);
    expect([await nameOf("bridge"), await nameOf("school")]).toEqual(["Longer bridge", "Old school"]);
    expect(await db().entryPlace.count({ where: { entrySlug: "bridge" } })).toBe(1);
    expect(await db().entryLink.count()).toBe(1);
  });
});

describe("loading the portal's own content", () => {
  it("keeps the order of the list, with what editors added after all of it", async () => {
    const names = ["a", "b", "c", "d"];
    const listed = () => withContent(names.map((name) => anEntry(name)));
    await listed();
    const { reference } = await begunNew(cast.editor, { slug: "ferry" });
    await writtenInAll(cast.editor, reference, "Ferry");
    await forms.describe(cast.editor, reference, { seen: "0", cited: "A paper" });
    for (const one of [reference, await begun(cast.editor, "c"), await begun(cast.editor, "a")])
      await published(cast, one);
    names.push("e");
    await listed();
    const rows = await db().entry.findMany({ orderBy: { position: "asc" } });
    expect(rows.map(({ slug }) => slug)).toEqual(["a", "b", "c", "d", "e", "ferry"]);
  });

  it("corrects what drafts do not hold, also while one is under way", async () => {
    const reference = await begun(cast.editor, "bridge");
    await writtenInAll(cast.editor, reference, "Longer bridge");
    await withContent([{ ...anEntry("bridge", "Bridge"), asPrinted: "橋" }]);
    await published(cast, reference);
    const { content } = await db().entry.findUniqueOrThrow({ where: { slug: "bridge" } });
    expect(content).toMatchObject({ asPrinted: "橋", names: { en: "Longer bridge" } });
  });
});

describe("a new entry", () => {
  it("is written, described and published", async () => {
    const { reference } = await begunNew(cast.editor, { slug: "ferry" });
    await writtenInAll(cast.editor, reference, "Ferry");
    const facts = {
      seen: "0",
      year: "2024",
      function: "think-tank",
      places: "端芬\nbaisha-b",
      cited: "A paper, 2024",
      aliases: "Fähre",
      searchWords: "渡海\nsea crossing",
    };
    expect((await forms.describe(cast.editor, reference, facts)).status).toBe(303);
    await published(cast, reference);
    const row = await db().entry.findUniqueOrThrow({ where: { slug: "ferry" } });
    expect(row).toMatchObject({ kind: "project", year: 2024, function: "think-tank", synthetic: false });
    const places = await db().entryPlace.findMany({ where: { entrySlug: "ferry" }, orderBy: { placeSlug: "asc" } });
    expect(places.map(({ placeSlug }) => placeSlug)).toEqual(["baisha-b", "duanfen"]);
    for (const words of ["Fähre", "渡海", "sea crossing"])
      expect(await searched("ferry", words)).toContain("project:ferry");
    expect(JSON.stringify(await readEntry("en", "project", "ferry"))).not.toMatch(/渡海|sea crossing/);
  });

  it("cannot take an address that an entry or a draft has", async () => {
    expect((await begunNew(cast.editor, { slug: "bridge" })).status).toBe(422);
    await begunNew(cast.editor, { slug: "ferry" });
    expect((await begunNew(cast.editor, { slug: "ferry" })).status).toBe(422);
  });

  it("is submitted only when it is complete", async () => {
    const { reference } = await begunNew(cast.editor, { slug: "ferry" });
    expect((await stepped(cast.editor, reference, "submit")).status).toBe(422);
    await writtenInAll(cast.editor, reference, "Ferry");
    expect((await stepped(cast.editor, reference, "submit")).status).toBe(422);
    await forms.describe(cast.editor, reference, { seen: "0", cited: "A paper" });
    expect((await stepped(cast.editor, reference, "submit")).status).toBe(303);
  });

  it("names only places that are known, and says so of others", async () => {
    const { reference } = await begunNew(cast.editor, { slug: "ferry" });
    for (const places of ["白沙", "Nowhere", "端芬\nBaisha"])
      expect(await forms.describe(cast.editor, reference, { seen: "0", places })).toMatchObject({
        status: 422,
        data: { faults: { places: ["unknown_place"] }, typed: { places } },
      });
  });
});
