import { randomUUID } from "node:crypto";
import { expect, test, type Page } from "@playwright/test";
import { anAccount, ownPassword } from "../../setup/account";
import { aWindow, languages, looking, portal } from "../../setup/browsing";

/** Tells the provider who one is, on its own page. */
async function say(page: Page, sub: string): Promise<void> {
  await expect(page).toHaveURL(/\/interaction\//);
  await page.locator('input[name="sub"]').fill(sub);
  await page.locator("button").click();
}

for (const javaScript of [true, false])
  for (const lang of languages)
    test(`a member links an identity of another body, signs in with it, and ends the link, in ${lang}, JavaScript ${javaScript ? "on" : "off"}`, async ({
      browser,
    }) => {
      test.setTimeout(120_000);
      const [email, sub] = [await anAccount("member"), randomUUID()];
      const page = await aWindow(browser, javaScript);
      const { faults, look } = looking(javaScript, "search");
      const home = `${portal()}/${lang}`;
      await page.goto(`${home}/sign-in?to=/${lang}/account`);
      await look(page);
      await page.locator('main a[href*="/sign-in/with/body"]').click();
      await say(page, sub);
      await expect(page).toHaveURL(`${home}/sign-in?sso=unlinked`);
      await look(page);
      await page.goto(`${home}/sign-in?to=/${lang}/account`);
      await page.locator("#field-email").first().fill(email);
      await page.locator("#field-password").first().fill(ownPassword);
      await page.locator("#field-password").first().press("Enter");
      await page.locator('main a[href$="/account/single-sign-on"]').click();
      await look(page);
      // The provider knows them already, and asks nothing.
      await page.locator('main a[href$="/single-sign-on/body/link"]').click();
      await expect(page).toHaveURL(`${home}/account/single-sign-on`);
      await expect(page.locator("main")).toContainText(sub);
      await look(page);
      await page.locator("main form:not([action]) button, main form[action$='single-sign-on'] button").click();
      await expect(page).toHaveURL(`${home}/account/single-sign-on?linked`);
      await look(page);

      const other = await aWindow(browser, javaScript);
      await other.goto(`${home}/sign-in?to=/${lang}/member`);
      await other.locator('main a[href*="/sign-in/with/body"]').click();
      await say(other, sub);
      await expect(other).toHaveURL(`${home}/member`);
      await page.locator('main form[action$="/end"] button').click();
      await expect(page).toHaveURL(`${home}/account/single-sign-on?ended`);
      await expect(page.locator("main tbody tr")).toHaveCount(0);
      expect(faults).toEqual([]);
      await Promise.all([page.context().close(), other.context().close()]);
    });
