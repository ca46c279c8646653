import { expect, test } from "@playwright/test";
import { aWindow, languages, looking, portal, send, signIn } from "../../setup/browsing";

/** A setting of its own for each run, so that runs side by side do not meet. */
const names = [
  ["follows", "links", "taken_up", "invitations"],
  ["messages", "follows_to_one", "links_to_one", "receipts"],
];

const closed = { "zh-Hans": "暂停", "zh-Hant": "暫停", en: "Closed", pt: "Fechado" };

for (const javaScript of [true, false])
  for (const lang of languages)
    test(`a setting is changed from a day on in ${lang}, JavaScript ${javaScript ? "on" : "off"}`, async ({
      browser,
    }) => {
      const page = await aWindow(browser, javaScript);
      const { faults, look } = looking(javaScript);
      const name = names[javaScript ? 0 : 1]?.[languages.indexOf(lang)] ?? "";
      const one = page.locator(`main a[href$="/admin/settings/${name}"]`);

      await signIn(page, lang, "admin@demo.invalid", "admin");
      await page.locator('main a[href$="/admin/settings"]').click();
      await expect(page.locator("main table")).toHaveCount(4);
      await look(page);
      await one.click();
      await expect(page.locator("main table")).toHaveCount(0);
      await look(page);

      const most = (await page.locator("#field-value").getAttribute("max")) ?? "";
      const from = (await page.locator("#field-inForce").inputValue()).replace(
        /^\d{4}/,
        (year) => `${Number(year) + 1}`,
      );
      const later = from.endsWith("02-29") ? from.replace("02-29", "03-01") : from;
      await page.locator("#field-value").fill(`${most}0`);
      await page.locator("#field-source").fill("2026-3");
      await page.locator("#field-inForce").fill(later);
      await send(page, "source");
      await expect(page.locator("#field-value")).toHaveAttribute("aria-invalid", "true");
      await expect(page.locator("#field-source")).toHaveValue("2026-3");
      await look(page);

      await page.locator("#field-value").fill(most);
      await send(page, "source");
      await expect(page).toHaveURL(/\/admin\/settings\?saved$/);
      await expect(page.locator("main [role=status]")).toBeVisible();
      await expect(page.locator(`tr:has(a[href$="/admin/settings/${name}"])`)).toContainText(most);
      await look(page);
      await one.click();
      await expect(page.locator("tbody tr")).toHaveCount(1);
      await expect(page.locator("tbody tr")).toContainText("2026-3");
      await look(page);

      await page.goto(`${portal()}/${lang}/admin/settings`);
      await page.locator('main a[href*="/settings/notices/"]').nth(languages.indexOf(lang)).click();
      await page.locator("#field-textEn").fill("Closed");
      await page.locator("#field-source").fill("2026-4");
      await page.locator("#field-inForce").fill(later);
      await send(page, "source");
      await expect(page.locator("#field-textPt")).toHaveAttribute("aria-invalid", "true");
      await look(page);
      for (const [field, text] of Object.entries({ textHans: "暂停", textHant: "暫停", textPt: "Fechado" }))
        await page.locator(`#field-${field}`).fill(text);
      await send(page, "source");
      await expect(page).toHaveURL(/\/admin\/settings\?saved$/);
      await expect(page.locator("main table").last()).toContainText(closed[lang]);
      await look(page);
      expect(faults).toEqual([]);
      await page.context().close();
    });
