import { languageTag, type Locale } from "~/domain/kernel/locale";

/** Heads the list: the parts of China, named in our own words. */
const china = ["CN", "HK", "MO", "TW"];
/** Ends the list: a place that it does not have. */
const elsewhere = "ZZ";
/** Named in our own words, as the common table has names here that are not in use in Jiangmen, Hong Kong or Macao. */
const renamed = ["CI", "EG", "KP", "KR", "MM", "PS"];

const countries = (
  "AD AE AF AG AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BN BO BQ BR BS BT BW BY BZ CA CD CF CG CH CI CK CL CM CO CR CU CV CW CY CZ " +
  "DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GF GH GM GN GP GQ GR GT GU GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP " +
  "KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MP MQ MR MT MU MV MW MX MY MZ NA NC NE NG NI " +
  "NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SX SY SZ TD TG " +
  "TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU WS YE YT ZA ZM ZW"
).split(" ");

/** ISO 3166 codes of every country or region that somebody may live in. */
export const regions: readonly string[] = [...china, ...countries, elsewhere];

/** Those whose names stand in our own words, in `locales/`. */
export const ownRegions: readonly string[] = [...china, ...renamed, elsewhere];

/** The name of a country or region in one language. `own` says the names that stand in our own words. */
export function regionName(code: string, locale: Locale, own: (code: string) => string): string {
  return ownRegions.includes(code) ? own(code) : (names(locale).of(code) ?? code);
}

/** All of them by name: China's first, then the rest as the language sorts. */
export function regionOptions(locale: Locale, own: (code: string) => string): { value: string; label: string }[] {
  const option = (value: string) => ({ value, label: regionName(value, locale, own) });
  const order = new Intl.Collator(tag(locale));
  const sorted = countries.map(option).toSorted((one, other) => order.compare(one.label, other.label));
  return [...china.map(option), ...sorted, option(elsewhere)];
}

const known = new Map<Locale, Intl.DisplayNames>();

function names(locale: Locale): Intl.DisplayNames {
  const made = known.get(locale) ?? new Intl.DisplayNames(tag(locale), { type: "region", fallback: "code" });
  known.set(locale, made);
  return made;
}

function tag(locale: Locale): string {
  return locale === "zh-Hant" ? "zh-Hant-HK" : languageTag[locale];
}
