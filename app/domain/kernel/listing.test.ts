import { describe, expect, it } from "vitest";
import { atPage, sortedBy, wishOf } from "./listing";

const columns = ["name", "since"] as const;
const usual = { by: "name", down: false } as const;
const wish = (query: string, prefix?: string) => wishOf(new URLSearchParams(query), columns, usual, prefix);

describe("what an address asks of a list", () => {
  it.each([
    ["", { words: "", sort: usual, page: 1 }],
    ["q=+Chan%0A&sort=-since&page=3", { words: "Chan", sort: { by: "since", down: true }, page: 3 }],
    ["sort=since", { words: "", sort: { by: "since", down: false }, page: 1 }],
    ["sort=password&page=-1", { words: "", sort: usual, page: 1 }],
    ["sort=--name", { words: "", sort: usual, page: 1 }],
    ["letters_q=x&letters_sort=since", { words: "", sort: usual, page: 1 }],
  ])("%j", (query, found) => {
    expect(wish(query)).toEqual(found);
  });

  it("is another thing for the other list of the same page", () => {
    expect(wish("q=a&letters_q=x&letters_sort=-name&letters_page=2", "letters_")).toEqual({
      words: "x",
      sort: { by: "name", down: true },
      page: 2,
    });
  });
});

describe("the addresses of a list", () => {
  it("order it by a column, turn the order about, and begin at the first page", () => {
    expect(sortedBy("?q=a&page=3", "since", usual)).toBe("?q=a&sort=since");
    expect(sortedBy("?q=a", "name", usual)).toBe("?q=a&sort=-name");
    expect(sortedBy("?sort=-name&letters_page=2", "name", { by: "name", down: true })).toBe(
      "?sort=name&letters_page=2",
    );
  });

  it("turn one list's page and leave the other's", () => {
    expect(atPage("?page=2&letters_page=4", 5, "letters_")).toBe("?page=2&letters_page=5");
  });
});
