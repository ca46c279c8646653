import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { consents } from "~/domain/privacy/consent";
import { locales } from "~/domain/kernel/locale";

/** The words of each version, in all languages, as people agreed to them. A changed text needs a new version here. */
const agreed: Record<string, string> = {
  "enquiry 1": "d80a202f2d196a0e",
  "lead 1": "188b9ccbd98035ba",
  "claim 1": "44b44df7d1edfe86",
  "follower 1": "fb6123c7fe6235f6",
  "suggestion 1": "653a384dfc06315e",
};

function wordsOf(key: string): string {
  const [namespace = "", path = ""] = key.split(":");
  return locales
    .map((locale) => {
      let tree: unknown = JSON.parse(readFileSync(`locales/${locale}/${namespace}.json`, "utf8"));
      for (const name of path.split(".")) tree = (tree as Record<string, unknown>)[name];
      return String(tree);
    })
    .join("\n");
}

it.each(Object.entries(consents))(
  "whoever agrees to %s agrees to words of a version that is written down",
  (subject, { version, text }) => {
    const digest = createHash("sha256").update(wordsOf(text)).digest("hex").slice(0, 16);
    expect(digest).toBe(agreed[`${subject} ${version}`]);
  },
);
