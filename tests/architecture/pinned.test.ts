import { readFileSync } from "node:fs";
import { parseWithZod, getZodConstraint } from "@conform-to/zod/v4";
import { describe, expect, it } from "vitest";
import { z } from "zod";

type Package = { version: string; license?: string; dev?: boolean };
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Package> };
const wanted = JSON.parse(readFileSync("package.json", "utf8")) as Record<string, Record<string, string>>;

/** Licences under which what runs may be given on, with ours or beside it. */
const free =
  /^\(?(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|CC-BY-3\.0|CC-BY-4\.0|Python-2\.0|EPL-2\.0)( (AND|OR|and) |\)|$)/;
/** MIT, as their own files say; the lockfile says nothing. */
const unsaid = new Set(["eval", "format", "require-like", "seq-queue"]);

describe("what the portal is built from", () => {
  it("is named to the last digit", () => {
    const loose = Object.entries({ ...wanted.dependencies, ...wanted.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it("may be given on", () => {
    const others = Object.entries(packages).filter(
      ([path, { license, dev }]) =>
        path !== "" && !dev && !free.test(license ?? "") && !unsaid.has(path.replace(/^.*node_modules\//, "")),
    );
    expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  it("keeps what forms tell browsers of their fields: with other versions of zod limits and patterns get lost", () => {
    const schema = z.object({
      title: z.string().min(4).max(60),
      day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
      note: z.string().optional(),
    });
    expect(getZodConstraint(schema)).toMatchObject({
      title: { required: true, minLength: 4, maxLength: 60 },
      day: { required: true, pattern: expect.stringContaining("\\d{4}-\\d{2}-\\d{2}") },
      note: { required: false },
    });
    const form = new FormData();
    form.set("title", "abc");
    form.set("day", "soon");
    const sent = parseWithZod(form, { schema });
    expect(Object.keys(sent.status === "error" ? (sent.error ?? {}) : {}).toSorted()).toEqual(["day", "title"]);
  });
});
