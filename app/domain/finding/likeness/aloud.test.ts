import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blurred, isReading, readAllAloud, soundingLike } from "./aloud";

const aloud = readAllAloud([" 开平碉楼与村落 ", " 新会陈皮 陈皮 chenpi "]);

describe("what is read aloud", () => {
  it.each([
    ["diaolou", "碉楼"],
    ["diulau", "碉楼"],
    ["hoipingdiulau", "开平碉楼"],
    ["chenpi", "陈皮"],
    ["canpei", "陈皮"],
  ])("%s is how %s is read", (spelling, piece) => {
    expect(aloud.get(blurred(spelling))).toContain(piece);
    expect(isReading(piece, spelling)).toBe(true);
  });

  it("takes zh for z, and n for ng, as many who type do: near, and not to the letter", () => {
    expect(aloud.get(blurred("chengpi"))).toEqual(["陈皮"]);
    expect(isReading("陈皮", "chengpi")).toBe(false);
  });

  it("knows what sounds like a piece, and never gives the piece itself", () => {
    expect(soundingLike(aloud, "雕楼")).toEqual(["碉楼"]);
    expect(soundingLike(aloud, "橙皮")).toEqual(["陈皮"]);
    expect(soundingLike(aloud, "陈皮")).toEqual([]);
    expect(soundingLike(aloud, "公路")).toEqual([]);
  });

  it("holds every piece of two to six characters of every run, however the runs are cut", () => {
    const run = fc
      .array(fc.constantFrom(..."开平碉楼村落新会陈皮公证"), { minLength: 2, maxLength: 8 })
      .map((characters) => characters.join(""));
    fc.assert(
      fc.property(run, fc.nat(7), fc.integer({ min: 2, max: 6 }), (text, from, length) => {
        const characters = [...text];
        const piece = characters.slice(from, from + length).join("");
        fc.pre([...piece].length >= 2);
        expect([...readAllAloud([` ${text} `]).values()].flat()).toContain(piece);
      }),
    );
  });
});
