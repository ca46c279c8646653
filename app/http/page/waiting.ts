import type { TFunction } from "i18next";

/** How long to wait, in words: seconds up to two minutes, then minutes up to two hours, then hours; never too few. */
export function waitingWords(t: TFunction, seconds: number): string {
  if (seconds < 120) return t("error:wait.seconds", { count: seconds });
  if (seconds < 7200) return t("error:wait.minutes", { count: Math.ceil(seconds / 60) });
  return t("error:wait.hours", { count: Math.ceil(seconds / 3600) });
}
