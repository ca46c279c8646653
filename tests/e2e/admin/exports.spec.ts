import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { readSheet } from "read-excel-file/node";
import { aWindow, languages, looking, portal, signIn } from "../../setup/browsing";

for (const javaScript of [true, false])
  for (const lang of languages)
    test(`lists are searched, ordered and taken along in ${lang}, JavaScript ${javaScript ? "on" : "off"}`, async ({
      browser,
    }) => {
      const page = await aWindow(browser, javaScript);
      const { faults, look } = looking(javaScript);
      await signIn(page, lang, "admin@demo.invalid", "admin/people/grants");
      await look(page);
      await page.locator("#field-q").fill("demo.invalid");
      await page.locator("#field-role").selectOption("member");
      await page.locator("main search button").press("Enter");
      await expect(page).toHaveURL(/q=demo\.invalid&role=member/);
      const heading = page.locator("main thead th").first();
      await expect(heading).toHaveAttribute("aria-sort", "ascending");
      const ascending = await page.locator("main tbody th").allInnerTexts();
      await heading.locator("a").click();
      await expect(page).toHaveURL(/q=demo\.invalid&role=member&.*sort=-name/);
      await expect(heading).toHaveAttribute("aria-sort", "descending");
      await expect(page.locator("#field-role")).toHaveValue("member");
      const descending = await page.locator("main tbody th").allInnerTexts();
      expect(descending).toEqual(ascending.toReversed());
      await look(page);

      await page.locator('main button[value="xlsx"]').press("Enter");
      await expect(page).toHaveURL(new RegExp(`/${lang}/exports/[0-9a-f-]{36}$`));
      const own = new URL(page.url()).pathname;
      const file = page.locator('main a[href$="/file"]');
      // Without JavaScript one looks again by the button there.
      await expect(async () => {
        if (!javaScript) await page.reload();
        await expect(file).toBeVisible({ timeout: 1000 });
      }).toPass({ timeout: 15_000 });
      await look(page);
      const coming = page.waitForEvent("download");
      await file.click();
      const download = await coming;
      expect(download.suggestedFilename()).toMatch(/^[^/]+ \d{12}\.xlsx$/);
      const [, ...rows] = await readSheet(readFileSync(await download.path()));
      expect(rows.map(([name, email]) => `${String(name)} ${String(email)}`.trim())).toEqual(
        descending.map((text) => text.replace(/\s+/g, " ").trim()),
      );

      await page.goto(`${portal()}/${lang}/exports`);
      await look(page);
      // Others take lists along by the same account meanwhile.
      await page.locator(`main tbody a[href="${own}"]`).click();
      await page.locator('main form[action$="/end"] button').press("Enter");
      await expect(page).toHaveURL(`${portal()}/${lang}/exports?ended`);
      await look(page);
      expect(faults).toEqual([]);
      await page.context().close();
    });

test("the page of an export brings itself up to date until the file is there", async ({ browser }) => {
  const page = await aWindow(browser);
  await signIn(page, "en", "admin@demo.invalid", "admin/organisations");
  await page.locator('main button[value="csv"]').press("Enter");
  await expect(page.locator('main a[href$="/file"]')).toBeVisible({ timeout: 15_000 });
  // The same page as it was while the worker was at it: then the server is asked, and says that it is over.
  let asked = 0;
  await page.route(page.url(), async (route) => {
    asked += 1;
    const answer = await route.fetch();
    const html = await answer.text();
    const far = html
      .replace(/ data-follow=""/, ' data-follow="" data-under-way=""')
      .replace(/<output([^>]*)>[^<]*/, "<output$1>The export is being made.")
      .replace(/<a href="[^"]*\/file"[^>]*>[^<]*<\/a>/, "");
    await route.fulfill({ response: answer, body: asked < 3 ? far : html });
  });
  await page.goto(page.url());
  await expect(page.locator("main output")).toHaveText("The export is being made.");
  await expect(page.locator('main a[href$="/file"]')).toBeVisible();
  await expect(page.locator("main output")).toHaveText("The export is complete.");
  await expect(page.locator("[data-under-way]")).toHaveCount(0);
  expect(asked).toBeGreaterThanOrEqual(3);
  await page.context().close();
});
