import { brotliCompressSync, constants } from "node:zlib";
import { chromium } from "@playwright/test";
import { packedNames } from "~/domain/catalogue/known.server";

/** The bytes of the file of names, as browsers fetch it. */
export async function namesFile(): Promise<{ plain: number; brotli: number }> {
  const plain = Buffer.from(await packedNames());
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } };
  return { plain: plain.length, brotli: brotliCompressSync(plain, best).length };
}

/** What each keystroke of these texts costs the page, in milliseconds, in a real browser slowed down six times. */
export async function keystrokes(port: number, texts: string[]): Promise<number[]> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/en/search`);
    const box = page.locator("main input[data-suggest]").first();
    await box.focus();
    await box.fill("tai");
    await page.locator('[role="option"]').first().waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
    return await box.evaluate(async (input: HTMLInputElement, all) => {
      const times: number[] = [];
      for (const text of all) {
        for (let length = 1; length <= text.length; length += 1) {
          input.value = text.slice(0, length);
          const began = performance.now();
          input.dispatchEvent(new Event("input", { bubbles: true }));
          // The page answers in a few steps of the event's own task; drawing what changed is the browser's.
          for (let step = 0; step < 20; step += 1) await Promise.resolve();
          times.push(performance.now() - began);
          await new Promise((done) => requestAnimationFrame(done));
        }
      }
      return times;
    }, texts);
  } finally {
    await browser.close();
  }
}
