import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { soundDistance, soundsOf } from "./sound";

const far = 9;
const unlike = (one: string, other: string) => soundDistance(soundsOf(one), soundsOf(other), far);

describe("sounds", () => {
  it.each([
    ["toyshan", "toisan", "laanshan"],
    ["hoyping", "hoiping", "sunwui"],
    ["kwonghoy", "gwonghoi", "kaiping"],
    ["szeyap", "siyup", "hokshan"],
    ["hoisan", "toisan", "kongmun"],
  ])("%s sounds more like %s than like %s", (spelling, like, other) => {
    expect(unlike(spelling, like)).toBeLessThan(1);
    expect(unlike(spelling, like)).toBeLessThan(unlike(spelling, other));
  });

  it("reads the j of jyutping as others write y", () => {
    expect(soundsOf("janping", "jyutping")).toBe(soundsOf("yanping"));
  });

  it("is a distance: nothing to itself, the same both ways", () => {
    const spelling = fc.string({ unit: fc.constantFrom(..."aeioubghjklmnpstwy"), maxLength: 12 });
    fc.assert(
      fc.property(spelling, spelling, (one, other) => {
        expect(unlike(one, one)).toBe(0);
        expect(unlike(one, other)).toBeCloseTo(unlike(other, one), 9);
      }),
    );
  });
});
