import { href } from "~/paths";
import type { Locale } from "~/domain/kernel/locale";

/** The path that a form or link asks to go to next: only one of this portal's own pages, else the home page. */
export function localPath(wish: FormDataEntryValue | null, locale: Locale): string {
  const fine = typeof wish === "string" && /^\/(zh-Hans|zh-Hant|en|pt)(\/[\w\-./]*)?$/.test(wish) && !wish.includes("//");
  return fine ? wish : href(locale, "home");
}
