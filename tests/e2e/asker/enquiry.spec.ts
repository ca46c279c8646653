import { expect, test, type Page } from "@playwright/test";
import { aWindow, choose, languages, looking, portal, send, signIn } from "../../setup/browsing";

const questions = {
  "zh-Hans": "我父亲在巴拿马去世，台山有一间祖屋，请问继承要准备什么材料？",
  "zh-Hant": "家父在巴拿馬去世，台山有一間祖屋，請問繼承要準備什麼材料？",
  en: "My father died in Panama and left a house in Taishan. What papers does the succession need?",
  pt: "O meu pai faleceu no Panamá e deixou uma casa em Taishan. Que documentos exige a sucessão?",
};

async function ask(page: Page, lang: keyof typeof questions): Promise<{ code: string; reference: string }> {
  await page.goto(`${portal()}/${lang}/ask`);
  await page.locator("#field-topic").selectOption({ index: 1 });
  await page.locator("#field-place").selectOption("taishan");
  await page.locator("#field-region").selectOption("PA");
  await choose(page, "nationality", "foreign");
  await page.locator("#field-text").fill(questions[lang]);
  await page.locator("#field-consent").check();
  await page.locator('main form:has([name="consent"]) button').dblclick();
  await expect(page).toHaveURL(`${portal()}/${lang}/ask/receipt`);
  const code = (await page.locator("[data-receipt-code]").innerText()).trim();
  const reference = /ZX-\d{4}-\d{4,}/.exec(await page.locator("main").innerText())?.[0] ?? "";
  return { code, reference };
}

for (const javaScript of [true, false])
  for (const lang of languages)
    test(`an enquiry from the question to the answer and its erasure in ${lang}, JavaScript ${javaScript ? "on" : "off"}`, async ({
      browser,
    }) => {
      const [asker, staff] = await Promise.all([1, 2].map(() => aWindow(browser, javaScript)));
      if (!asker || !staff) throw new Error("no windows");
      const { faults, look } = looking(javaScript);
      const { code, reference } = await ask(asker, lang);
      await look(asker);
      await asker.reload();
      await expect(asker.locator("main")).not.toContainText(code);
      await look(asker);

      await signIn(staff, lang, "station-one@demo.invalid", "station");
      await expect(staff.locator("main")).not.toContainText(questions[lang]);
      await look(staff);
      await staff.goto(`${portal()}/${lang}/station/enquiries/${reference}`);
      await expect(staff.locator("main")).not.toContainText(questions[lang]);
      await look(staff);
      await staff.locator('main form[action$="/claim"] button').click();
      await expect(staff.locator("main")).toContainText(questions[lang]);
      await look(staff);
      await staff.goto(`${portal()}/${lang}/station/enquiries/${reference}/answer`);
      await look(staff);
      await staff.locator("#field-text").fill(`${questions[lang]} ✓`);
      await send(staff, "text");
      await expect(staff).toHaveURL(`${portal()}/${lang}/station/enquiries/${reference}`);

      await asker.goto(`${portal()}/${lang}/ask/return`);
      await asker.locator("#field-code").fill("AAAA-BBBB-CCCC");
      await send(asker, "code");
      await expect(asker.locator("#field-code")).toHaveAttribute("aria-invalid", "true");
      await expect(asker.locator("#field-code")).toHaveValue("AAAA-BBBB-CCCC");
      await look(asker);
      await asker.locator("#field-code").fill(` ${code.toLowerCase()} `);
      await send(asker, "code");
      await expect(asker).toHaveURL(`${portal()}/${lang}/ask/case`);
      await expect(asker.locator("main")).toContainText("✓");
      await look(asker);
      await asker.locator("#field-text").fill(`${questions[lang]} 2`);
      await send(asker, "text");
      await expect(asker.locator("main")).toContainText(`${questions[lang]} 2`);
      await asker.locator('main form[action$="/solved"] button').click();
      await expect(asker.locator('main form[action$="/solved"]')).toHaveCount(0);
      await look(asker);
      await asker.goto(`${portal()}/${lang}/ask/case/erasure`);
      await look(asker);
      await asker.locator("main form .button-danger").click();
      await expect(asker).toHaveURL(`${portal()}/${lang}/ask/erased`);
      await look(asker);
      await asker.goto(`${portal()}/${lang}/ask/case`);
      await expect(asker).toHaveURL(`${portal()}/${lang}/ask/return`);
      expect(faults).toEqual([]);
      for (const page of [asker, staff]) await page.context().close();
    });

test("an enquiry is asked by keyboard alone; what is missing is said first, and nothing is lost", async ({
  browser,
}) => {
  const page = await aWindow(browser);
  await page.goto(`${portal()}/en/ask`);
  await page.locator("#field-text").focus();
  await page.keyboard.type(questions.en);
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator(".error-summary")).toBeFocused();
  await expect(page.locator("#field-text")).toHaveValue(questions.en);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#field-topic$/);
  await page.locator("#field-topic").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Pan");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.locator("#field-consent").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-receipt-code]")).toBeVisible();
  await page.context().close();
});
