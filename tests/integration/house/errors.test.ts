import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { languageTag, locales, type Locale } from "~/domain/kernel/locale";
import { words } from "~/platform/i18n/i18n";
import { freshDatabase } from "../../setup/database";
import { aForm, aHouse, hearLog, type Answer } from "../../setup/house";

let house: Awaited<ReturnType<typeof aHouse>>;
let log: ReturnType<typeof hearLog>;
const canary = "灰雀canary";
const typed = { text: `${canary} <b>"我写了很久"</b>`, place: "台山", password: "geheim-1", code: "geheim-2" };

beforeAll(async () => {
  await freshDatabase();
  house = await aHouse({
    about: {
      action: async ({ request }) => {
        throw new Response(null, { status: Number(new URL(request.url).searchParams.get("status")) });
      },
    },
    terms: {
      loader: async () => {
        throw new Error(`cannot read ${canary}`);
      },
      action: async () => {
        throw new TypeError(`cannot write ${canary}`);
      },
    },
    privacy: {
      default: () => {
        throw new RangeError(`cannot show ${canary}`);
      },
    },
    askSolved: {
      action: async () => {
        throw new Response(null, { status: 409 });
      },
    },
    askLeave: {
      action: async () => {
        throw new Error(canary);
      },
    },
    apiSearch: {
      loader: async () => {
        throw new Error(canary);
      },
    },
  });
});

beforeEach(() => {
  log = hearLog();
});

afterAll(() => house.stop());

/** Says that this is the page of that status in that language, within the frame of all pages. */
function isPage(answer: Answer, status: number, lang: Locale) {
  const t = words(lang, "error");
  expect(answer.status).toBe(status);
  expect(answer.headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "content-language": lang,
    "cache-control": "private, no-store",
    "content-security-policy": expect.stringMatching(/^default-src 'none'; script-src 'nonce-/),
  });
  expect(answer.text).toContain(`<html lang="${languageTag[lang]}"`);
  expect(answer.text).toContain(`<title>${t(`${status}.title`)} · `);
  for (const part of ["title", "text", "next"]) expect(answer.text).toContain(t(`${status}.${part}`));
  expect(answer.text).toContain('id="content"');
  expect(answer.text).toContain(`href="/${lang}/search"`);
}

function givesBack({ text }: Answer) {
  expect(text).toContain("灰雀canary &lt;b&gt;&quot;我写了很久&quot;&lt;/b&gt;");
  expect(text).toContain("台山");
  expect(text).not.toMatch(/geheim/);
}

