import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx") && !name.endsWith(".test.tsx"))
    .map((name) => join(folder, name));

/** Text that a reader would see: letters between tags, and the attributes that are read out. */
function sentences(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}{2,}/u.test(node.text)) found.push(`${path}: ${node.text.trim()}`);
    if (ts.isJsxAttribute(node) && /^(title|alt|placeholder|aria-label|label)$/.test(node.name.getText())) {
      const value = node.initializer;
      if (value && ts.isStringLiteral(value) && /\p{L}{2,}/u.test(value.text)) found.push(`${path}: ${value.text}`);
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

it("no sentence stands in the code of pages and furniture", () => {
  const all = [...files("app/routes"), ...files("app/ui"), ...files("app/http"), "app/root.tsx"].flatMap(sentences);
  expect(all).toEqual([]);
});
