import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { aWindow, languages, looking, portal, signIn } from "../../setup/browsing";

for (const javaScript of [true, false])
  for (const lang of languages)
    test(`an auditor finds who signed in and takes the journal along in ${lang}, JavaScript ${javaScript ? "on" : "off"}`, async ({
      browser,
    }) => {
      const { faults, look } = looking(javaScript, "search");
      const page = await aWindow(browser, javaScript);
      await signIn(page, lang, "auditor@demo.invalid", "journal");
      await expect(page.locator(".site-nav-own a").first()).toHaveAttribute("href", `/${lang}/journal`);
      await look(page);

      await page.locator("#field-actor").fill("auditor@demo.invalid");
      await page.locator("#field-verb").selectOption("person.sign_in");
      await page.locator("main search button[type=submit]").press("Enter");
      await expect(page).toHaveURL(/actor=auditor%40demo\.invalid&verb=person\.sign_in/);
      await expect(page.locator("tbody tr").first()).toContainText("演示审计员");
      await expect(page.locator("#field-verb")).toHaveValue("person.sign_in");
      await look(page);

      await page.locator('main button[value="csv"]').press("Enter");
      await expect(page.locator('main a[href$="/file"]')).toBeVisible({ timeout: 15_000 });
      await look(page);
      const download = page.waitForEvent("download");
      await page.locator('main a[href$="/file"]').click();
      const file = await (await download).path();
      const rows = readFileSync(file, "utf8").trimEnd().split("\r\n");
      expect(rows[0]?.startsWith("\uFEFF")).toBe(true);
      expect(rows.slice(1).every((row) => row.includes("person.sign_in,"))).toBe(true);

      await page.goto(`${portal()}/${lang}/journal?from=x`);
      await expect(page.locator("#field-from")).toHaveAttribute("aria-invalid", "true");
      await look(page);
      expect(faults).toEqual([]);

      const member = await aWindow(browser, javaScript);
      await signIn(member, lang, "member-macao@demo.invalid", "member");
      expect((await member.goto(`${portal()}/${lang}/journal`))?.status()).toBe(404);
      for (const one of [page, member]) await one.context().close();
    });
