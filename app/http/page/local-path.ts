import { href } from "~/paths";
import type { Locale } from "~/domain/kernel/locale";

const ownPage = /^\/(zh-Hans|zh-Hant|en|pt)(\/[\w\-.~%]+)*(\?[\w\-.~%=&+*,:]*)?$/;

/** The address that a form or link asks to go to next: only one of this portal's own pages, else `otherwise`. */
export function localPath(wish: FormDataEntryValue | null, locale: Locale, otherwise = href(locale, "home")): string {
  return typeof wish === "string" && ownPage.test(wish) ? wish : otherwise;
}
