import { expect, test } from "@playwright/test";
import { aWindow, languages, looking, portal, send, signIn } from "../../setup/browsing";

for (const javaScript of [true, false])
  for (const lang of languages)
    test(`a role is granted and ended, and the state of the portal is seen, in ${lang}, JavaScript ${javaScript ? "on" : "off"}`, async ({
      browser,
    }) => {
      const page = await aWindow(browser, javaScript);
      const { faults, look } = looking(javaScript);
      // Runs side by side give the same roles to the same person: only what each sees of its own is looked at.
      const until = `20${40 + languages.indexOf(lang) + (javaScript ? 0 : 4)}-05-01`;
      await signIn(page, lang, "admin@demo.invalid", "admin");
      await page.locator('main a[href$="/admin/people"]').click();
      await look(page);
      await page.locator("#field-q").fill("station-two");
      await page.locator("main search button").press("Enter");
      await expect(page.locator("main tbody tr")).toHaveCount(1);
      await look(page);
      await page.locator("main tbody a").click();
      await look(page);
      const person = page.url();
      await page.locator('main a[href$="/grant"]').click();
      await send(page, "role");
      await expect(page.locator("#field-role")).toHaveAttribute("aria-invalid", "true");
      await look(page);
      await page.locator("#field-role").selectOption("unit");
      const unit = languages.indexOf(lang) % 2 === 0 ? "demo-unit-culture" : "demo-unit-economy";
      await page.locator("#field-organisation").selectOption(unit);
      await page.locator("#field-until").fill(until);
      await send(page, "role");
      await expect(page).toHaveURL(`${person}?saved`);
      await expect(page.locator("main tbody")).toContainText(/20(4\d)/);
      await look(page);
      await page.locator('main a[href$="/end"]').first().click();
      await look(page);
      await page.goto(`${portal()}/${lang}/admin/people?q=admin@demo`);
      await page.locator("main tbody a").click();
      await page.locator('main a[href$="/end"]').click();
      await page.locator("main form button").click();
      await expect(page.locator(".error-summary")).toBeVisible();
      await look(page);
      for (const path of ["organisations", "upkeep"]) {
        await page.goto(`${portal()}/${lang}/admin`);
        await page.locator(`main a[href$="/admin/${path}"]`).click();
        await expect(page.locator("main h1")).toBeVisible();
        await look(page);
      }
      expect(faults).toEqual([]);
      await page.context().close();
    });
