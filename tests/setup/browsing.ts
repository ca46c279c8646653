import { expect, type Browser, type Page } from "@playwright/test";
import { faultsOf } from "./axe";

export const portal = () => process.env.PORTAL ?? "";
export const languages = ["zh-Hans", "zh-Hant", "en", "pt"] as const;
export const demoPassword = "qiaoqiao-demo";

/** A window of its own for somebody, on a phone of 360 pixels, with or without JavaScript. */
export async function aWindow(browser: Browser, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } });
  return context.newPage();
}

/** Signs in through the form as one of the accounts to try the portal with. */
export async function signIn(page: Page, lang: string, email: string, to: string): Promise<void> {
  await page.goto(`${portal()}/${lang}/${to}`);
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await page.locator("#field-email").first().fill(email);
  await page.locator("#field-password").first().fill(demoPassword);
  await page.locator("#field-password").first().press("Enter");
  await expect(page).toHaveURL(`${portal()}/${lang}/${to}`);
}

/** The newest link of its kind in the outbox, once the worker has sent the letter: another one than before. */
export async function linkAfter(
  page: Page,
  lang: string,
  before: string | undefined,
  kind: "invitation" | "membership/claim" = "invitation",
): Promise<string> {
  const link = new RegExp(`/[\\w-]+/${kind}/[\\w-]+`);
  const newest = async () => {
    await page.goto(`${portal()}/${lang}/outbox`);
    return link.exec((await page.locator("main").textContent()) ?? "")?.[0];
  };
  await expect.poll(newest, { timeout: 15_000 }).not.toBe(before);
  return (await newest()) ?? "";
}

/** Chooses one of a few, by its value: the words differ by language. */
export async function choose(page: Page, name: string, value: string): Promise<void> {
  await page.locator(`input[name="${name}"][value="${value}"]`).check();
}

/** Sends the form in which this field stands. */
export async function send(page: Page, field: string): Promise<void> {
  await page.locator(`main form:has([name="${field}"]) button[type="submit"]`).last().click();
}

/** What is wrong with a page for somebody on a phone or with a screen reader. Axe needs JavaScript. */
export async function wrongWith(page: Page, axe = true): Promise<string[]> {
  const faults = axe ? await faultsOf(page) : [];
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  const most = page.viewportSize()?.width ?? 0;
  return width > most ? [...faults, `${width} pixels wide`] : faults;
}

/**
 * Looks at pages on somebody's way, and gathers what is wrong with any of them, each with where it was: its path, or, of a
 * page that is told apart by it alone, its query.
 */
export function looking(axe: boolean, where: "pathname" | "search" = "pathname") {
  const faults: string[] = [];
  const look = async (page: Page) => {
    for (const fault of await wrongWith(page, axe)) faults.push(`${new URL(page.url())[where]} ${fault}`);
  };
  return { faults, look };
}
