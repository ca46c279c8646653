import { inLieu } from "~/domain/calendar/calendar";
import { readYear } from "~/domain/calendar/desk.server";
import type { Lists } from "~/domain/export/making.server";
import { now } from "~/platform/clock";
import { words } from "~/platform/i18n/i18n";
import { taken } from "./taken";

/** A year of a calendar. It is read at once, as the page does: a year has no more days. */
export const days: Lists["days"] = async (actor, query, locale) => {
  const t = words(locale, "calendar");
  const found = await readYear(actor, query);
  if (!found) return null;
  const nameOf = (name: (typeof found.days)[number]["name"]) => {
    if (typeof name !== "string") return name[locale];
    if (name === "") return "";
    return name.startsWith(inLieu) ? t("inLieu", { name: t(`name.${name.slice(inLieu.length)}`) }) : t(`name.${name}`);
  };
  const view = { at: now(), total: found.days.length, rows: found.days, close: async () => {} };
  return taken(view, {
    part: "admin",
    deed: "calendar.table",
    title: `${t(`region.${found.region}`)} ${found.year}`,
    head: ["day", "kind", "name", "source", "inForce", "confirmed"].map((column) => t(`column.${column}`)),
    cells: ({ day, kind, name, source, inForce, confirmed }) => [
      day,
      t(`kind.${kind}`),
      nameOf(name),
      source,
      inForce ?? t("always"),
      t(confirmed ? "confirmedMark" : "unconfirmed.mark"),
    ],
    particulars: { region: found.region, year: String(found.year) },
  });
};
