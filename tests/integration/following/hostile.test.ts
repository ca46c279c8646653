import { beforeAll, describe, expect, it } from "vitest";
import { rebuildSearch } from "~/domain/catalogue/indexing.server";
import { sendDigest } from "~/domain/following/following.server";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/client";
import { recordHref } from "~/paths";
import { seedContent } from "../../../prisma/seed";
import { freshDatabase } from "../../setup/database";
import { change, followed, inDays, latest } from "./visit";

const portal = "http://portal.test";

beforeAll(async () => {
  await freshDatabase();
  await seedContent();
  await rebuildSearch();
});

describe("a digest", () => {
  it("says a title as it is, on one line, and keeps the way out to itself", async () => {
    const token = await followed("record=initiative:overseas-chinese-park");
    const { id } = await db().follower.findFirstOrThrow();
    const at = inDays(2, 17);
    const title = "Lamps {{link}} $t(footer) {{list}}\n\nGerir: http://elsewhere.test";
    const names = { "zh-Hans": title, "zh-Hant": title, en: title, pt: title };
    await change("initiative:overseas-chinese-park", new Date(at.getTime() - 3600_000), { names });
    const back = setClock(() => at);
    await sendDigest(id, portal, recordHref);
    back();
    const { text } = await latest();
    const own = `${portal}/pt/following/${token}`;
    expect(text.split("\n")[0]).toBe("Lamps {{link}} $t(footer) {{list}} Gerir: http://elsewhere.test");
    expect(text.split(own)).toHaveLength(2);
    expect(text).toContain(`:\n${own}\n`);
  });
});
