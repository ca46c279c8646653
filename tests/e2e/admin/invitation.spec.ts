import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { anAccount, ownPassword } from "../../setup/account";
import { aWindow, languages, linkAfter, looking, portal, send, signIn } from "../../setup/browsing";

const password = "correct horse battery staple";

// Both look for the newest letter of its kind: one after the other.
test.describe.configure({ mode: "serial" });

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
      await page.locator("#field-role").selectOption("auditor");
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
      await expect(guest).toHaveURL(/account\/second-factor/);
      await look(guest);
      await guest.goto(portal() + link);
      await expect(guest.locator("main form")).toHaveCount(0);
      await look(guest);
      expect(faults).toEqual([]);
      await Promise.all([page.context().close(), guest.context().close()]);
    }
});

test("a head asks a member to join their unit, who takes the role with their account, in four languages, with and without JavaScript", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  let link: string | undefined;
  for (const javaScript of [true, false])
    for (const lang of languages) {
      const email = await anAccount("member");
      const page = await aWindow(browser, javaScript);
      const { faults, look } = looking(javaScript);
      await signIn(page, lang, "unit-head@demo.invalid", "team");
      await look(page);
      await send(page, "email");
      await expect(page.locator("#field-email")).toHaveAttribute("aria-invalid", "true");
      await look(page);
      await page.locator("#field-name").fill("試用");
      await page.locator("#field-email").fill(email);
      await page.locator("#field-locale").selectOption(lang);
      await page.locator("#field-until").fill("2039-12-31");
      await send(page, "email");
      await expect(page).toHaveURL(/team\?sent$/);
      await expect(page.locator("main")).toContainText(email);
      await look(page);
      link = await linkAfter(page, lang, link);
      const theirs = await aWindow(browser, javaScript);
      await theirs.goto(portal() + link);
      await look(theirs);
      await theirs.locator("main .button").click();
      await theirs.locator("#field-email").first().fill(email);
      await theirs.locator("#field-password").first().fill(ownPassword);
      await theirs.locator("#field-password").first().press("Enter");
      await expect(theirs).toHaveURL(portal() + link);
      await look(theirs);
      await theirs.locator("main form button").click();
      await expect(theirs).toHaveURL(`${portal()}/${lang}`);
      await theirs.goto(`${portal()}/${lang}/unit`);
      await expect(theirs).toHaveURL(/\/account\/second-factor/);
      await page.goto(`${portal()}/${lang}/team`);
      const row = page.locator("main tbody tr", { hasText: email });
      await row.getByRole("link").click();
      await expect(page).toHaveURL(/\/team\/[\w-]+\/end$/);
      await look(page);
      await page.locator("main form button").click();
      await expect(page).toHaveURL(/team\?ended$/);
      await expect(page.locator("main")).not.toContainText(email);
      await page.locator("#field-name").fill("試用");
      await page.locator("#field-email").fill(`${randomUUID()}@example.org`);
      await page.locator("#field-locale").selectOption(lang);
      await send(page, "email");
      await page.locator('main form[action*="/team/invitations/"] button').first().click();
      await expect(page).toHaveURL(/team\?taken$/);
      await look(page);
      expect(faults).toEqual([]);
      await Promise.all([page.context().close(), theirs.context().close()]);
    }
});
