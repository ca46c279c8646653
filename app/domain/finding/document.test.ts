import * as fc from "fast-check";
import { expect, it } from "vitest";
import { documentTokens, searchDocument, standsIn, type Field } from "./document";
import { indexTokens } from "./tokens";

const text = fc.string({
  unit: fc.constantFrom(..."台山臺开平村法律 taishnko'\\", "é", "ｔ", "𠮷", "\n", "·"),
  maxLength: 30,
});
const fields: Field[] = ["names", "labels", "text"];

it("stores each token in the first field that has it: what an engine tells of it is what the document says", () => {
  fc.assert(
    fc.property(text, text, text, text, text, (name, label, word, written, asked) => {
      const same = (one: string) => ({ "zh-Hans": one, "zh-Hant": one, en: one, pt: one });
      const document = searchDocument({
        kind: "project",
        slug: "one",
        names: same(name),
        labels: [{ text: label, kind: "alias" }],
        searchWords: [word],
        text: same(written),
        excerpt: same(""),
        functionCode: null,
        places: ["taishan"],
        year: 2024,
        state: null,
        updatedAt: "2026-01-01T00:00:00.000Z",
        weight: 0.8,
      });
      const stored = documentTokens(document);
      for (const token of indexTokens(`${name} ${label} ${word} ${written} ${asked}`))
        expect(fields.filter((field) => stored[field].includes(token))).toEqual(
          [standsIn(document, token) ?? []].flat(),
        );
    }),
  );
});
