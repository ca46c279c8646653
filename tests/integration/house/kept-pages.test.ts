import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { locales } from "~/domain/kernel/locale";
import { patterns } from "~/paths";
import { db } from "~/platform/db/client";
import { announceChange } from "~/platform/jobs/notices";
import { sessionCookie } from "~/platform/session/cookies";
import { seedContent } from "../../../prisma/seed";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { aForm, aHouse } from "../../setup/house";

let house: Awaited<ReturnType<typeof aHouse>>;
let cookie = "";
const canary = "灰雀canary夫人";

beforeAll(async () => {
  await freshDatabase();
  await seedContent();
  cookie = (await sessionCookie().serialize((await aPerson({ name: canary })).token)).split(";")[0] ?? "";
  house = await aHouse();
});

afterAll(() => house.stop());

/** How many pages the web made, and how many it had kept, by its own counters. */
async function counted(): Promise<{ cache: number; made: number }> {
  const { text } = await house.ask("/metrics");
  const sum = (from: string) =>
    [...text.matchAll(new RegExp(`^qiaoqiao_pages_total\\{from="${from}",status="200"\\} (\\d+)$`, "gm"))].reduce(
      (all, [, number]) => all + Number(number),
      0,
    );
  return { cache: sum("cache"), made: sum("made") };
}

