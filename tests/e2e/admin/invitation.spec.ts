import { randomUUID } from "node:crypto";
import { expect, test, type Page } from "@playwright/test";
import { aWindow, languages, looking, portal, send, signIn } from "../../setup/browsing";

const password = "correct horse battery staple";

/** The link of the newest invitation in the outbox, once the worker has sent it. */
async function linkAfter(page: Page, lang: string, before: string | undefined): Promise<string> {
  const newest = async () => {
    await page.goto(`${portal()}/${lang}/outbox`);
    return /\/[\w-]+\/invitation\/[\w-]+/.exec((await page.locator("main").textContent()) ?? "")?.[0];
  };
  await expect.poll(newest, { timeout: 15_000 }).not.toBe(before);
  return (await newest()) ?? "";
}

test("somebody is invited, chooses a password and is in, in four languages, with and without JavaScript", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  let link: string | undefined;
  for (const javaScript of [true, false])
    for (const lang of languages) {
      const page = await aWindow(browser, javaScript);
      const { faults, look } = looking(javaScript);
      await signIn(page, lang, "admin@demo.invalid", "admin/people");
      await page.locator('main a[href$="/invitations"]').click();
      await send(page, "email");
      await expect(page.locator("#field-email")).toHaveAttribute("aria-invalid", "true");
      await look(page);
      await page.locator("#field-name").fill("试用");
      await page.locator("#field-email").fill(`${randomUUID()}@example.org`);
      await page.locator("#field-locale").selectOption(lang);
      await page.locator("#field-role").selectOption("member");
      await send(page, "email");
      await expect(page).toHaveURL(/invitations\?sent$/);
      await look(page);
      link = await linkAfter(page, lang, link);
      expect(link).toContain(`/${lang}/`);
      const guest = await aWindow(browser, javaScript);
      await guest.goto(portal() + link);
      await look(guest);
      await guest.locator("#field-passwordNew").fill("short");
      await guest.locator("#field-passwordAgain").fill("short");
      await send(guest, "passwordNew");
      await expect(guest.locator("#field-passwordNew")).toHaveAttribute("aria-invalid", "true");
      await look(guest);
      await guest.locator("#field-passwordNew").fill(password);
      await guest.locator("#field-passwordAgain").fill(password);
      await send(guest, "passwordNew");
      await expect(guest).toHaveURL(`${portal()}/${lang}`);
      await guest.goto(`${portal()}/${lang}/member`);
      await expect(guest.locator("main h1")).toBeVisible();
      await guest.goto(portal() + link);
      await expect(guest.locator("main form")).toHaveCount(0);
      await look(guest);
      expect(faults).toEqual([]);
      await Promise.all([page.context().close(), guest.context().close()]);
    }
});
