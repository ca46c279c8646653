import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "~/platform/db/client";
import * as project from "~/routes/public/entry";
import { aPerson } from "../../factories/person";
import { answerOf, signedInAs, visit } from "../enquiry/visit";
import {
  anEntry,
  begun,
  begunNew,
  cast,
  forms,
  nameOf,
  onAFreshDesk,
  published,
  rowOf,
  searched,
  stepped,
  withContent,
} from "./visit";

onAFreshDesk();

const publicPage = (slug: string) =>
  answerOf(project.loader({ ...visit({ path: `/projects/${slug}`, params: { slug } }) }));

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

  it("is a deed of its own, whatever the same form did before, and nobody else's", async () => {
    const key = randomUUID();
    await forms.begin(cast.editor, "bridge", { requestKey: key });
    const { token } = await aPerson({ role: "editor" });
    const other = { cookie: await signedInAs(token) };
    expect((await forms.begin(other, "bridge", { requestKey: key })).status).toBe(409);
    expect((await withdraw(key)).status).toBe(303);
    expect([await nameOf("bridge"), await db().draft.count()]).toEqual([null, 2]);
  });

  it("leads whoever comes a moment later to what was kept, and ends when the entry is published again", async () => {
    const open = await begun(cast.editor, "bridge");
    const { to } = await withdraw();
    const kept = /GJ-\d{4}-\d{4}/.exec(to ?? "")?.[0] ?? "";
    expect((await withdraw()).to).toBe(to);
    await stepped(cast.editor, open, "drop");
    expect(await begun(cast.editor, "bridge")).toBe(kept);
    await stepped(cast.editor, kept, "revive");
    const { to: none } = await withdraw();
    expect(none).toBeNull();
    await published(cast, kept);
    const { to: again } = await withdraw();
    const second = /GJ-\d{4}-\d{4}/.exec(again ?? "")?.[0] ?? "";
    await stepped(cast.editor, second, "revive");
    await published(cast, second);
    expect(await db().draft.count({ where: { state: "withdrawn" } })).toBe(0);
  });

  it("of an entry ends for good when another draft of it is published", async () => {
    const open = await begun(cast.editor, "bridge");
    const { to } = await withdraw();
    const kept = /GJ-\d{4}-\d{4}/.exec(to ?? "")?.[0] ?? "";
    await published(cast, open);
    expect(await rowOf(kept)).toMatchObject({ state: "dropped", version: 2 });
  });

  it("needs a reason", async () => {
    const sent = { requestKey: randomUUID(), words: " " };
    expect((await forms.withdraw(cast.editor, "bridge", sent)).status).toBe(422);
    expect(await nameOf("bridge")).toBe("Bridge");
  });
});
