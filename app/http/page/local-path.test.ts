import { describe, expect, it } from "vitest";
import { localPath } from "./local-path";

describe("the address to go to next", () => {
  it.each(["/en", "/zh-Hant/suggestions/SG-1", "/pt/search?q=%E5%8F%B0%E5%B1%B1&page=2", "/en/places/%E5%8F%B0"])(
    "%s is one of ours",
    (wish) => {
      expect(localPath(wish, "en")).toBe(wish);
    },
  );

  it.each([
    "https://example.org/en",
    "//example.org/en",
    "/en//example.org",
    "/\\example.org",
    "/en\\..\\x",
    "/en/x\r\nSet-Cookie: a=b",
    "/fr/x",
    "/english",
    "",
    null,
  ])("%s is not", (wish) => {
    expect(localPath(wish, "en")).toBe("/en");
  });
});
