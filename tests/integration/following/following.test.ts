import { beforeAll, describe, expect, it } from "vitest";
import { rebuildSearch } from "~/domain/catalogue/indexing.server";
import { queueDueDigests, sendDigest } from "~/domain/following/following.server";
import { setClock } from "~/platform/clock";
import { db, pool } from "~/platform/db/client";
import { recordHref } from "~/paths";
import * as confirm from "~/routes/following/confirm";
import * as follow from "~/routes/following/follow";
import * as following from "~/routes/following/following";
import * as off from "~/routes/following/off";
import { seedContent } from "../../../prisma/seed";
import { freshDatabase } from "../../setup/database";
import { answerOf, visit } from "../enquiry/visit";
import { ask, change, digests, followed, inDays, latest, paramsOf, wish } from "./visit";

const portal = "http://portal.test";

beforeAll(async () => {
  await freshDatabase();
  await seedContent();
  await rebuildSearch();
});

describe("following", () => {
  it("begins only after a yes by mail, keeps the address sealed, and asks once a day however often it is sent", async () => {
    expect((await ask("q=Hoisan")).to).toBe("/pt/follow/asked");
    expect((await ask("q=Hoisan")).to).toBe("/pt/follow/asked");
    expect(await db().follow.count()).toBe(1);
    expect(await db().mail.count()).toBe(1);
    const { rows } = await pool().query(
      `SELECT t::text AS text FROM follower t UNION ALL SELECT t::text FROM mail t UNION ALL SELECT t::text FROM follow t
       UNION ALL SELECT payload::text FROM graphile_worker._private_jobs`,
    );
    for (const { text } of rows as { text: string }[]) expect(text.toLowerCase()).not.toContain("canary");
    const { path } = await latest();
    const params = paramsOf(path);
    await confirm.loader(visit({ params }));
    expect(await db().follow.count({ where: { confirmedAt: { not: null } } })).toBe(0);
    await answerOf(confirm.action(visit({ params, body: {} })));
    await answerOf(confirm.action(visit({ params, body: {} })));
    expect(await db().follow.count({ where: { confirmedAt: { not: null } } })).toBe(1);
  });

  it("tells what has changed, in the reader's language, at their hour, once a day, and only what is new", async () => {
    const token = await followed("record=initiative:overseas-chinese-park");
    const { id } = await db().follower.findFirstOrThrow();
    const at = inDays(2, 17);
    await change("initiative:overseas-chinese-park", new Date(at.getTime() - 3600_000));
    const back = setClock(() => at);
    await queueDueDigests();
    await sendDigest(id, portal, recordHref);
    await sendDigest(id, portal, recordHref);
    expect(await digests()).toHaveLength(1);
    const { subject, text } = await latest();
    expect(subject).toBe("Novidades sobre o que segue");
    expect(text).toContain(`${portal}/pt/initiatives/overseas-chinese-park`);
    expect(text).toContain(`/pt/following/${token}`);
    setClock(() => new Date(at.getTime() + 24 * 3600_000));
    await sendDigest(id, portal, recordHref);
    expect(await digests()).toHaveLength(1);
    back();
  });

  it("follows a search: what newly answers it is told, what does not is not", async () => {
    const { id } = await db().follower.findFirstOrThrow();
    const noon = inDays(5, 20);
    await change("station:taishan-notary-office", new Date(noon.getTime() - 60_000));
    await change("programme:coffee-brand", new Date(noon.getTime() - 60_000));
    const back = setClock(() => noon);
    await sendDigest(id, portal, recordHref);
    back();
    const { text } = await latest();
    const found = (await digests()).length;
    expect({ found, station: text.includes("/pt/stations/"), coffee: text.includes("coffee") }).toEqual({
      found: 2,
      station: true,
      coffee: false,
    });
  });

  it("ends with one click, one thing or all; nothing of the person stays, and again changes nothing", async () => {
    const { path } = await latest();
    const { token } = paramsOf(path);
    const { follows } = await following.loader(visit({ params: { lang: "pt", token } }));
    expect(follows).toHaveLength(2);
    await off.action(visit({ params: { lang: "pt", token }, body: { follow: follows[0]?.id ?? "" } }));
    expect((await following.loader(visit({ params: { lang: "pt", token } }))).follows).toHaveLength(1);
    await off.action(visit({ params: { lang: "pt", token }, body: { "List-Unsubscribe": "One-Click" } }));
    await off.action(visit({ params: { lang: "pt", token }, body: {} }));
    expect(await db().follower.count()).toBe(0);
    expect(await db().follow.count()).toBe(0);
    expect((await answerOf(following.loader(visit({ params: { lang: "pt", token } })))).status).toBe(404);
  });

  it("lets nobody in with a made-up token, and touches nobody else's with one's own", async () => {
    const mine = await followed("q=museum", { ...wish, email: "one@example.org" });
    const theirs = await followed("q=coffee", { ...wish, email: "two@example.org" });
    const { follows } = await following.loader(visit({ params: { lang: "pt", token: theirs } }));
    await off.action(visit({ params: { lang: "pt", token: mine }, body: { follow: follows[0]?.id ?? "" } }));
    expect((await following.loader(visit({ params: { lang: "pt", token: theirs } }))).follows).toHaveLength(1);
    const [name, mark = ""] = theirs.split(".");
    for (const token of ["", "x", `${name}.`, `${name}.${"A".repeat(24)}`, `${mine.split(".")[0]}.${mark}`])
      expect((await answerOf(following.loader(visit({ params: { lang: "pt", token } })))).status).toBe(404);
  });

  it("is limited, silently for an address, and refuses bad forms with all that was typed", async () => {
    const before = await db().mail.count();
    for (let n = 0; n < 8; n += 1) {
      const answer = await ask(`q=word${n}`, { ...wish, email: "many@example.org" }, `10.2.${n}`);
      expect(answer.to).toBe("/pt/follow/asked");
    }
    expect((await db().mail.count()) - before).toBe(5);
    const bad = await ask("q=a", { ...wish, email: "no address", timeZone: "Mars/Base", hour: "25" });
    expect(bad.status).toBe(422);
    expect(bad.data).toMatchObject({
      faults: { email: ["email"], timeZone: ["choose"], hour: ["bad_value"] },
      typed: { email: "no address", hour: "25" },
    });
    expect((await ask("record=initiative:none")).status).toBe(404);
    expect((await answerOf(follow.loader(visit({ path: "/follow?record=initiative:none" })))).status).toBe(404);
    expect((await answerOf(follow.loader(visit({ path: "/follow" })))).status).toBe(404);
  });

  it("forgets an address from which three letters in a row came back, and not one that took one of them", async () => {
    await db().follower.deleteMany();
    await followed("record=initiative:overseas-chinese-park");
    const { id } = await db().follower.findFirstOrThrow();
    const news = async (days: number) => {
      const at = inDays(days, 17);
      await change("initiative:overseas-chinese-park", new Date(at.getTime() - 3600_000));
      const restore = setClock(() => at);
      await sendDigest(id, portal, recordHref);
      restore();
      const letters = await db().mail.findMany({ where: { dedupeKey: { startsWith: `digest:${id}` } } });
      return letters.toSorted((one, other) => (one.dedupeKey < other.dedupeKey ? -1 : 1));
    };
    const comeBack = (letters: { id: string }[]) =>
      db().mail.updateMany({
        where: { id: { in: letters.map((letter) => letter.id) } },
        data: { state: "returned", returnCode: "5.1.1" },
      });
    const [first] = await news(10);
    if (first) await comeBack([first]);
    await news(12);
    const [, , third] = await news(14);
    if (third) await comeBack([third]);
    expect(await news(16)).toHaveLength(4);
    await comeBack((await news(18)).slice(2));
    expect(await news(20)).toHaveLength(5);
    expect(await db().follower.count({ where: { id } })).toBe(0);
  });

  it("forgets after two days what nobody said yes to", async () => {
    await ask("q=forgotten", { ...wish, email: "never@example.org" });
    const count = await db().follower.count();
    const back = setClock(() => new Date(Date.now() + 49 * 3600_000));
    await queueDueDigests();
    back();
    expect(await db().follow.count({ where: { confirmedAt: null } })).toBe(0);
    expect(await db().follower.count()).toBeLessThan(count);
  });
});
