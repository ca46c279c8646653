import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { aWindow, languages, looking, portal, send, signIn } from "../../setup/browsing";

for (const javaScript of [true, false])
  for (const lang of languages)
    test(`the committee looks at a list, mends what is wrong in it, and takes it in, in ${lang}, JavaScript ${javaScript ? "on" : "off"}`, async ({
      browser,
    }) => {
      test.setTimeout(120_000);
      const page = await aWindow(browser, javaScript);
      const { faults, look } = looking(javaScript);
      await signIn(page, lang, "committee@demo.invalid", "committee/members");
      await page.locator('main a[href$="/members/import"]').click();
      await look(page);
      const loaded = page.waitForEvent("download");
      await page.locator('main a[href$="/members/template"]').click();
      const bytes = await (await loaded).createReadStream();
      let head = "";
      for await (const piece of bytes) head += String(piece);
      const row = (email: string, session: string) => `梁測試,,${email},macao,${session},,,${lang},2022-01-01,\r\n`;
      const [one, other] = [`${randomUUID()}@example.org`, `${randomUUID()}@example.org`];
      const choose = async (list: string) => {
        const file = { name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(list) };
        await page.locator("#field-file").setInputFiles(file);
        await send(page, "file");
      };
      await choose(head + row(one, "14") + row(other, "2026"));
      await expect(page.locator('main [role="alert"] li')).toHaveCount(1);
      await look(page);
      await choose(head + row(one, "14") + row(other, "14"));
      await expect(page.locator("main tbody tr")).toHaveCount(2);
      await look(page);
      await page.locator('input[name="invites"]').check();
      await send(page, "rows");
      await expect(page).toHaveURL(/members\?added=2&changed=0$/);
      await look(page);
      await page.goto(`${portal()}/${lang}/committee/members?q=${one}`);
      await expect(page.locator("main tbody tr")).toHaveCount(1);
      expect(faults).toEqual([]);
      await page.context().close();
    });
