const browsers = [
  ["wechat", /MicroMessenger/],
  ["qq", /\bM?QQBrowser|\bQQ\//],
  ["huawei", /HuaweiBrowser/],
  ["samsung", /SamsungBrowser/],
  ["edge", /\bEdg(e|A|iOS)?\//],
  ["opera", /\bOPR\/|Opera/],
  ["firefox", /Firefox|FxiOS/],
  ["chrome", /Chrome|CriOS/],
  ["safari", /Safari/],
] as const;

const systems = [
  ["iphone", /iPhone/],
  ["ipad", /iPad/],
  ["harmony", /HarmonyOS|OpenHarmony/],
  ["android", /Android/],
  ["windows", /Windows/],
  ["mac", /Macintosh/],
  ["chromeos", /CrOS/],
  ["linux", /Linux|X11/],
] as const;

export type Device = { browser: string; system: string };

const one = (list: readonly (readonly [string, RegExp])[], text: string) =>
  list.find(([, pattern]) => pattern.test(text))?.[0] ?? "other";

/** The browser and system that a `User-Agent` names, as a code to keep: enough to know one's own device again, no more. */
export function deviceOf(userAgent: string | null): string {
  const text = userAgent ?? "";
  return `${one(browsers, text)}.${one(systems, text)}`;
}

/** What the code says; unknown parts are `other`. */
export function deviceOfCode(code: string): Device {
  const [browser = "", system = ""] = code.split(".");
  return {
    browser: browsers.some(([name]) => name === browser) ? browser : "other",
    system: systems.some(([name]) => name === system) ? system : "other",
  };
}
