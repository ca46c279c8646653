import { languageTag, type Locale } from "~/domain/kernel/locale";

/** Where the portal's readers live: each time zone with the country or region that it is offered under. */
const zones = [
  ["MO", "Asia/Macau"],
  ["HK", "Asia/Hong_Kong"],
  ["CN", "Asia/Shanghai"],
  ["TW", "Asia/Taipei"],
  ["SG", "Asia/Singapore"],
  ["MY", "Asia/Kuala_Lumpur"],
  ["TH", "Asia/Bangkok"],
  ["VN", "Asia/Ho_Chi_Minh"],
  ["ID", "Asia/Jakarta"],
  ["PH", "Asia/Manila"],
  ["JP", "Asia/Tokyo"],
  ["AE", "Asia/Dubai"],
  ["PT", "Europe/Lisbon"],
  ["GB", "Europe/London"],
  ["FR", "Europe/Paris"],
  ["ES", "Europe/Madrid"],
  ["IT", "Europe/Rome"],
  ["DE", "Europe/Berlin"],
  ["NL", "Europe/Amsterdam"],
  ["US", "America/New_York"],
  ["US", "America/Chicago"],
  ["US", "America/Denver"],
  ["US", "America/Los_Angeles"],
  ["US", "Pacific/Honolulu"],
  ["CA", "America/Toronto"],
  ["CA", "America/Vancouver"],
  ["MX", "America/Mexico_City"],
  ["CU", "America/Havana"],
  ["PA", "America/Panama"],
  ["PE", "America/Lima"],
  ["VE", "America/Caracas"],
  ["BR", "America/Sao_Paulo"],
  ["AU", "Australia/Sydney"],
  ["AU", "Australia/Melbourne"],
  ["AU", "Australia/Perth"],
  ["NZ", "Pacific/Auckland"],
  ["FJ", "Pacific/Fiji"],
  ["ZA", "Africa/Johannesburg"],
  ["MU", "Indian/Mauritius"],
  ["AO", "Africa/Luanda"],
  ["MZ", "Africa/Maputo"],
] as const;

/**
 * The time zones as choices of a form: the country as `nameOf` names it, and the zone in the reader's language, as it is
 * reckoned at `at`: countries have changed from one to another.
 */
export function zoneOptions(
  locale: Locale,
  at: Date,
  nameOf: (country: string) => string,
): { value: string; label: string }[] {
  const tag = languageTag[locale];
  return zones.map(([country, zone]) => {
    const parts = new Intl.DateTimeFormat(tag, { timeZone: zone, timeZoneName: "longGeneric" }).formatToParts(at);
    const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
    return { value: zone, label: `${nameOf(country)} · ${name}` };
  });
}
