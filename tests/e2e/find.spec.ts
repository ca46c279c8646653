import { expect, test } from "@playwright/test";
import { faultsOf } from "../setup/axe";

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

test.describe("names offered while typing", () => {
  for (const [lang, typed, name] of [
    ["zh-Hans", "台", "台山"],
    ["zh-Hant", "開平", "開平"],
    ["en", "hois", "Taishan"],
    ["pt", "sanchoão", "Ilha de Sanchoão"],
  ] as const) {
    test(`${typed} in ${lang}, by keyboard alone, and nothing typed is sent`, async ({ page }) => {
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(`${portal()}/${lang}`);
      const box = page.locator("#home-q");
      await box.focus();
      await box.pressSequentially(typed);
      const offers = page.getByRole("listbox").getByRole("option");
      await expect(offers.first()).toContainText(name);
      await expect(box).toHaveAttribute("aria-expanded", "true");
      await box.press("ArrowDown");
      await expect(offers.first()).toHaveAttribute("aria-selected", "true");
      expect(await box.getAttribute("aria-activedescendant")).toBe(await offers.first().getAttribute("id"));
      expect(await faultsOf(page)).toEqual([]);
      await box.press("Escape");
      await expect(offers).toHaveCount(0);
      await box.press("End");
      await box.press("Backspace");
      await box.press("ArrowDown");
      expect(asked.filter((url) => url.includes("/api/"))).toEqual([]);
      expect(asked.filter((url) => url.includes("names.txt"))).toHaveLength(1);
    });
  }

  test("a chosen name opens its page", async ({ page }) => {
    await page.goto(`${portal()}/en`);
    await page.locator("#home-q").pressSequentially("hoisan");
    await expect(page.getByRole("option").first()).toContainText("Taishan");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/en\/places\/taishan$/);
  });

  test("a closed list is opened again by Arrow Down, after Escape and on coming back", async ({ page }) => {
    await page.goto(`${portal()}/en`);
    const box = page.locator("#home-q");
    const offers = page.getByRole("listbox").getByRole("option");
    await box.pressSequentially("hoisan");
    await expect(offers.first()).toContainText("Taishan");
    await box.press("Escape");
    await expect(offers).toHaveCount(0);
    await box.press("ArrowDown");
    await expect(offers.first()).toHaveAttribute("aria-selected", "true");
    await expect(box).toHaveAttribute("aria-activedescendant", (await offers.first().getAttribute("id")) ?? "");
    await box.press("Tab");
    await expect(offers).toHaveCount(0);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Alt+ArrowDown");
    await expect(offers.first()).toContainText("Taishan");
    await expect(box).toHaveAttribute("aria-expanded", "true");
    expect(await box.getAttribute("aria-activedescendant")).toBeNull();
  });

  test("the spelling that was typed stands apart from the name, and once", async ({ page }) => {
    const line = (name: string) => page.getByRole("listbox").getByRole("option").filter({ hasText: name }).first();
    await page.goto(`${portal()}/zh-Hant`);
    await page.locator("#home-q").pressSequentially("chan");
    await expect(line("陳")).toHaveText("陳 Chan");
    const gap = await line("陳").evaluate((item) => {
      const name = document.createRange();
      name.selectNode(item.childNodes[0] ?? item);
      return (item.querySelector("span")?.getBoundingClientRect().left ?? 0) - name.getBoundingClientRect().right;
    });
    expect(gap).toBeGreaterThanOrEqual(4);
    await page.goto(`${portal()}/en`);
    await page.locator("#home-q").pressSequentially("chan");
    await expect(line("陳")).toHaveText("Chan (陳)");
  });
});
