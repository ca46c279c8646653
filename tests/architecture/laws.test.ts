import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const all = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((name) => /\.tsx?$/.test(name) && !name.includes("generated"));
const lines = (path: string) => readFileSync(path, "utf8").split("\n").length;

/** Loaders that need no guard: they answer machines, or everybody alike, and know no person. */
const unguarded = /^app\/routes\/(system|api|session)\//;

describe("loaders and actions", () => {
  const routes = all("app/routes").filter((path) => !path.includes(".test."));

  it.each(routes)("%s: plain async functions of at most 20 lines, guard first", (path) => {
    const source = ts.createSourceFile(
      path,
      readFileSync(path, "utf8"),
      ts.ScriptTarget.Latest,
      true,
      ts.ScriptKind.TSX,
    );
    for (const node of source.statements) {
      if (ts.isVariableStatement(node)) {
        const names = node.declarationList.declarations.map((one) => one.name.getText());
        const exported = node.modifiers?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword);
        const alias = node.declarationList.declarations.every(
          (one) => one.initializer && ts.isIdentifier(one.initializer),
        );
        expect(
          exported && !alias && names.some((name) => name === "loader" || name === "action"),
          `${path} wraps its loader`,
        ).toBeFalsy();
      }
      if (!ts.isFunctionDeclaration(node) || !node.body || !["loader", "action"].includes(node.name?.text ?? ""))
        continue;
      const length = node.body.getText().split("\n").length - 2;
      expect(length, `${path} ${node.name?.text} is too long`).toBeLessThanOrEqual(20);
      const first = node.body.statements[0]?.getText() ?? "";
      if (!unguarded.test(path))
        expect(first, `${path} ${node.name?.text}`).toMatch(
          /await (anyone|only|signedIn|proven|onlyProven)\(|localeOf\(/,
        );
    }
  });
});

describe("sizes", () => {
  const files = all("app");
  const sizes = files.map(lines).toSorted((one, other) => one - other);

  it("no file has more than 250 lines", () => {
    expect(files.filter((path) => lines(path) > 250)).toEqual([]);
  });

  it("half of the files have at most 60 lines, nine in ten at most 130", () => {
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(60);
    expect(sizes[Math.floor(sizes.length * 0.9)]).toBeLessThanOrEqual(130);
  });

  it("no folder has more than 20 entries, none is named for nothing", () => {
    const folders = readdirSync("app", { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const folder of folders) {
      const path = join(folder.parentPath, folder.name);
      if (path.includes("generated")) continue;
      expect(folder.name).not.toMatch(/^(utils?|helpers?|lib|common|misc|managers?)$/);
      expect(readdirSync(path).length, path).toBeLessThanOrEqual(20);
    }
  });

  it("the lockfile names no download address", () => {
    expect(readFileSync("package-lock.json", "utf8")).not.toMatch(/"resolved": "https?:/);
    expect(existsSync(".npmrc")).toBe(true);
  });
});
