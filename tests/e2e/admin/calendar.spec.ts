import { expect, test } from "@playwright/test";
import { aWindow, choose, languages, looking, portal, send, signIn } from "../../setup/browsing";

/** A Tuesday of its own for each run, so that runs side by side do not meet. */
const tuesdays = [
  "2027-07-06",
  "2027-07-13",
  "2027-07-20",
  "2027-07-27",
  "2027-08-03",
  "2027-08-10",
  "2027-08-17",
  "2027-08-24",
];

for (const javaScript of [true, false])
  for (const lang of languages)
    test(`a day is added, changed, made ordinary again and imported in ${lang}, JavaScript ${javaScript ? "on" : "off"}`, async ({
      browser,
    }) => {
      const page = await aWindow(browser, javaScript);
      const { faults, look } = looking(javaScript);
      const day = tuesdays[languages.indexOf(lang) + (javaScript ? 0 : 4)] ?? "";
      const dayPage = `${portal()}/${lang}/admin/calendar/hongkong/${day}`;
      const row = () => page.locator(`tbody tr:has(a[href$="/hongkong/${day}"])`);

      await signIn(page, lang, "admin@demo.invalid", "admin");
      await look(page);
      await page.locator('main a[href$="/admin/calendar"]').click();
      await look(page);
      await page.locator('main a[href*="region=hongkong"]').click();
      await page.locator('main a[href*="year=2027"]').click();
      await expect(page.locator(".badge-unconfirmed").first()).toBeVisible();
      await page.locator('main a[href$="/hongkong/new"]').click();
      await send(page, "source");
      await expect(page.locator("#field-source")).toHaveAttribute("aria-invalid", "true");
      await look(page);
      await page.locator("#field-day").fill(day);
      await page.locator("#field-name").selectOption("other");
      await page.locator("details summary").last().click();
      for (const [name, text] of [
        ["nameHans", "台风"],
        ["nameHant", "颱風"],
        ["nameEn", "Typhoon"],
        ["namePt", "Tufão"],
      ] as const)
        await page.locator(`#field-${name}`).fill(text);
      await page.locator("#field-source").fill("LN 1 of 2027");
      await send(page, "source");
      await expect(page).toHaveURL(/region=hongkong&year=2027&saved$/);
      await expect(page.locator("main [role=status]")).toBeVisible();
      await expect(row()).toContainText({ "zh-Hans": "台风", "zh-Hant": "颱風", en: "Typhoon", pt: "Tufão" }[lang]);
      await look(page);

      await row().locator("a").click();
      await expect(page).toHaveURL(dayPage);
      await choose(page, "kind", "worked");
      await page.locator("#field-source").fill("LN 2 of 2027");
      await send(page, "source");
      await expect(page.locator("#field-kind")).toHaveClass(/field-wrong/);
      await look(page);
      await page.goto(dayPage);
      await page.locator('main a[href$="/removal"]').click();
      await look(page);
      await page.locator("#field-source").fill("LN 3 of 2027");
      await send(page, "source");
      await expect(page).toHaveURL(/&saved$/);
      await page.goto(dayPage);
      await expect(page.locator("tbody tr")).toHaveCount(2);
      await look(page);

      await page.goto(`${portal()}/${lang}/admin/calendar/import?region=hongkong`);
      const bring = async (text: string) => {
        const buffer = Buffer.from(text);
        await page.locator("#field-file").setInputFiles({ name: "2027.json", mimeType: "application/json", buffer });
        await page.locator("#field-source").fill("LN 4 of 2027");
        await send(page, "file");
      };
      await bring(
        JSON.stringify([
          { day, name: "x" },
          { day: "2027-02-30", name: "x" },
        ]),
      );
      await expect(page.locator("main [role=alert]")).toContainText("2027-02-30");
      await look(page);
      await bring(JSON.stringify([{ day, name: "Christmas Day" }]));
      await expect(page.locator("main tbody tr")).toHaveCount(1);
      await look(page);
      await page.locator('main form:has(input[name="step"][value="take"]) button').click();
      await expect(page).toHaveURL(/region=hongkong&year=2027&saved$/);
      await page.goto(dayPage);
      await expect(page.locator("tbody tr")).toHaveCount(3);
      expect(faults).toEqual([]);
      await page.context().close();
    });
