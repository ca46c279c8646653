import { expect, test } from "@playwright/test";

const portal = () => process.env.PORTAL ?? "";
const languages = ["zh-Hans", "zh-Hant", "en", "pt"];

for (const javaScriptEnabled of [true, false]) {
  test.describe(`find, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } });

    for (const lang of languages) {
      test(`an old spelling leads to the hometown in ${lang}`, async ({ page }) => {
        await page.goto(`${portal()}/${lang}`);
        const box = page.locator("#home-q");
        await box.fill("Hoisan");
        await box.press("Enter");
        await page.locator(".hits a").first().click();
        await expect(page).toHaveURL(new RegExp(`/${lang}/places/taishan$`));
        await expect(page.locator("h1")).toContainText(/台山|Taishan/);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(360);
      });
    }
  });
}
