import { chromium } from "@playwright/test";
const base = process.env.BASE ?? "http://127.0.0.1:4600";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const shots = [
  ["zh-Hans", "search?q=" + encodeURIComponent("开平律师"), 390, true],
  ["zh-Hant", "search?q=" + encodeURIComponent("關姓 赤坎"), 1280, true],
  ["en", "search?q=" + encodeURIComponent("diu1 lau4"), 390, false],
  ["pt", "search?q=" + encodeURIComponent("família Chan de San Vui"), 1280, false],
  ["zh-Hant", "places/chikan", 390, true],
  ["en", "places/kaiping-diaolou", 1280, true],
  ["pt", "places/taishan", 390, false],
  ["zh-Hans", "surnames/mei", 1280, true],
];
for (const [lang, path, width, js] of shots) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, javaScriptEnabled: js });
  await page.goto(`${base}/${lang}/${path}`);
  const wide = js ? await page.evaluate(() => document.documentElement.scrollWidth) : "-";
  const name = `${lang}-${path.replace(/[^a-z]/gi, "").slice(0, 14)}-${width}`;
  await page.screenshot({ path: `/tmp/shots/${name}.png` });
  console.log(name, wide);
  await page.close();
}
await browser.close();
