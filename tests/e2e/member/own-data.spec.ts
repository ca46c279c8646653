import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { aWindow, languages, looking, portal, signIn } from "../../setup/browsing";

// One after another: they are about one account.
test.describe.configure({ mode: "default" });

for (const javaScript of [true, false])
  for (const lang of languages)
    test(`a member sees, takes along and asks to erase what is theirs, and thinks better of it, in ${lang}, JavaScript ${javaScript ? "on" : "off"}`, async ({
      browser,
    }) => {
      const { faults, look } = looking(javaScript);
      const page = await aWindow(browser, javaScript);
      await signIn(page, lang, "member-hongkong@demo.invalid", "my-data");
      await expect(page.locator("main")).toContainText("member-hongkong@demo.invalid");
      await look(page);

      const download = page.waitForEvent("download");
      await page.locator(`main a[href$="/my-data/export"]`).click();
      const archive = readFileSync(await (await download).path()).toString("latin1");
      expect(archive.startsWith("PK")).toBe(true);
      expect(archive).toContain("my-data.json");

      const keep = page.locator(`form[action$="/my-data/erasure/undo"] button`);
      await page.locator(`main a[href$="/my-data/erasure"]`).click();
      await look(page);
      await page.locator("main form button").click();
      await expect(page).toHaveURL(`${portal()}/${lang}/my-data`);
      await expect(keep).toBeVisible();
      await look(page);
      await keep.click();
      await expect(page.locator(`main a[href$="/my-data/erasure"]`)).toBeVisible();
      expect(faults).toEqual([]);
      await page.context().close();
    });
