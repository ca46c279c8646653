import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fill } from "./fill";

describe("a template", () => {
  it("takes each value as it is, whatever places, keys and signs stand in it", () => {
    const part = fc.oneof(fc.string(), fc.constantFrom("{{link}}", "{{list}}", "{{", "}}", "$t(footer)", "$&", "$1"));
    const value = fc.array(part).map((parts) => parts.join(""));
    fc.assert(
      fc.property(value, value, (list, link) => {
        expect(fill("{{list}}\n\nEnd it:\n{{link}} {{link}}", { list, link })).toBe(
          `${list}\n\nEnd it:\n${link} ${link}`,
        );
      }),
    );
  });

  it("leaves the place of a value empty that is not there", () => {
    expect(fill("[{{none}}]", {})).toBe("[]");
  });
});
