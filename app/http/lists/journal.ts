import type { Lists } from "~/domain/export/making.server";
import { exportJournal } from "~/domain/journal/journal.server";
import { searchOf } from "~/http/views/journal";
import { words } from "~/platform/i18n/i18n";
import { taken } from "./taken";

/** The columns of the journal taken along, keys of `journal:column`. */
const columns = [
  "seq",
  "at",
  "name",
  "actor",
  "part",
  "verb",
  "reference",
  "network",
  "country",
  "particulars",
  "hash",
] as const;

export const journal: Lists["journal"] = async (actor, query, locale) => {
  const t = words(locale, "journal");
  const head = columns.map((name) => t(`column.${name}`));
  const { search, faults } = searchOf(query);
  const found = Object.keys(faults).length > 0 ? null : await exportJournal(actor, search);
  if (!found) return null;
  return taken(found.view, {
    part: "auditor",
    deed: "journal.export",
    title: t("title"),
    head,
    cells: ({ seq, at, name, actorId, part, verb, reference, network, country, particulars, hash }) => {
      const codes = Object.entries(particulars).map((pair) => pair.join("="));
      return [seq, at, name, actorId, t(`part.${part}`), verb, reference, network, country, codes.join(" "), hash];
    },
    particulars: found.codes,
  });
};
