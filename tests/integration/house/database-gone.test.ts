import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { locales } from "~/domain/kernel/locale";
import { words } from "~/platform/i18n/i18n";
import { sessionCookie } from "~/platform/session/cookies";
import { seedContent } from "../../../prisma/seed";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { aForm, aHouse, hearLog } from "../../setup/house";
import { aLane } from "../../setup/lane";

let house: Awaited<ReturnType<typeof aHouse>>;
let lane: Awaited<ReturnType<typeof aLane>>;
let log: ReturnType<typeof hearLog>;
let cookie = "";
const written = "灰雀canary 写了很久的一段话";

beforeAll(async () => {
  lane = await aLane(await freshDatabase());
  await seedContent();
  cookie = (await sessionCookie().serialize((await aPerson()).token)).split(";")[0] ?? "";
  process.env.DATABASE_URL = lane.url;
  house = await aHouse();
  expect((await house.ask("/en/places")).status).toBe(200);
  expect((await house.ask("/en/member", { cookie })).status).toBe(200);
  log = hearLog();
  await lane.close();
});

beforeEach(() => {
  log = hearLog();
});

afterAll(async () => {
  await house.stop();
  await lane.close();
});

describe("while the database is out of reach", () => {
  it.each(locales)(
    "every page in %s that needs it is 503 and says so, under a reference that is logged once",
    async (lang) => {
      for (const [path, who] of [["places/taishan"], ["search?q=x"], ["member", cookie], ["about", cookie]] as const) {
        const answer = await house.ask(`/${lang}/${path}`, { cookie: who });
        expect(answer.status, path).toBe(503);
        expect(answer.headers).toMatchObject({
          "retry-after": "30",
          "content-language": lang,
          "cache-control": "private, no-store",
          "content-security-policy": expect.stringMatching(/^default-src 'none'; script-src 'nonce-/),
        });
        const t = words(lang, "error");
        for (const part of ["title", "text", "next"]) expect(answer.text).toContain(t(`503.${part}`));
        const references = log.lines().flatMap(({ reference }) => (reference ? [String(reference)] : []));
        expect(references.filter((one) => answer.text.includes(t("reference", { fault: one })))).toHaveLength(1);
      }
      expect(log.lines().filter(({ event }) => event === "fault")).toHaveLength(4);
    },
  );

  it.each(["suggest", "ask", "ask/return", "ask/case", "sign-in", "member/suggestions/SG-2026-0001/withdrawal"])(
    "a form sent to %s gives back what was typed",
    async (path) => {
      const form = {
        text: written,
        topic: "INH",
        place: "taishan",
        region: "PA",
        email: "canary@example.org",
        name: "a",
        contact: "a@b.cd",
        consent: "yes",
        nationality: "foreign",
      };
      const answer = await house.ask(`/en/${path}`, {
        ...aForm({ ...form, password: "geheim-1", code: "AAAAA-AAAAA" }),
        cookie,
      });
      expect(answer.status, answer.text.slice(0, 2000)).toBe(503);
      expect(answer.text).toContain(written);
      expect(answer.text).toContain(`action="/en/${path}"`);
      expect(answer.text).not.toMatch(/geheim/);
      expect(log.text()).not.toMatch(/canary/);
    },
  );

  it("the large text that a reader chose stays large", async () => {
    const { cookies } = await house.ask("/en/preferences", aForm({ lang: "en", text: "large" }));
    const large = cookies.map((one) => one.split(";")[0]).join("; ");
    const answer = await house.ask("/en/places/taishan", { cookie: large });
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('data-text="large"');
  });

  it("kept pages, pages without data and the sign of life are still there", async () => {
    expect((await house.ask("/en/places")).status).toBe(200);
    expect((await house.ask("/pt/about")).status).toBe(200);
    expect((await house.ask("/healthz")).status).toBe(200);
    const ready = await house.ask("/readyz");
    expect(ready.status).toBe(503);
    expect(JSON.parse(ready.text)).toMatchObject({ ready: false, database: false });
  });

  it("programs get a problem document", async () => {
    const answer = await house.ask("/api/v1/search?q=taishan");
    expect(answer.status).toBe(503);
    expect(JSON.parse(answer.text)).toMatchObject({ status: 503, reference: expect.stringMatching(/^[0-9A-F]{10}$/) });
  });
});

describe("when it is back", () => {
  beforeAll(() => lane.open());

  it("everything works again without a restart", async () => {
    await vi.waitFor(async () => expect((await house.ask("/en/member", { cookie })).status).toBe(200), 10_000);
    expect((await house.ask("/zh-Hans/places/taishan")).status).toBe(200);
    expect(JSON.parse((await house.ask("/readyz")).text)).toMatchObject({ database: true, migrations: true });
  });
});
