import { expect, it } from "vitest";
import { deviceOf, deviceOfCode } from "./device";

const chrome =
  "Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36";

it.each([
  [chrome, "chrome.android"],
  [`${chrome} MicroMessenger/8.0.49`, "wechat.android"],
  [`${chrome} EdgA/126.0`, "edge.android"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile Safari/604.1",
    "safari.iphone",
  ],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:127.0) Gecko/20100101 Firefox/127.0", "firefox.mac"],
  [
    "Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/114 Safari/537.36 HuaweiBrowser/5",
    "huawei.harmony",
  ],
  ["curl/8.5.0", "other.other"],
  [null, "other.other"],
])("%s is known again as %s", (agent, code) => {
  expect(deviceOf(agent)).toBe(code);
  const [browser, system] = code.split(".");
  expect(deviceOfCode(code)).toEqual({ browser, system });
});

it("of a code that nobody wrote nothing is shown", () => {
  expect(deviceOfCode("<b>.<i>")).toEqual({ browser: "other", system: "other" });
  expect(deviceOfCode("")).toEqual({ browser: "other", system: "other" });
});
