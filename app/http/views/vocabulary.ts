import { spoken } from "~/domain/intake/list";
import { locales, type Locale } from "~/domain/kernel/locale";

/** The codes by what they are called in the four languages, folded; each code is a name of itself. */
export function named<Code extends string>(
  codes: readonly Code[],
  nameOf: (locale: Locale, code: Code) => string,
): ReadonlyMap<string, Code> {
  return new Map(
    codes.flatMap((code) =>
      [code, ...locales.map((locale) => nameOf(locale, code))].map((name) => [spoken(name), code] as const),
    ),
  );
}
