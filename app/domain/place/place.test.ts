import { expect, it } from "vitest";
import { isSettlement, latinName } from "./place";

it.each([
  ["tái shān", "Taishan"],
  ["xī ān", "Xi'an"],
  ["dà ào", "Da'ao"],
  ["cháng ān", "Chang'an"],
  ["ēn píng", "Enping"],
  ["lǜ yuán", "Luyuan"],
])("%s is written %s: an apostrophe tells where a syllable begins with a vowel", (pinyin, name) => {
  expect(latinName(pinyin)).toBe(name);
});

it("rows that only statistics know, and a prison, are nobody's home", () => {
  expect(["圭峰社区虚拟", "广东省江门监狱", "银湖湾管委会虚拟生活区"].filter(isSettlement)).toEqual([]);
  expect(["圭峰", "工业园区", "水库"].filter(isSettlement)).toHaveLength(3);
});
