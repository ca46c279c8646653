import { useLocation } from "@remix-run/react";
import type { Locale } from "~/domain/kernel/locale";
import { localeOfPath } from "./language";

/** The language of the page being made. */
export function useLocale(): Locale {
  return localeOfPath(useLocation().pathname);
}
