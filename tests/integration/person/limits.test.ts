import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { locales } from "~/domain/kernel/locale";
import { setClock } from "~/platform/clock";
import { db, pool } from "~/platform/db/client";
import { words } from "~/platform/i18n/i18n";
import { forgetOldTries, forgetTries, growingWait, secondsToWait } from "~/platform/session/limits";
import { freshDatabase } from "../../setup/database";
import { aForm, aHouse } from "../../setup/house";
import { signIn, somebody } from "./visit";

let house: Awaited<ReturnType<typeof aHouse>>;
const start = Date.UTC(2026, 2, 1);
let restore = () => {};
const at = (seconds: number) => {
  restore();
  restore = setClock(() => new Date(start + seconds * 1000));
};

beforeAll(async () => {
  await freshDatabase();
  house = await aHouse();
});
afterEach(() => {
  restore();
  restore = () => {};
});
afterAll(() => house.stop());

describe("a limit per time", () => {
  it("says how long it is until the time is over, and starts anew then", async () => {
    const key = randomUUID();
    at(0);
    expect([await secondsToWait(key, 2, 3600), await secondsToWait(key, 2, 3600)]).toEqual([0, 0]);
    at(600);
    expect(await secondsToWait(key, 2, 3600)).toBe(3000);
    at(3599.5);
    expect(await secondsToWait(key, 2, 3600)).toBe(1);
    at(3600);
    expect(await secondsToWait(key, 2, 3600)).toBe(0);
  });
});

describe("a growing wait", () => {
  const rule = { free: 3, first: 10, longest: 60 };

  it("lets the free tries through, then doubles up to the longest; who waits as told gets in", async () => {
    const key = randomUUID();
    let time = 0;
    const waits: number[] = [];
    for (let index = 0; index < 8; index += 1) {
      at(time);
      expect(await growingWait(key, rule)).toBe(0);
      const wait = await growingWait(key, rule);
      // Of the free tries the next one is let through, and counts.
      if (wait === 0) continue;
      waits.push(wait);
      at(time + wait - 1);
      expect(await growingWait(key, rule)).toBe(1);
      time += wait;
    }
    expect(waits).toEqual([10, 20, 40, 60, 60, 60, 60]);
  });

  it("is forgotten by who shows the right one, and a day after the last try", async () => {
    const key = randomUUID();
    at(0);
    for (let index = 0; index < 3; index += 1) await growingWait(key, rule);
    expect(await growingWait(key, rule)).toBe(10);
    await forgetTries(key);
    expect(await growingWait(key, rule)).toBe(0);
    at(24 * 3600 + 1);
    const fresh = [await growingWait(key, rule), await growingWait(key, rule), await growingWait(key, rule)];
    expect(fresh).toEqual([0, 0, 0]);
    at(3 * 24 * 3600);
    await forgetOldTries();
    expect((await pool().query("SELECT 1 FROM rate_limit WHERE key = $1", [key])).rowCount).toBe(0);
  });

  it("lets no more through at one moment than one after another", async () => {
    const key = randomUUID();
    at(0);
    const waits = await Promise.all(Array.from({ length: 40 }, () => growingWait(key, rule)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
  });
});

describe("wrong passwords", () => {
  const wrong = (email: string, network: string) => signIn(email, { password: "wrong", network });

  it("make the next try wait, longer each time; the right one is refused meanwhile and taken afterwards", async () => {
    const { email } = await somebody();
    const network = randomUUID();
    at(0);
    for (let index = 0; index < 5; index += 1) expect((await wrong(email, network)).status).toBe(422);
    expect((await wrong(email, network)).status).toBe(429);
    expect((await signIn(email, { network })).status).toBe(429);
    at(30);
    expect((await wrong(email, network)).status).toBe(422);
    at(89);
    expect((await signIn(email, { network })).status).toBe(429);
    at(90);
    expect((await signIn(email, { network })).status).toBe(303);
    expect((await wrong(email, network)).status).toBe(422);
  });

  it("from one network do not keep the person out elsewhere; from many they do, for a quarter of an hour at most", async () => {
    const { email } = await somebody();
    at(0);
    for (let index = 0; index < 12; index += 1) await wrong(email, "198.51.100");
    expect((await signIn(email, { network: "203.0.113" })).status).toBe(303);
    for (let index = 0; index < 30; index += 1) await wrong(email, randomUUID());
    expect((await signIn(email, { network: "203.0.113" })).status).toBe(429);
    at(900);
    expect((await signIn(email, { network: "203.0.113" })).status).toBe(303);
  });

  it("answer alike for an address that is known and one that is not, at every step", async () => {
    const { email } = await somebody();
    at(0);
    const steps = async (address: string) => {
      const network = randomUUID();
      const answers = [];
      for (let index = 0; index < 8; index += 1) {
        const { status, to, cookies, data } = await wrong(address, network);
        answers.push(JSON.stringify({ status, to, cookies, data }).replaceAll(address, "-"));
      }
      return answers;
    };
    expect(await steps(email)).toEqual(await steps("nobody@example.org"));
  });

  it("are counted without saying whose or from where", async () => {
    const { email } = await somebody();
    await wrong(email, "203.0.113");
    const keys = JSON.stringify((await db().rateLimit.findMany()).map(({ key }) => key));
    expect(keys).not.toMatch(/203\.0\.113|@/);
  });
});

describe("who has to wait is told how long", () => {
  it.each(locales)("in %s, in words and in Retry-After, to the second", async (lang) => {
    const body = aForm({ email: `${lang}@example.org`, password: "wrong" });
    for (let index = 0; index < 5; index += 1) await house.ask(`/${lang}/sign-in`, body);
    const answer = await house.ask(`/${lang}/sign-in`, body);
    expect(answer.status).toBe(429);
    const wait = Number(answer.headers["retry-after"]);
    expect(wait).toBeGreaterThan(20);
    expect(wait).toBeLessThanOrEqual(30);
    expect(answer.text).toContain(words(lang, "error")("wait.seconds", { count: wait }));
    expect(answer.text).not.toContain(words(lang, "error")("429.next"));
  });

  it("also where the limit is an hour: a lead too many says so", async () => {
    const lead = { name: "-", contact: "-", text: "-", consent: "yes" };
    const give = () => house.ask("/en/suggest", aForm({ ...lead, requestKey: randomUUID() }));
    for (let index = 0; index < 20; index += 1) expect((await give()).status).toBe(303);
    const answer = await give();
    expect(answer.status).toBe(429);
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(3500);
    expect(answer.text).toContain("Try again in 60 minutes.");
  });
});
