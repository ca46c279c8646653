import { expect, test } from "@playwright/test";
import { gzipSync } from "node:zlib";
import { patterns, type PageName } from "~/paths";
import { faultsOf } from "../setup/axe";
import { languages, portal } from "../setup/browsing";

/** Pages that show nothing without a case, a wish or a role: the journeys of their audiences look at them. */
const onJourneys =
  /^(account|invitation|team|admin|own|journal|export|member|committee|unit|supervision|editor|station.|ask.|suggestionFile|leadReceipt|following|follow(Confirm|Off)|claim(Confirm|Withdrawal)|feed|sign(Out|InCode|InByLink|InWith)|outbox)/;

/** One page of every public kind, after its language. */
const pages = [
  "",
  "/search?q=Hoisan",
  "/search?q=zzzz",
  "/figures",
  "/places",
  "/surnames",
  "/follow?record=place:taishan",
  "/follow?q=Hoisan&kind=place",
  "/follow/asked",
  "/membership/claim",
  "/membership/claim/asked",
  "/surnames/chen",
  "/places/taishan",
  "/initiatives",
  "/initiatives/overseas-chinese-park",
  "/projects",
  "/projects/FIRST",
  "/programmes",
  "/programmes/FIRST",
  "/proposals",
  "/proposals/FIRST",
  "/suggestions",
  "/suggestions/FIRST",
  "/issues",
  "/issues/FIRST",
  "/events",
  "/events/FIRST",
  "/documents",
  "/documents/FIRST",
  "/bodies",
  "/bodies/FIRST",
  "/stations",
  "/stations/FIRST",
  "/about",
  "/privacy",
  "/terms",
  "/accessibility",
  "/preferences",
  "/suggest",
  "/ask",
  "/ask/return",
  "/sign-in",
  "/sign-in/link",
  "/sign-in/link/asked",
  "/sign-in/passkey",
  "/nothing-here",
];

test("every public page of the portal is among them", () => {
  const names = (Object.keys(patterns) as PageName[]).filter((name) => !onJourneys.test(name));
  const missing = names.filter((name) => {
    const pattern = new RegExp(`^${patterns[name].replace("/:lang", "").replace(/:\w+/g, "[^/?]+")}(\\?.*)?$`);
    return !pages.some((path) => pattern.test(path));
  });
  expect(missing).toEqual([]);
});

test("no reading page asks for a script to be read, or weighs more than 30 KB, with all it needs 100 KB", async ({
  browser,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  for (const path of [
    "",
    "/search?q=Hoisan",
    "/places/taishan",
    "/proposals",
    "/figures",
    "/initiatives/overseas-chinese-park",
  ]) {
    const sizes: number[] = [];
    const arriving: Promise<void>[] = [];
    page.on("response", (response) => {
      arriving.push(response.body().then((body) => void sizes.push(gzipSync(body).length)));
    });
    const document = await page.goto(`${portal()}/zh-Hant${path}`);
    await page.waitForLoadState("networkidle");
    await Promise.all(arriving);
    page.removeAllListeners("response");
    expect(gzipSync((await document?.body()) ?? "").length, path).toBeLessThan(30 * 1024);
    expect(
      sizes.reduce((sum, size) => sum + size, 0),
      path,
    ).toBeLessThan(100 * 1024);
    expect((await page.locator("main").innerText()).length, path).toBeGreaterThan(100);
  }
});

for (const lang of languages) {
  test(`every public page in ${lang}: axe finds nothing, nothing overflows a phone, nothing is asked of others`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    const foreign: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(portal())) foreign.push(request.url());
    });
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("404")) complaints.push(message.text());
    });
    const faults: string[] = [];
    for (const path of pages) {
      await page.setViewportSize({ width: 1280, height: 900 });
      if (path.endsWith("/FIRST")) {
        await page.locator("main .card a").first().click();
        await page.waitForURL(new RegExp(`/${lang}${path.replace("FIRST", "[^/]+$")}`));
      } else await page.goto(`${portal()}/${lang}${path}`);
      expect(await page.locator("html").getAttribute("lang"), path).toBe(lang === "pt" ? "pt-PT" : lang);
      for (const fault of await faultsOf(page)) faults.push(`${path} ${fault}`);
      await page.setViewportSize({ width: 360, height: 740 });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 360) faults.push(`${path} is ${width} pixels wide on a phone`);
    }
    expect(faults).toEqual([]);
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
  });
}
