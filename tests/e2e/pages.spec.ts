import { expect, test } from "@playwright/test";
import { faultsOf } from "../setup/axe";

const portal = () => process.env.PORTAL ?? "";

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
  "/surnames/chen",
  "/places/taishan",
  "/initiatives",
  "/initiatives/overseas-chinese-park",
  "/projects",
  "/programmes",
  "/proposals",
  "/suggestions",
  "/issues",
  "/events",
  "/documents",
  "/bodies",
  "/stations",
  "/about",
  "/privacy",
  "/terms",
  "/accessibility",
  "/preferences",
  "/suggest",
  "/ask",
  "/ask/return",
  "/sign-in",
  "/nothing-here",
];

for (const lang of ["zh-Hans", "zh-Hant", "en", "pt"]) {
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
      await page.goto(`${portal()}/${lang}${path}`);
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
