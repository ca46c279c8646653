import { expect, test, type Page } from "@playwright/test";
import { anAccount, letProofLapse, ownPassword } from "../../setup/account";
import { aWindow, demoPassword, languages, looking, portal, send, signIn } from "../../setup/browsing";

async function enter(page: Page, lang: string, email: string): Promise<void> {
  await page.goto(`${portal()}/${lang}/sign-in?to=/${lang}/account`);
  await page.locator("#field-email").first().fill(email);
  await page.locator("#field-password").first().fill(ownPassword);
  await page.locator("#field-password").first().press("Enter");
}

/** Shows anew who the administrator is. */
async function prove(page: Page): Promise<void> {
  await page.locator("#field-password").fill(demoPassword);
  await send(page, "password");
}

for (const javaScript of [true, false])
  for (const lang of languages)
    test(`somebody's sessions are ended, their account is disabled and opened again, by who has shown who they are, in ${lang}, JavaScript ${javaScript ? "on" : "off"}`, async ({
      browser,
    }) => {
      test.setTimeout(120_000);
      const email = await anAccount("member");
      const [page, theirs] = [await aWindow(browser, javaScript), await aWindow(browser, javaScript)];
      const { faults, look } = looking(javaScript, "search");
      await enter(theirs, lang, email);
      await expect(theirs).toHaveURL(`${portal()}/${lang}/account`);

      await signIn(page, lang, "admin@demo.invalid", "admin/people");
      await page.goto(`${portal()}/${lang}/admin/people?q=${email}`);
      await page.locator("main tbody a").click();
      await expect(page.locator("main h1")).toHaveText("Chan Mei Ling");
      const person = page.url();
      await look(page);
      await letProofLapse(page);
      await page.locator('main form[action$="/sessions"] button').click();
      await expect(page).toHaveURL(/\/account\/proof\?to=/);
      await prove(page);
      await expect(page).toHaveURL(person);
      await page.locator('main form[action$="/sessions"] button').click();
      await expect(page).toHaveURL(`${person}?out`);
      await look(page);
      await theirs.reload();
      await expect(theirs).toHaveURL(/\/sign-in\?to=/);

      await letProofLapse(page);
      await page.locator('main a[href$="/disable"]').click();
      await prove(page);
      await expect(page).toHaveURL(`${person}/disable`);
      await look(page);
      await page.locator("main form button").click();
      await expect(page).toHaveURL(`${person}?disabled`);
      await look(page);
      await enter(theirs, lang, email);
      await expect(theirs.locator(".error-summary, [role=alert]").first()).toBeVisible();
      await page.goto(`${portal()}/${lang}/admin/people?q=${email}`);
      await expect(page.locator("main tbody .badge-warn")).toBeVisible();
      await look(page);
      await page.goto(person);
      await page.locator('main form[action$="/enable"] button').click();
      await expect(page).toHaveURL(`${person}?enabled`);
      await look(page);
      await enter(theirs, lang, email);
      await expect(theirs).toHaveURL(`${portal()}/${lang}/account`);

      await page.locator('main a[href$="/grant"]').click();
      await page.locator("#field-role").selectOption("auditor");
      await page.locator("#field-until").fill("2031-02-03");
      await letProofLapse(page);
      await send(page, "role");
      const proof = page.locator('main a[href$="/account/proof"]');
      await expect(proof).toBeVisible();
      await look(page);
      const opened = page.context().waitForEvent("page");
      await proof.click();
      const tab = await opened;
      await prove(tab);
      await expect(tab).toHaveURL(`${portal()}/${lang}/account`);
      await tab.close();
      await expect(page.locator("#field-until")).toHaveValue("2031-02-03");
      await expect(page.locator("#field-role")).toHaveValue("auditor");
      await send(page, "role");
      await expect(page).toHaveURL(`${person}?saved`);
      expect(faults).toEqual([]);
      await Promise.all([page.context().close(), theirs.context().close()]);
    });
