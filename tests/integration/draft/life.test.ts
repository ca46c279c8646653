import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { refreshSearch } from "~/domain/catalogue/indexing.server";
import { find, forgetNames } from "~/domain/catalogue/finding.server";
import { db } from "~/platform/db/client";
import * as project from "~/routes/public/entry";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { whereIs } from "../../setup/everywhere";
import { answerOf, signedInAs, visit } from "../enquiry/visit";
import {
  aDesk,
  anEntry,
  begun,
  begunNew,
  forms,
  nameOf,
  passed,
  published,
  rowOf,
  stepped,
  withContent,
  writtenInAll,
  type Cast,
} from "./visit";

let cast: Cast;
beforeAll(async () => {
  await freshDatabase();
  cast = await aDesk();
});
beforeEach(async () => {
  await db().draft.deleteMany();
  await db().heldEntry.deleteMany();
  await withContent([anEntry("bridge", "Bridge", ["端芬"]), { ...anEntry("school", "School"), related: ["bridge"] }]);
});

/** What the search has of this name, once the worker has done its job. */
async function searched(slug: string, text: string): Promise<string[]> {
  await refreshSearch(`entry:${slug}`);
  forgetNames();
  const { hits } = await find({ text, locale: "en", limit: 20, offset: 0 });
  return hits.map((hit) => `${hit.kind}:${hit.slug}`);
}
const publicPage = (slug: string) =>
  answerOf(project.loader({ ...visit({ path: `/projects/${slug}`, params: { slug } }) }));

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
    };
    expect((await forms.describe(cast.editor, reference, facts)).status).toBe(303);
    await published(cast, reference);
    const row = await db().entry.findUniqueOrThrow({ where: { slug: "ferry" } });
    expect(row).toMatchObject({ kind: "project", year: 2024, function: "think-tank", synthetic: false });
    const places = await db().entryPlace.findMany({ where: { entrySlug: "ferry" }, orderBy: { placeSlug: "asc" } });
    expect(places.map(({ placeSlug }) => placeSlug)).toEqual(["baisha-b", "duanfen"]);
    expect(await searched("ferry", "Fähre")).toContain("project:ferry");
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

describe("a withdrawal", () => {
  const words = "Withdrawn for review";
  const withdraw = (requestKey: string = randomUUID()) => forms.withdraw(cast.editor, "bridge", { requestKey, words });

  it("takes an entry off every page, list and search at once, keeps its texts, and is done once", async () => {
    expect(await searched("bridge", "Bridge")).toContain("project:bridge");
    const key = randomUUID();
    const [first, again] = await Promise.all([withdraw(key), withdraw(key)]);
    expect([first.status, again.status]).toEqual([303, 303]);
    expect(first.to).toBe(again.to);
    expect(await db().draft.count()).toBe(1);
    expect((await publicPage("bridge")).status).toBe(404);
    expect(await db().entryPlace.count({ where: { entrySlug: "bridge" } })).toBe(0);
    expect(await searched("bridge", "Bridge")).not.toContain("project:bridge");
    expect(await db().draft.findFirstOrThrow()).toMatchObject({
      state: "withdrawn",
      content: { names: { en: "Bridge" } },
    });
  });

  it("holds when the portal's own content is loaded again, and ends through the three checks alone", async () => {
    const { to } = await withdraw();
    const reference = /GJ-\d{4}-\d{4}/.exec(to ?? "")?.[0] ?? "";
    await withContent([anEntry("bridge", "Bridge"), { ...anEntry("school", "School"), related: ["bridge"] }]);
    expect(await nameOf("bridge")).toBeNull();
    expect((await begunNew(cast.editor, { slug: "bridge" })).status).toBe(422);
    expect((await stepped(cast.editor, reference, "revive")).status).toBe(303);
    await published(cast, reference);
    expect(await nameOf("bridge")).toBe("Bridge");
    expect(await db().entryPlace.count({ where: { entrySlug: "bridge" } })).toBe(1);
    expect(await db().entryLink.count()).toBe(1);
  });

  it("of an entry whose draft is under way leaves the draft, and what was revived and given up stays withdrawn", async () => {
    const open = await begun(cast.editor, "bridge");
    const { to } = await withdraw();
    const reference = /GJ-\d{4}-\d{4}/.exec(to ?? "")?.[0] ?? "";
    expect((await rowOf(open)).state).toBe("draft");
    expect((await stepped(cast.editor, reference, "revive")).status).toBe(409);
    await stepped(cast.editor, open, "drop");
    expect((await rowOf(open)).state).toBe("dropped");
    await stepped(cast.editor, reference, "revive");
    await stepped(cast.editor, reference, "drop");
    expect((await rowOf(reference)).state).toBe("withdrawn");
  });

  it("is not mistaken for what the same form did before, nor for what somebody else did", async () => {
    const key = randomUUID();
    await forms.begin(cast.editor, "bridge", { requestKey: key });
    expect((await withdraw(key)).status).toBe(409);
    const { token } = await aPerson({ role: "editor" });
    const other = { cookie: await signedInAs(token) };
    expect((await forms.begin(other, "school", { requestKey: key })).status).toBe(409);
    expect([await nameOf("bridge"), await db().draft.count()]).toEqual(["Bridge", 1]);
  });

  it("needs a reason", async () => {
    const sent = { requestKey: randomUUID(), words: " " };
    expect((await forms.withdraw(cast.editor, "bridge", sent)).status).toBe(422);
    expect(await nameOf("bridge")).toBe("Bridge");
  });
});
