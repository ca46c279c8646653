import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { locales } from "~/domain/kernel/locale";
import { patterns } from "~/paths";
import { seedContent } from "../../../prisma/seed";
import { roles } from "~/domain/kernel/actor";
import { db } from "~/platform/db/client";
import { sessionCookie } from "~/platform/session/cookies";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { aHouse, type Answer } from "../../setup/house";

let house: Awaited<ReturnType<typeof aHouse>>;
let cookie = "";

beforeAll(async () => {
  await freshDatabase();
  await seedContent();
  const { token, actor } = await aPerson();
  await db().grant.createMany({
    data: roles
      .filter((role) => role !== "member")
      .map((role) => ({ personId: actor.id, role, organisation: null, from: new Date("2020-01-01") })),
  });
  cookie = (await sessionCookie().serialize(token)).split(";")[0] ?? "";
  house = await aHouse();
});

afterAll(() => house.stop());

const safe = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": expect.stringMatching(/camera=\(\), microphone=\(\), geolocation=\(\)/),
};

const isFile = (headers: Answer["headers"]) => headers["content-disposition"]?.startsWith("attachment") ?? false;

/** What is wrong with the policy of a page and with the page in the eyes of that policy. */
function faultsOf({ headers, text, status }: Answer): string[] {
  const policy = headers["content-security-policy"] ?? "";
  // What is taken along as a file is never shown within the portal, and may do nothing if it is.
  if (isFile(headers)) return policy === "default-src 'none'; sandbox" ? [] : [`${status}: ${policy}`];
  if (text === "") return policy.startsWith("default-src 'none'") ? [] : [`${status}: no policy`];
  const nonce = /script-src 'nonce-([A-Za-z0-9+/]{22}==)'(;|$)/.exec(policy)?.[1];
  const scripts = [...text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  return [
    ...(policy.startsWith("default-src 'none'; ") ? [] : [`policy: ${policy}`]),
    ...(/unsafe-|\*|https?:/.test(policy) ? [`loose policy: ${policy}`] : []),
    ...["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"].filter((part) => !policy.includes(part)),
    ...(nonce ? [] : ["no nonce"]),
    ...(scripts.length > 0 ? [] : ["no script"]),
    ...scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`) || !tag.includes('src="/')),
    ...[...text.matchAll(/<style\b|\sstyle="|\son\w+="|javascript:/g)].map(([found]) => `inline ${found}`),
    ...(/(^|, )charset=utf-8$/i.test((headers["content-type"] ?? "").replace("; ", ", ")) ? [] : ["no charset"]),
  ];
}

const names = Object.keys(patterns);

describe.each(locales)("every page in %s", (lang) => {
  it.each(names)("%s is shut to other sites, for strangers and for those signed in", async (name) => {
    const pattern: string = patterns[name as keyof typeof patterns];
    const path = pattern
      .replace(":lang", lang)
      .replace(":slug", name === "place" ? "taishan" : "overseas-chinese-park")
      .replace(/:\w+/g, "none");
    for (const who of [undefined, cookie]) {
      const answer = await house.ask(path, { cookie: who });
      expect(answer.headers, path).toMatchObject(safe);
      expect(faultsOf(answer), `${path} ${answer.status}`).toEqual([]);
      expect([200, 303, 404, 405], path).toContain(answer.status);
      if (answer.text !== "" && !isFile(answer.headers)) expect(answer.headers["content-language"]).toBe(lang);
      if (who) expect(answer.headers["cache-control"], path).toBe("private, no-store");
    }
  });
});

it("covers every route that has a page", () => {
  const paths = Object.values(house.routes).flatMap((route) =>
    route?.path?.startsWith(":lang") ? [`/${route.path}`] : [],
  );
  expect(paths.toSorted()).toEqual(Object.values(patterns).toSorted());
});

it("gives every making of a page a nonce of its own", async () => {
  const nonces = await Promise.all(
    [1, 2, 3].map(
      async () => /nonce-([^']+)/.exec((await house.ask("/en/sign-in")).headers["content-security-policy"] ?? "")?.[1],
    ),
  );
  expect(new Set(nonces).size).toBe(3);
});

it.each(["/healthz", "/robots.txt", "/sitemap.xml", "/api/v1/openapi.json", "/favicon.svg", "/"])(
  "%s, which is no page, may load and frame nothing",
  async (path) => {
    const { headers } = await house.ask(path);
    expect(headers).toMatchObject({ ...safe, "content-security-policy": "default-src 'none'; frame-ancestors 'none'" });
  },
);

it("promises no https where the address has none", async () => {
  expect((await house.ask("/en")).headers).not.toHaveProperty("strict-transport-security");
});