describe("a page that is the same for everybody", () => {
  it("is made once and then kept, for each address and language", async () => {
    const first = await Promise.all(locales.map((lang) => house.ask(`/${lang}/places/taishan`)));
    expect(new Set(first.map(({ headers }) => headers.etag)).size).toBe(locales.length);
    const before = await counted();
    for (const [index, lang] of locales.entries()) {
      const again = await house.ask(`/${lang}/places/taishan`);
      expect(again.text).toBe(first[index]?.text);
      expect(again.headers["content-language"]).toBe(lang);
    }
    expect((await counted()).cache - before.cache).toBe(locales.length);
  });

  it("is not sent again to a reader who has it, whose copy keeps the policy that it came with", async () => {
    const { headers, text } = await house.ask("/en/places");
    expect(text.length).toBeGreaterThan(1000);
    const again = await house.ask("/en/places", { headers: { "If-None-Match": `"x", ${headers.etag}` } });
    expect(again).toMatchObject({
      status: 304,
      text: "",
      headers: { etag: headers.etag, vary: "Accept-Encoding, Cookie" },
    });
    expect(again.headers).not.toHaveProperty("content-security-policy");
    expect((await house.ask("/en/places", { headers: { "If-None-Match": 'W/"other"' } })).status).toBe(200);
  });

  it("is the same to whoever has it when it was made again and nothing in it changed", async () => {
    const { headers } = await house.ask("/en/figures");
    await changed();
    await vi.waitFor(async () => {
      const again = await house.ask("/en/figures");
      expect(again.headers.etag).toBe(headers.etag);
      expect(again.headers["content-security-policy"]).not.toBe(headers["content-security-policy"]);
    }, 5000);
  });

  it.each([
    ["br", "br"],
    ["gzip, deflate, br", "br"],
    ["gzip", "gzip"],
    ["br;q=0, gzip;q=0.5", "gzip"],
    ["identity", undefined],
  ])("comes packed for %s", async (offer, way) => {
    const plain = await house.ask("/pt/places");
    const packed = await house.ask("/pt/places", { headers: { "Accept-Encoding": offer } });
    expect(packed.headers["content-encoding"]).toBe(way);
    expect(packed.text).toBe(plain.text);
    if (way) expect(packed.bytes).toBeLessThan(plain.bytes / 2);
    expect(packed.headers["content-length"]).toBe(String(packed.bytes));
  });

  it.each(["/en/places", "/en/sign-in"])(
    "%s answers HEAD with its headers alone, and GET afterwards as ever",
    async (path) => {
      await changed();
      const head = await house.ask(path, { method: "HEAD" });
      const { headers, text } = await house.ask(path);
      expect(head).toMatchObject({ status: 200, text: "", headers: { "content-length": headers["content-length"] } });
      expect(text).toContain("</html>");
    },
  );

  it("is forgotten when public content changes", async () => {
    const { text } = await house.ask("/en/figures");
    const row = await db().figure.findFirstOrThrow();
    const content = JSON.parse(JSON.stringify(row.content).replace(/"en":"[^"]*"/g, '"en":"Changed label"')) as object;
    await db().$transaction(async (tx) => {
      await tx.figure.update({ where: { key: row.key }, data: { content } });
      await announceChange(tx, "figure");
    });
    expect(text).not.toContain("Changed label");
    await vi.waitFor(async () => expect((await house.ask("/en/figures")).text).toContain("Changed label"), 5000);
  });

  it("is not forgotten when the change is taken back", async () => {
    await house.ask("/en/figures");
    const before = await counted();
    await db()
      .$transaction(async (tx) => {
        await announceChange(tx, "figure");
        throw new Error("taken back");
      })
      .catch(() => {});
    await house.ask("/en/figures");
    expect((await counted()).cache - before.cache).toBe(1);
  });

  it("has a version in large text of its own, and none for sizes that there are not", async () => {
    const { cookies } = await house.ask("/en/preferences", aForm({ lang: "en", text: "large" }));
    const large = cookies.map((one) => one.split(";")[0]).join("; ");
    for (let index = 0; index < 2; index++) {
      expect((await house.ask("/en/places", { cookie: large })).text).toContain('data-text="large"');
      expect((await house.ask("/en/places")).text).toContain('data-text="normal"');
    }
    const before = await counted();
    for (let index = 0; index < 2; index++) await house.ask("/en/places", { cookie: `qq_text=made-up-${index}` });
    const counting = 1;
    expect((await counted()).made - before.made - counting).toBe(2);
  });
});

describe("a page for one reader", () => {
  const paths = Object.values(patterns).map((path) => path.replace(":slug", "taishan").replace(/:\w+$/, "none"));

  it("is never given to another one, nor kept anywhere on the way", async () => {
    await changed();
    for (const lang of locales) {
      for (const pattern of paths) {
        const path = pattern.replace(":lang", lang);
        for (const named of [cookie, cookie.replace("=", " ="), `x=1;${cookie}`, `qq_text=x;  ${cookie}`]) {
          const mine = await house.ask(path, { cookie: named });
          if (mine.status === 200 && mine.text.includes("</html>")) expect(mine.text, path).toContain(canary);
          expect(mine.headers["cache-control"], path).toBe("private, no-store");
          expect(mine.headers, path).not.toHaveProperty("etag");
          if (lang !== "en") break;
        }
        const theirs = await house.ask(path);
        expect(theirs.text, path).not.toContain("canary");
        expect(theirs.text, path).not.toContain("灰雀");
      }
    }
  }, 60_000);

  it("is not made from a kept one either: the reader's name stands on it", async () => {
    await house.ask("/en/places");
    expect((await house.ask("/en/places", { cookie })).text).toContain(canary);
    expect((await house.ask("/en/places")).text).not.toContain(canary);
  });

  it.each(["qq_session=nobody", "qq_enquiry=x", "qq_once=x"])("is made anew for whoever carries %s", async (one) => {
    await house.ask("/en/places");
    const { headers } = await house.ask("/en/places", { cookie: one });
    expect(headers["cache-control"]).toBe("private, no-store");
  });

  it("is packed where no stranger can have put words into it, and only there", async () => {
    const packed = { "Accept-Encoding": "br" };
    const way = async (path: string, who?: string) =>
      (await house.ask(path, { headers: packed, cookie: who })).headers["content-encoding"];
    expect(await way("/en/member", cookie)).toBe("br");
    expect(await way("/en/search?q=canary", cookie)).toBeUndefined();
    expect(await way("/en/canary", cookie)).toBeUndefined();
    expect(await way("/en/canary")).toBe("br");
    expect(await way("/en/search?q=canary")).toBe("br");
    expect(await way("/en/sign-in")).toBe("br");
  });
});

it("packs the files that browsers fetch, and lets them be kept for good", async () => {
  const { text } = await house.ask("/en");
  const style = /href="(\/assets\/[^"]+\.css)"/.exec(text)?.[1] ?? "";
  const plain = await house.ask(style);
  const packed = await house.ask(style, { headers: { "Accept-Encoding": "gzip, br" } });
  expect(packed.headers).toMatchObject({
    "content-encoding": "br",
    "cache-control": "public, max-age=31536000, immutable",
    "content-type": "text/css",
    vary: "Accept-Encoding",
  });
  expect(packed.text).toBe(plain.text);
});

/** Announces a change and waits until this web has heard it. */
async function changed(): Promise<void> {
  await house.ask("/en/terms");
  const before = await counted();
  await db().$transaction((tx) => announceChange(tx, "test"));
  await vi.waitFor(async () => {
    await house.ask("/en/terms");
    expect((await counted()).made).toBeGreaterThan(before.made);
  }, 5000);
}
