import { beforeAll, expect, it } from "vitest";
import { suggestionDocument } from "~/domain/catalogue/suggestion-document";
import { find } from "~/domain/catalogue/finding.server";
import { forgetNames } from "~/domain/catalogue/known.server";
import { documentTokens } from "~/domain/finding/document";
import { engine } from "~/platform/search/choose";
import { freshDatabase } from "../../setup/database";
import { batches, prepared } from "../search/documents";

const many = 450;
const subjects = ["路灯", "碉楼 保护", "路灯 侨乡", "侨乡 青年"];

/** A published suggestion about one of the subjects, in the index. */
function indexed(number: number) {
  const reference = `YJ-2026-${String(number).padStart(4, "0")}`;
  const title = `关于${subjects[number % subjects.length]}的建议`;
  const document = suggestionDocument(
    {
      reference,
      title,
      matter: title,
      measures: title,
      locale: "zh-Hans",
      function: "think-tank",
      placeSlug: null,
      state: "replied",
      year: 2026,
      updatedAt: "2026-01-01T00:00:00.000Z",
    },
    [],
  );
  return prepared(document.key, documentTokens(document), { document });
}

beforeAll(async () => {
  await freshDatabase();
  await engine().rebuild(batches(Array.from({ length: many }, (_, number) => indexed(number))));
  forgetNames();
});

const ask = (text: string, offset: number, limit = 70) => find({ text, locale: "zh-Hans", limit, offset });

it.each([
  ["", many],
  ["路灯", 225],
  ["侨乡", 224],
  ["建议", many],
])("«%s» goes on to its last page, each thing once, as many as it said", async (text, expected) => {
  const { total, more, facets } = await ask(text, 0);
  expect({ total, more, counted: facets.kind }).toEqual({
    total: expected,
    more: false,
    counted: [{ value: "suggestion", count: expected }],
  });
  const slugs: string[] = [];
  for (let offset = 0; offset < total; offset += 70)
    slugs.push(...(await ask(text, offset)).hits.map(({ slug }) => slug));
  expect(new Set(slugs).size).toBe(slugs.length);
  expect(slugs.length).toBe(total);
  expect((await ask(text, total)).hits).toEqual([]);
});
