import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

type Tree = { [key: string]: string | Tree };
const suffix = /_(zero|one|two|few|many|other)$/;
const namespaces = readdirSync("locales/zh-Hans").map((name) => name.replace(".json", ""));

function keysOf(tree: Tree, path = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key;
    return typeof value === "string" ? [here.replace(suffix, "")] : keysOf(value, here);
  });
}
/** Every key of every namespace, as `namespace:key`. */
const known = new Set(
  namespaces.flatMap((name) =>
    keysOf(JSON.parse(readFileSync(join("locales", "zh-Hans", `${name}.json`), "utf8"))).map((key) => `${name}:${key}`),
  ),
);

/** What a call asks for: a key as it is written, or one whose middle is only known when it runs. */
type Asked = { head: string; tail: string | null; line: number };

function askedIn(node: ts.Expression, line: number): Asked[] {
  if (ts.isStringLiteralLike(node)) return [{ head: node.text, tail: null, line }];
  if (ts.isTemplateExpression(node))
    return [{ head: node.head.text, tail: node.templateSpans.at(-1)?.literal.text ?? "", line }];
  if (ts.isConditionalExpression(node)) return [...askedIn(node.whenTrue, line), ...askedIn(node.whenFalse, line)];
  return ts.isParenthesizedExpression(node) ? askedIn(node.expression, line) : [];
}

/** Where a file looks for its keys: namespaces, each with the part of a key that it leaves out. */
function placesOf(call: string): string[] {
  const [, before = ""] = /keyPrefix: "([^"]+)"/.exec(call) ?? [];
  const names = [...call.replace(/keyPrefix: "[^"]+"/, "").matchAll(/"([a-z]+)"/g)].map(([, name]) => name);
  return names.map((name) => `${name}:${before && `${before}.`}`);
}

function read(path: string): { asked: Asked[]; own: string[] } {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const [asked, own]: [Asked[], string[]] = [[], []];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const name = node.expression.getText();
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const [first] = node.arguments;
      if (first && (name === "t" || name === "language")) asked.push(...askedIn(first, line));
      if (name === "titleOf" && node.arguments[1]) asked.push(...askedIn(node.arguments[1], line));
      if (name === "useTranslation" || name === "words") own.push(...placesOf(node.getText()));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { asked, own };
}

const files = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !/generated|\.test\./.test(path))
  .map((path) => join("app", path));

/** Whether words stand for what is asked, in its own namespace or in one that its file names. */
function stands({ head, tail }: Asked, own: readonly string[]): boolean {
  const places = head.includes(":") ? [head] : own.map((place) => place + head);
  return places.some((place) =>
    tail === null ? known.has(place) : [...known].some((key) => key.startsWith(place) && key.endsWith(tail)),
  );
}

describe("every word that a page asks for", () => {
  it("stands in the languages' files", () => {
    const missing = files.flatMap((path) => {
      const { asked, own } = read(path);
      // A file that is handed its words by another names no namespace: there any will do.
      const places = own.length > 0 ? own : namespaces.map((name) => `${name}:`);
      return asked.filter((one) => !stands(one, places)).map((one) => `${path}:${one.line} ${one.head}…`);
    });
    expect(missing).toEqual([]);
  });

  it("is found by this test at all", () => {
    const count = files.reduce((sum, path) => sum + read(path).asked.length, 0);
    expect(count).toBeGreaterThan(900);
    expect(stands({ head: "admin:people.nobody", tail: null, line: 1 }, [])).toBe(false);
    expect(stands({ head: "nothing.", tail: "", line: 1 }, ["admin:"])).toBe(false);
  });
});
