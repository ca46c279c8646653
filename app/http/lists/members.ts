import { chinaDay } from "~/domain/calendar/days";
import type { Lists } from "~/domain/export/making.server";
import { allMembers } from "~/domain/membership/desk.server";
import { columns } from "~/domain/membership/import/columns";
import { lastDayOf } from "~/domain/membership/member";
import { words } from "~/platform/i18n/i18n";
import { taken } from "./taken";

/** What a table of members says, in the order of its columns: those of an import come first, under the same heads. */
const cellNames = [...columns, "state"] as const;

export const members: Lists["members"] = async (actor, query, locale) => {
  const found = await allMembers(actor, query);
  if (!found) return null;
  const [t, language] = [words(locale, "membership"), words(locale, "enquiry")];
  return taken(found.view, {
    part: "committee",
    deed: "membership.table",
    title: t("list.title"),
    head: cellNames.map((column) => t(`field.${column}`)),
    cells: (one) => {
      const said = {
        ...one,
        kind: t(`kind.${one.kind}`),
        locale: language(`language.${one.locale}`),
        from: chinaDay(one.from),
        until: lastDayOf(one),
        state: t(`state.${one.state}`),
      };
      return cellNames.map((column) => said[column]);
    },
    particulars: { kind: found.search.kind, state: found.search.state },
  });
};
