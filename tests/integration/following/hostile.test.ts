import { beforeAll, describe, expect, it } from "vitest";
import { rebuildSearch } from "~/domain/catalogue/indexing.server";
import { sendDigest } from "~/domain/following/following.server";
import { markOf } from "~/domain/following/token.server";
import { setClock } from "~/platform/clock";
import { db, pool } from "~/platform/db/client";
import { recordHref } from "~/paths";
import * as off from "~/routes/following/off";
import { seedContent } from "../../../prisma/seed";
import { freshDatabase } from "../../setup/database";
import { answerOf, visit } from "../enquiry/visit";
import { ask, change, followed, inDays, latest, wish } from "./visit";

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

describe("wishes that come at one moment", () => {
  const counts = async (email: string) => {
    const { id } = await db().follower.findUniqueOrThrow({ where: { addressHash: markOf(email) } });
    const [follows, mails, consents, notes] = await Promise.all([
      db().follow.findMany({ where: { followerId: id } }),
      db().mail.findMany({ where: { dedupeKey: { startsWith: "follow:" } } }),
      db().consent.count({ where: { subjectId: id } }),
      db().journal.count({ where: { reference: id, verb: "follower.ask" } }),
    ]);
    const own = mails.filter(({ dedupeKey }) => follows.some((one) => dedupeKey.includes(one.id)));
    return { follows: follows.length, letters: own.length, consents, notes };
  };

  it("are one, from an address that is new and from one that is known", async () => {
    for (let round = 0; round < 3; round += 1) {
      const email = `at-once-${round}@example.org`;
      for (const [known, target] of ["q=museum", "q=coffee"].entries()) {
        await pool().query(`DELETE FROM rate_limit`);
        const answers = await Promise.all(Array.from({ length: 4 }, () => ask(target, { ...wish, email })));
        expect(answers.map(({ to }) => to)).toEqual(Array.from({ length: 4 }, () => "/pt/follow/asked"));
        const each = known + 1;
        expect(await counts(email)).toEqual({ follows: each, letters: each, consents: each, notes: each });
      }
    }
  });
});

describe("the link that ends all", () => {
  const load = (token: string) => off.loader(visit({ params: { lang: "pt", token } }));
  const send = (token: string, body: Record<string, string> = { "List-Unsubscribe": "One-Click" }) =>
    answerOf(off.action(visit({ params: { lang: "pt", token }, body })));

  it("says that it ended something only where it did", async () => {
    const token = await followed("q=garden", { ...wish, email: "mangled@example.org" });
    const wrong = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
    const elsewhere = `${token.startsWith("0") ? "1" : "0"}${token.slice(1)}`;
    for (const mangled of [wrong, elsewhere, token.slice(0, -1), "", "none"]) {
      expect((await answerOf(load(mangled))).status).toBe(404);
      expect((await send(mangled)).status).toBe(404);
    }
    expect((await send(token, { follow: "garbage" })).status).toBe(404);
    expect(await load(token)).toEqual({ token, left: 1 });
    expect((await send(token)).status).toBe(200);
    expect((await send(token)).status).toBe(200);
    expect(await load(token)).toEqual({ token, left: 0 });
  });
});