describe.each(locales)("in %s", (lang) => {
  it.each([403, 404, 405, 409, 413, 422, 429, 500, 503])(
    "%s from a page is a page that keeps what was typed",
    async (status) => {
      const answer = await house.ask(`/${lang}/about?status=${status}`, aForm(typed));
      isPage(answer, status, lang);
      givesBack(answer);
      expect(answer.text).toContain(words(lang, "error")("again"));
      expect(answer.text).toContain(`action="/${lang}/about?status=${status}"`);
    },
  );

  it("an address that there is not is 404", async () => {
    isPage(await house.ask(`/${lang}/nothing/here`), 404, lang);
    isPage(await house.ask(`/${lang}/places/no-such-place`), 404, lang);
  });

  it("a form from another site is 403, shown to copy but not offered to send again", async () => {
    for (const headers of [
      { "Sec-Fetch-Site": "cross-site" },
      { "Sec-Fetch-Site": "same-site", Origin: `http://127.0.0.1:${house.port}` },
      { Origin: "https://evil.example" },
      { Origin: "null" },
    ]) {
      const answer = await house.ask(`/${lang}/suggest`, aForm(typed, headers as Record<string, string>));
      isPage(answer, 403, lang);
      givesBack(answer);
      expect(answer.text).not.toContain(`action="/${lang}/suggest"`);
      expect(answer.text).toContain(words(lang, "error")("typedElsewhere").slice(0, 20));
    }
  });

  it("a body that is too large is 413 and gives the words back", async () => {
    const boundary = "----form";
    const part = (name: string, value: string, more = "") =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
    const body = Buffer.concat([
      Buffer.from(
        Object.entries(typed)
          .map(([name, value]) => part(name, value))
          .join(""),
      ),
      Buffer.from(part("file", "x".repeat(13 * 1024 * 1024), '; filename="a.pdf"')),
      Buffer.from(`--${boundary}--\r\n`),
    ]);
    const headers = { "Content-Type": `multipart/form-data; boundary=${boundary}` };
    const answer = await house.ask(`/${lang}/suggest`, { method: "POST", headers, body });
    isPage(answer, 413, lang);
    givesBack(answer);
    const chunked = { ...headers, "Transfer-Encoding": "chunked" };
    isPage(await house.ask(`/${lang}/suggest`, { method: "POST", headers: chunked, body }), 413, lang);
  });

  it("an address that only takes forms, or none, is 405 and says what it takes", async () => {
    const asked = await house.ask(`/${lang}/sign-out`);
    isPage(asked, 405, lang);
    expect(asked.headers.allow).toBe("POST");
    const sent = await house.ask(`/${lang}/places`, aForm(typed));
    isPage(sent, 405, lang);
    givesBack(sent);
    expect(sent.headers.allow).toBe("GET, HEAD");
    isPage(await house.ask(`/${lang}/suggest`, { ...aForm(typed), method: "PUT" }), 405, lang);
    expect(log.lines().filter(({ level }) => level === "error")).toEqual([]);
  });

  it("what an address without a page of its own refuses is a page too", async () => {
    const answer = await house.ask(`/${lang}/ask/case/solved`, aForm(typed));
    isPage(answer, 409, lang);
    givesBack(answer);
    const failed = await house.ask(`/${lang}/ask/case/leave`, aForm(typed));
    isPage(failed, 500, lang);
    givesBack(failed);
  });

  it.each([
    ["reading", "terms", false],
    ["writing", "terms", true],
    ["showing", "privacy", false],
    ["an address without a page", "ask/case/leave", true],
  ])(
    "a failure while %s is one line in the log, without its words, under the reference on the page",
    async (_, path, posts) => {
      const answer = await house.ask(`/${lang}/${path}`, posts ? aForm(typed) : {});
      isPage(answer, 500, lang);
      if (posts) givesBack(answer);
      else expect(answer.text).not.toContain("canary");
      const faults = log.lines().filter(({ level }) => level === "error");
      expect(faults).toHaveLength(1);
      const reference = String(faults[0]?.reference);
      expect(reference).toMatch(/^[0-9A-F]{10}$/);
      expect(answer.text).toContain(words(lang, "error")("reference", { fault: reference }));
      expect(log.text()).not.toMatch(/canary|台山|geheim/);
      expect(answer.text).not.toMatch(/ at .*\.js:|TypeError|RangeError/);
    },
  );
});

it("tells those who are to wait how long", async () => {
  const answer = async (status: number) =>
    (await house.ask(`/en/about?status=${status}`, aForm({}))).headers["retry-after"];
  expect(await answer(429)).toBe("600");
  expect(await answer(503)).toBe("30");
});

it.each([
  "/en/places/%00",
  "/__manifest?p=/en",
  "/en.data",
  "/en/places/%E0%A4%A",
  "/en//x",
  "//evil.example/en",
  "/xx",
])("%s is an address that there is not", async (path) => {
  const answer = await house.ask(path);
  expect(answer.status).toBe(404);
  expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(log.lines().filter(({ level }) => level === "error")).toEqual([]);
});

it("a zero byte in what is asked of a page is a blank", async () => {
  expect((await house.ask("/en/about?q=%00")).status).toBe(200);
  expect((await house.ask("/api/v1/suggest?q=a%00b")).status).toBe(200);
  expect((await house.ask("/api/v1/%00")).headers["content-type"]).toBe("application/problem+json");
});

it("a broken host name is no reason to fail", async () => {
  expect((await house.ask("/en/about", { headers: { Host: "a b\\c" } })).status).toBe(200);
});

it("programs get a problem document with the reference, and no words of the failure", async () => {
  const answer = await house.ask("/api/v1/search?q=x");
  expect(answer.headers["content-type"]).toBe("application/problem+json");
  expect(JSON.parse(answer.text)).toMatchObject({
    status: 500,
    reference: log.lines().find(({ event }) => event === "fault")?.reference,
  });
  expect(answer.text).not.toContain("canary");
  const unknown = await house.ask("/api/v1/nothing");
  expect([unknown.status, unknown.headers["content-type"]]).toEqual([404, "application/problem+json"]);
  const wrong = await house.ask("/api/v1/search", { method: "DELETE" });
  expect([wrong.status, wrong.headers["content-type"]]).toEqual([405, "application/problem+json"]);
});
