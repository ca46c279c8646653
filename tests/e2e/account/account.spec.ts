import { expect, test, type Page } from "@playwright/test";
import { codeAt, stepAt } from "~/platform/crypto/totp";
import { anAccount, ownPassword } from "../../setup/account";
import { aWindow, languages, looking, portal, send, wrongWith } from "../../setup/browsing";
import { fromBase32 } from "../../setup/base32";

async function signIn(page: Page, lang: string, email: string, to = ""): Promise<void> {
  await page.goto(`${portal()}/${lang}/sign-in${to && `?to=/${lang}/${to}`}`);
  await page.locator("#field-email").first().fill(email);
  await page.locator("#field-password").first().fill(ownPassword);
  await page.locator("#field-password").first().press("Enter");
}

for (const javaScript of [true, false])
  for (const lang of languages)
    test(`an officer sets up the second step, signs in with it, and ends the other session in ${lang}, JavaScript ${javaScript ? "on" : "off"}`, async ({
      browser,
    }) => {
      const email = await anAccount("unit", "demo-unit-culture");
      const page = await aWindow(browser, javaScript);
      const { faults, look } = looking(javaScript);
      await signIn(page, lang, email, "unit");
      await expect(page).toHaveURL(new RegExp(`/${lang}/account/second-factor\\?to=`));
      await look(page);
      const secret = fromBase32(await page.locator("[data-factor-secret]").innerText());
      await page.locator("#field-code").fill(codeAt(secret, stepAt(new Date())));
      await send(page, "code");
      await expect(page.locator("[data-recovery-codes] li")).toHaveCount(10);
      const recovery = await page.locator("[data-recovery-codes] li").first().innerText();
      await look(page);
      await page.locator("main .form-buttons a").click();
      await expect(page).toHaveURL(`${portal()}/${lang}/unit`);

      const other = await aWindow(browser, javaScript);
      await signIn(other, lang, email, "account");
      await expect(other).toHaveURL(new RegExp(`/${lang}/sign-in/code`));
      await look(other);
      await other.locator("#field-code").fill("000000");
      await send(other, "code");
      await expect(other.locator(".error-summary, [role=alert]").first()).toBeVisible();
      await look(other);
      await other.locator("#field-code").fill(recovery);
      await send(other, "code");
      await expect(other).toHaveURL(`${portal()}/${lang}/account`);
      await expect(other.locator("main tbody tr")).toHaveCount(2);
      await look(other);
      await other.locator(`main form[action$="/other-sessions/end"] button`).click();
      await expect(other.locator("main tbody tr")).toHaveCount(1);
      await page.goto(`${portal()}/${lang}/unit`);
      await expect(page).toHaveURL(/\/sign-in\?to=/);

      await other.goto(`${portal()}/${lang}/account/password`);
      await look(other);
      await other.locator("#field-passwordNow").fill(ownPassword);
      await other.locator("#field-passwordNew").fill("lamplighter ferry orchard");
      await other.locator("#field-passwordAgain").fill("lamplighter ferry orchard");
      await send(other, "passwordNew");
      await expect(other).toHaveURL(`${portal()}/${lang}/account?password`);
      await look(other);
      expect(faults).toEqual([]);
      for (const one of [page, other]) await one.context().close();
    });

test("a passkey is added, opens the account without password or code, once for each question, and is removed", async ({
  browser,
}) => {
  // A passkey is made for a name, and an address in numbers has none.
  const named = portal().replace("127.0.0.1", "localhost");
  const email = await anAccount("member");
  const page = await aWindow(browser);
  const faults: string[] = [];
  const tools = await page.context().newCDPSession(page);
  await tools.send("WebAuthn.enable");
  await tools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`${named}/en/sign-in?to=/en/account/passkeys`);
  await page.locator("#field-email").first().fill(email);
  await page.locator("#field-password").first().fill(ownPassword);
  await page.locator("#field-password").first().press("Enter");
  await expect(page).toHaveURL(`${named}/en/account/passkeys`);
  await page.locator("[data-passkey] button").click();
  await expect(page.locator("main tbody tr")).toHaveCount(1);
  faults.push(...(await wrongWith(page)));

  await page.context().clearCookies();
  await page.goto(`${named}/en/sign-in/passkey?to=/en/account/passkeys`);
  faults.push(...(await wrongWith(page)));
  const sent = page.waitForRequest((request) => request.method() === "POST");
  await page.locator("[data-passkey] button").click();
  const body = (await sent).postData() ?? "";
  await expect(page).toHaveURL(`${named}/en/account/passkeys`);

  const stranger = await (
    await browser.newContext()
  ).request.post(`${named}/en/sign-in/passkey`, {
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    data: body,
    maxRedirects: 0,
  });
  expect(stranger.status()).toBe(422);
  expect(stranger.headers()["set-cookie"] ?? "").not.toContain("qq_session");

  await page.locator(`main form[action$="/end"] button`).click();
  await expect(page.locator("main tbody tr")).toHaveCount(0);
  await page.context().clearCookies();
  await page.goto(`${named}/en/sign-in/passkey`);
  await page.locator("[data-passkey] button").click();
  await expect(page.locator("main .notice")).toBeVisible();
  expect(faults).toEqual([]);
});
