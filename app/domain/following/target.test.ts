import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paramsOf, targetOf } from "./target";

const read = (query: string | Record<string, string>) => targetOf(new URLSearchParams(query));

describe("what is followed", () => {
  it("is named by the same parameters always, whatever an address says", () => {
    const values = fc.record(
      {
        q: fc.string({ unit: "binary", maxLength: 300 }),
        kind: fc.constantFrom("place", "nonsense", "", "a b", "constructor"),
        function: fc.constantFrom("think-tank", "zz"),
        place: fc.constantFrom("taishan", "../x", "nowhere"),
        state: fc.constantFrom("replied", "planned", "submitted", "xyz"),
        year: fc.constantFrom("2022", "22", "x", "0022", "0x7E8", "2e3"),
        record: fc.constantFrom("place:taishan", "place:", "none:x", "proposal:../../etc"),
        other: fc.string(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(values, (some) => {
        const target = read(some);
        if (target) expect(read(paramsOf(target).toString())).toEqual(target);
      }),
    );
  });

  it("is a record, or a search by words and filters; nothing is neither", () => {
    expect(read({ record: "place:taishan" })).toEqual({ what: "record", kind: "place", slug: "taishan" });
    expect(read("q=+a&kind=suggestion&function=think-tank&place=taishan&year=2022&state=rehandling")).toEqual({
      what: "search",
      query: "a",
      kind: "suggestion",
      function: "think-tank",
      place: "taishan",
      year: 2022,
      state: "rehandling",
    });
    for (const nothing of ["", "q=++", "page=2", "record=place:../x", "record=secret:x"])
      expect(read(nothing)).toBeNull();
  });

  it("passes over filters that there are not", () => {
    expect(read("q=a&kind=foo&function=zz&state=xyz&year=0022&place=..")).toEqual({ what: "search", query: "a" });
    expect(read("kind=foo&function=zz&state=submitted")).toBeNull();
  });
});
