import { expect, test, type Browser, type Page } from "@playwright/test";
import { aWindow, choose, languages, looking, portal, send, signIn } from "../../setup/browsing";

const names = {
  "zh-Hans": "示范渡口修复",
  "zh-Hant": "示範渡口修復",
  en: "Restoration of the demonstration ferry",
  pt: "Restauro do cais de demonstração",
};
type Language = (typeof languages)[number];
const original: Language = "zh-Hans";

/** Where an entry stands besides on its page: lists, search, the names that devices offer, feeds, the site map. */
const waysTo = (lang: Language) => [
  `/${lang}/projects`,
  `/api/v1/search?q=${encodeURIComponent(names[lang])}&limit=50`,
  "/names.txt",
  `/${lang}/feed?q=${encodeURIComponent(names[lang])}`,
  "/sitemap.xml",
];

async function writeText(page: Page, language: Language): Promise<void> {
  await expect(page.locator("#field-name")).toBeVisible();
  await page.locator("#field-name").fill(names[language]);
  await page.locator("#field-summary").fill(`${names[language]} 1`);
  await page.locator("#field-body").fill(`${names[language]} 2\n\n${names[language]} 3`);
  await send(page, "name");
  await expect(page).toHaveURL(/\/editor\/drafts\/GJ-\d{4}-\d{4}\?saved=/);
}

async function aReviewer(
  browser: Browser,
  javaScript: boolean,
  lang: Language,
  who: string,
  path: string,
): Promise<Page> {
  const page = await aWindow(browser, javaScript);
  await signIn(page, lang, `reviewer-${who}@demo.invalid`, path);
  await expect(page.locator('[name="answered"]')).toBeVisible();
  return page;
}

for (const javaScript of [true, false])
  for (const lang of languages)
    test(`an entry from its first words to its withdrawal in ${lang}, JavaScript ${javaScript ? "on" : "off"}`, async ({
      browser,
    }) => {
      const { faults, look } = looking(javaScript);
      const slug = `e2e-${lang.toLowerCase()}-${javaScript ? "on" : "off"}`;
      const publicPage = `${portal()}/${lang}/projects/${slug}`;
      const [editor, translator] = await Promise.all([1, 2].map(() => aWindow(browser, javaScript)));
      if (!editor || !translator) throw new Error("no windows");

      await signIn(editor, lang, "editor@demo.invalid", "editor");
      await look(editor);
      await editor.goto(`${portal()}/${lang}/editor/new`);
      await send(editor, "slug");
      await expect(editor.locator("#field-slug")).toHaveAttribute("aria-invalid", "true");
      await look(editor);
      await editor.locator("#field-kind").selectOption("project");
      await editor.locator("#field-slug").fill(slug);
      await editor.locator("#field-source").selectOption(original);
      await send(editor, "slug");
      await expect(editor.locator("#field-name")).toBeVisible();
      await look(editor);
      await writeText(editor, original);
      await look(editor);
      const path = `editor/drafts/${/GJ-\d{4}-\d{4}/.exec(editor.url())?.[0]}`;

      await signIn(translator, lang, "translator@demo.invalid", path);
      await expect(translator.locator(`a[href$="/text/${original}"]`)).toHaveCount(0);
      for (const language of languages.filter((one) => one !== original)) {
        await translator.locator(`a[href$="/text/${language}"]`).click();
        await expect(translator.locator("#field-name")).toBeVisible();
        await look(translator);
        await writeText(translator, language);
      }

      await editor.goto(`${portal()}/${lang}/${path}/facts`);
      await editor.locator("#field-places").fill("nowhere at all");
      await send(editor, "places");
      await expect(editor.locator("#field-places")).toHaveAttribute("aria-invalid", "true");
      await look(editor);
      await editor.locator("#field-places").fill("taishan");
      await editor.locator("#field-searchWords").fill("試行\nTryout");
      await editor.locator("#field-cited").fill("A demonstration");
      await send(editor, "places");
      await expect(editor).toHaveURL(/\?saved$/);
      await editor.locator('button[value="submit"]').click();
      await expect(editor.locator('button[value="recall"]')).toBeVisible();
      await look(editor);
      expect((await editor.request.get(publicPage)).status()).toBe(404);

      for (const who of ["one", "two", "three"]) {
        const reviewer = await aReviewer(browser, javaScript, lang, who, path);
        await look(reviewer);
        await choose(reviewer, "verdict", who === "three" ? "publish" : "pass");
        await send(reviewer, "verdict");
        await expect(reviewer.locator("#field-answered")).toHaveAttribute("aria-invalid", "true");
        await look(reviewer);
        await reviewer.locator('[name="answered"]').check();
        await send(reviewer, "verdict");
        await expect(reviewer.locator('[name="answered"]')).toHaveCount(0);
      }
      await expect.poll(async () => (await editor.request.get(publicPage)).status()).toBe(200);
      await editor.goto(publicPage);
      await expect(editor.locator("h1")).toHaveText(names[lang]);
      for (const way of waysTo(lang))
        await expect.poll(async () => (await editor.request.get(portal() + way)).text()).toContain(slug);
      await look(editor);

      await editor.goto(`${portal()}/${lang}/editor/entries?kind=initiative`);
      await expect(editor.locator("main .plain-list a").first()).toBeVisible();
      await look(editor);
      await editor.goto(`${portal()}/${lang}/editor/entries/${slug}`);
      await look(editor);
      await editor.locator("#field-words").fill("A demonstration");
      await send(editor, "words");
      await expect(editor.locator('button[value="revive"]')).toBeVisible();
      await look(editor);
      await expect.poll(async () => (await editor.request.get(publicPage)).status()).toBe(404);
      for (const way of waysTo(lang))
        await expect.poll(async () => (await editor.request.get(portal() + way)).text()).not.toContain(slug);
      expect(faults).toEqual([]);
    });

test("what somebody wrote of a draft that was submitted meanwhile is given back to them", async ({ browser }) => {
  const [editor, translator] = await Promise.all([1, 2].map(() => aWindow(browser, false)));
  if (!editor || !translator) throw new Error("no windows");
  await signIn(editor, "en", "editor@demo.invalid", "editor");
  await editor.goto(`${portal()}/en/editor/entries?kind=station`);
  await editor.locator("main .plain-list a").last().click();
  await editor.locator('main form [type="submit"]').first().click();
  await expect(editor.locator('button[value="submit"]')).toBeVisible();
  const path = new URL(editor.url()).pathname.slice("/en/".length);
  await signIn(translator, "en", "translator@demo.invalid", `${path}/text/pt`);
  await editor.locator('button[value="submit"]').click();
  await expect(editor.locator('button[value="recall"]')).toBeVisible();
  for (const name of ["Um nome novo", ""]) {
    await translator.goto(`${portal()}/en/${path}/text/pt`);
    await expect(translator.locator("#field-name")).toHaveCount(0);
    await editor.locator('button[value="recall"]').click();
    await translator.goto(`${portal()}/en/${path}/text/pt`);
    await translator.locator("#field-name").fill(name);
    await translator.locator("#field-summary").fill("Um resumo com que ninguém contava");
    await expect(editor.locator('button[value="submit"]')).toBeVisible();
    await editor.locator('button[value="submit"]').click();
    await expect(editor.locator('button[value="recall"]')).toBeVisible();
    await send(translator, "name");
    await expect(translator.locator("main textarea").filter({ hasText: "ninguém contava" })).toBeVisible();
  }
  await editor.locator('button[value="recall"]').click();
  await editor.locator('button[value="drop"]').click();
  await expect(editor.locator('button[value="drop"]')).toHaveCount(0);
});
