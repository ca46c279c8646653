import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { aWindow, languages, looking, portal, send, signIn } from "../../setup/browsing";

for (const javaScript of [true, false])
  for (const lang of languages)
    test(`a unit is added, changed and closed, in ${lang}, JavaScript ${javaScript ? "on" : "off"}`, async ({
      browser,
    }) => {
      test.setTimeout(120_000);
      const page = await aWindow(browser, javaScript);
      const { faults, look } = looking(javaScript);
      const key = `unit-${randomUUID().slice(0, 8)}`;
      await signIn(page, lang, "admin@demo.invalid", "admin/organisations");
      await page.locator('main a[href$="/organisations/new"]').click();
      await send(page, "slug");
      await expect(page.locator("#field-slug")).toHaveAttribute("aria-invalid", "true");
      await look(page);
      await page.locator("#field-slug").fill(key);
      await page.locator("#field-kind").selectOption("unit");
      for (const name of ["nameHans", "nameHant", "nameEn", "namePt"])
        await page.locator(`#field-${name}`).fill(`試 ${key}`);
      await page.locator("#field-parent").selectOption("demo-committee");
      await send(page, "slug");
      await expect(page).toHaveURL(`${portal()}/${lang}/admin/organisations/${key}?saved`);
      await look(page);
      await page.locator("#field-phone").fill("ring me");
      await send(page, "phone");
      await expect(page.locator("#field-phone")).toHaveAttribute("aria-invalid", "true");
      await page.locator("#field-phone").fill("+86 750 123 4567");
      await send(page, "phone");
      await expect(page).toHaveURL(/\?saved$/);
      await expect(page.locator("main")).toContainText("+86 750 123 4567");
      await page.locator('main a[href$="/end"]').click();
      await expect(page).toHaveURL(/\/end$/);
      await look(page);
      await page.locator("main form button").click();
      await expect(page).toHaveURL(`${portal()}/${lang}/admin/organisations/${key}?saved`);
      await expect(page.locator("main form")).toHaveCount(0);
      await look(page);
      await page.goto(`${portal()}/${lang}/admin/organisations?q=${key}`);
      await expect(page.locator("main tbody .badge")).toBeVisible();
      await look(page);
      await page.goto(`${portal()}/${lang}/admin/organisations`);
      await page.locator('main a[href$="/organisations/import"]').click();
      const row = (kind: string) => `${key}-b,${kind},局,局,Bureau,Direcção\r\n`;
      for (const kind of ["empire", "unit"]) {
        const list = `slug,kind,nameHans,nameHant,nameEn,namePt\r\n${row(kind)}`;
        const file = { name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(list) };
        await page.locator("#field-file").setInputFiles(file);
        await send(page, "file");
        await expect(page.locator(kind === "unit" ? "main tbody tr" : 'main [role="alert"] li')).toHaveCount(1);
        await look(page);
      }
      await send(page, "rows");
      await expect(page).toHaveURL(/organisations\?added=1&changed=0$/);
      await look(page);
      expect(faults).toEqual([]);
      await page.context().close();
    });
