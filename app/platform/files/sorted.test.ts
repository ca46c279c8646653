import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { hasLine, linesAcross } from "./sorted";

const folder = mkdtempSync(join(tmpdir(), "qq-sorted-"));
const path = join(folder, "list.txt");
afterAll(() => rmSync(folder, { recursive: true }));

const digest = fc.stringMatching(/^[0-9A-F]{6}$/);
const ending = fc.constantFrom("", ":1", ":12345678");

describe("a file of lines in order", () => {
  it("has a line exactly when it is among them, whatever follows it, wherever it stands, and however lines end", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(digest, { maxLength: 60 }),
        fc.array(digest, { maxLength: 10 }),
        fc.infiniteStream(ending),
        fc.constantFrom("\n", "\r\n"),
        fc.boolean(),
        async (all, others, endings, sign, ends) => {
          const lines = all.toSorted().map((line) => line + String(endings.next().value));
          writeFileSync(path, lines.join(sign) + (ends && lines.length > 0 ? sign : ""));
          for (const one of [...all, ...others]) expect(await hasLine(path, one)).toBe(all.includes(one));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is looked across from its first line to its last, and refused where a line is too long", async () => {
    writeFileSync(path, Array.from({ length: 1000 }, (_, at) => String(at).padStart(6, "0")).join("\n"));
    const lines = await linesAcross(path, 10);
    expect([lines[0], lines.at(-1)?.slice(0, 3), lines]).toEqual(["000000", "000", lines.toSorted()]);
    writeFileSync(path, "x".repeat(4000));
    await expect(hasLine(path, "x")).rejects.toThrow(/too long/);
  });
});
