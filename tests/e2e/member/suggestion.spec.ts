import { expect, test, type Page } from "@playwright/test";
import { aWindow, choose, languages, looking, portal, send, signIn, wrongWith } from "../../setup/browsing";

const texts = {
  "zh-Hans": "台山碉楼的夜间照明",
  "zh-Hant": "開平碉樓的夜間照明",
  en: "Lighting of the watchtowers at night",
  pt: "Iluminação noturna das torres",
};

async function write(page: Page, lang: keyof typeof texts): Promise<string> {
  await page.locator("#field-locale").selectOption(lang);
  await page.locator("#field-title").fill(texts[lang]);
  await page.locator("#field-matter").fill(`${texts[lang]} 1`);
  await page.locator("#field-analysis").fill(`${texts[lang]} 2`);
  await page.locator("#field-measures").fill(`${texts[lang]} 3`);
  await page.locator("#field-function").selectOption({ index: 1 });
  await page.locator("#field-placeSlug").selectOption("kaiping");
  await page.locator("#field-publishable").check();
  const buffer = Buffer.from("%PDF-1.4 plan");
  await page.locator('input[name="files"]').setInputFiles({ name: "plan.pdf", mimeType: "application/pdf", buffer });
  await send(page, "title");
  await expect(page).toHaveURL(/\/member\/suggestions\/YJ-\d{4}-\d{4}\?received$/);
  return /YJ-\d{4}-\d{4}/.exec(page.url())?.[0] ?? "";
}

for (const javaScript of [true, false])
  for (const lang of languages)
    test(`a suggestion from submission to a rated, published reply in ${lang}, JavaScript ${javaScript ? "on" : "off"}`, async ({
      browser,
    }) => {
      const windows = await Promise.all([1, 2, 3, 4].map(() => aWindow(browser, javaScript)));
      const [member, committee, unit, supervision] = windows;
      if (!member || !committee || !unit || !supervision) throw new Error("no windows");
      const { faults, look } = looking(javaScript);
      await signIn(member, lang, "member-macao@demo.invalid", "member/suggestions/new");
      await look(member);
      const reference = await write(member, lang);
      await look(member);

      await signIn(committee, lang, "committee@demo.invalid", `committee/suggestions/${reference}`);
      await look(committee);
      await choose(committee, "verdict", "take");
      await send(committee, "verdict");
      await committee.locator("#field-unit").selectOption("demo-unit-culture");
      await send(committee, "unit");
      await expect(committee.locator("#field-unit")).toHaveCount(0);
      await look(committee);
      await committee.goto(`${portal()}/${lang}/committee`);
      await expect(committee.getByRole("link", { name: reference })).toBeVisible();
      await look(committee);

      await signIn(supervision, lang, "supervision@demo.invalid", "supervision");
      await look(supervision);
      await supervision.getByRole("link", { name: reference }).click();
      await expect(supervision.locator("#field-words")).toBeVisible();
      await look(supervision);
      await supervision.locator("#field-words").fill(`${texts[lang]} !`);
      await send(supervision, "words");
      await expect(supervision.locator(".steps li")).toHaveCount(4);
      await expect(supervision.locator(".steps li").last()).toContainText("!");
      await look(supervision);

      await signIn(unit, lang, "unit-culture@demo.invalid", "unit");
      await look(unit);
      await unit.getByRole("link", { name: reference }).click();
      await choose(unit, "verdict", "accept");
      await send(unit, "verdict");
      await look(unit);
      await send(unit, "text");
      await expect(unit.locator("#field-text")).toHaveAttribute("aria-invalid", "true");
      await look(unit);
      await unit.locator("#field-text").fill(`${texts[lang]} ✓`);
      await choose(unit, "class", "A");
      await send(unit, "text");
      await expect(unit.locator("#field-text")).toHaveCount(0);

      await member.goto(`${portal()}/${lang}/member/suggestions/${reference}`);
      await expect(member.locator("#reply")).toContainText("✓");
      await expect(member.locator(".steps li")).toHaveCount(6);
      await look(member);
      await choose(member, "rating", "satisfied");
      await send(member, "rating");
      await expect(member.locator(".steps li")).toHaveCount(7);
      await look(member);

      await committee.goto(`${portal()}/${lang}/committee/suggestions/${reference}`);
      await send(committee, "verdict");
      const reader = await aWindow(browser, javaScript);
      await reader.goto(`${portal()}/${lang}/suggestions/${reference}`);
      await expect(reader.locator("h1")).toHaveText(texts[lang]);
      await expect(reader.locator("main")).not.toContainText("演示委員");
      await look(reader);
      expect(faults).toEqual([]);
      for (const page of [member, committee, unit, reader]) await page.context().close();
    });

for (const lang of languages)
  test(`a lead is sent by keyboard alone and reaches the committee in ${lang}`, async ({ browser }) => {
    const giver = await aWindow(browser);
    await giver.goto(`${portal()}/${lang}/suggest`);
    await giver.locator("#field-name").focus();
    for (const value of ["Mei Test", "mei@example.org", "Lisboa", "路灯 street lights"]) {
      await giver.keyboard.type(value);
      await giver.keyboard.press("Tab");
    }
    await giver.keyboard.press("Space");
    await giver.keyboard.press("Tab");
    await giver.keyboard.press("Enter");
    await expect(giver).toHaveURL(`${portal()}/${lang}/suggest/received`);
    const reference = /XS-\d{4}-\d{4}/.exec(await giver.locator("main").innerText())?.[0] ?? "";
    expect(await wrongWith(giver)).toEqual([]);
    await giver.reload();
    await expect(giver.locator("main")).not.toContainText(reference);

    const committee = await aWindow(browser);
    await signIn(committee, lang, "committee@demo.invalid", "committee/leads");
    expect(await wrongWith(committee)).toEqual([]);
    await committee.getByRole("link", { name: reference }).click();
    await expect(committee.locator("main")).toContainText("mei@example.org");
    expect(await wrongWith(committee)).toEqual([]);
    await committee.locator("main form button").click();
    await expect(committee).toHaveURL(`${portal()}/${lang}/committee/leads`);
    for (const page of [giver, committee]) await page.context().close();
  });
