import { expect, test, type Page } from "@playwright/test";
import { anAccount, ownPassword } from "../../setup/account";
import { aWindow, languages, linkAfter, looking, portal, send, signIn } from "../../setup/browsing";

/** Fills in what a claim says. */
async function say(page: Page, lang: string, email: string): Promise<void> {
  await page.locator("#field-name").fill("梁測試");
  await page.locator("#field-nameLatin").fill("LEONG Chak Si");
  await page.locator("#field-email").fill(email);
  await page.locator("#field-kind").selectOption("macao");
  await page.locator("#field-session").fill("14");
  await page.locator("#field-locale").selectOption(lang);
  await page.locator('input[name="consent"]').check();
}

test("who says that they are a member confirms it by mail, is checked by the committee, and has their desk; or is told why not, in four languages, with and without JavaScript", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  let link: string | undefined;
  for (const javaScript of [true, false])
    for (const lang of languages) {
      const { faults, look } = looking(javaScript);
      const email = await anAccount(null);
      const [page, clerk] = [await aWindow(browser, javaScript), await aWindow(browser, javaScript)];
      await signIn(clerk, lang, "committee@demo.invalid", "committee/claims");
      for (const verdict of ["decline", "grant"]) {
        await page.goto(`${portal()}/${lang}/membership/claim`);
        await send(page, "email");
        await expect(page.locator("#field-email")).toHaveAttribute("aria-invalid", "true");
        await look(page);
        await say(page, lang, email);
        await send(page, "email");
        await expect(page).toHaveURL(/claim\/asked$/);
        link = await linkAfter(page, lang, link, "membership/claim");
        await page.goto(portal() + link);
        await look(page);
        await page.locator("main form button").first().click();
        await expect(page.locator('main form[action$="/withdrawal"]')).toBeVisible();
        await expect(page.locator("main form")).toHaveCount(1);
        await look(page);
        await clerk.goto(`${portal()}/${lang}/committee/claims`);
        await look(clerk);
        await clerk.locator("main tbody a, main .desk-case").last().click();
        await expect(clerk.locator("main")).toContainText(email);
        await look(clerk);
        if (verdict === "decline") {
          await clerk.locator('main a[href$="/refusal"]').click();
          await look(clerk);
          await send(clerk, "reason");
          await expect(clerk.locator(".error-summary")).toBeVisible();
          await clerk.locator('[name="reason"][value="differs"]').check();
          await send(clerk, "reason");
          await expect(clerk).toHaveURL(/\/committee\/claims/);
        } else {
          await send(clerk, "name");
          await expect(clerk).toHaveURL(/\/committee\/members\/[\w-]+\?added$/);
          await look(clerk);
        }
      }
      const member = clerk.url().replace("?added", "");
      await page.goto(`${portal()}/${lang}/sign-in?to=/${lang}/member`);
      await page.locator("#field-email").first().fill(email);
      await page.locator("#field-password").first().fill(ownPassword);
      await page.locator("#field-password").first().press("Enter");
      await expect(page).toHaveURL(`${portal()}/${lang}/member`);
      await look(page);
      await clerk.goto(`${portal()}/${lang}/committee/members?q=${email}`);
      await expect(clerk.locator("main tbody tr")).toHaveCount(1);
      await look(clerk);
      await clerk.goto(`${member}/end`);
      await look(clerk);
      await send(clerk, "lastDay");
      await expect(clerk).toHaveURL(new RegExp(`${member}\\?`));
      await look(clerk);
      expect(faults).toEqual([]);
      await Promise.all([page.context().close(), clerk.context().close()]);
    }
});
