import { columnsOf } from "~/domain/intake/list";
import type { Person } from "~/domain/kernel/actor";
import type { Locale } from "~/domain/kernel/locale";
import { lookAtOrganisations, takeOrganisations } from "~/domain/organisation/import/import.server";
import { columns, columnsIn, type Step, type Vocabulary } from "~/domain/organisation/import/plan";
import { kinds } from "~/domain/organisation/organisation";
import { words } from "~/platform/i18n/i18n";
import { templateOf, type Room } from "./bring-list";
import { named } from "./vocabulary";

/** What an administrator may do with a list of organisations. */
export function organisationsRoom(actor: Person): Room<Step> {
  return {
    known: (head) => columnsOf(head, columnsIn(vocabulary())).filter(Boolean).length,
    lookAt: (rows) => lookAtOrganisations(actor, rows, vocabulary()),
    take: (rows, wish) => takeOrganisations(actor, rows, vocabulary(), wish),
  };
}

export function organisationsTemplate(locale: Locale): Response {
  const t = words(locale, "organisation");
  const head = columns.map((column) => t(`field.${column}`));
  return templateOf(head, words(locale, "admin")("organisations.title"), "organisations");
}

let known: Vocabulary | undefined;

/** What columns and kinds are called in the four languages. */
function vocabulary(): Vocabulary {
  known ??= {
    head: named(columns, (locale, column) => words(locale, "organisation")(`field.${column}`)),
    kind: named(kinds, (locale, kind) => words(locale, "admin")(`organisations.kinds.${kind}`)),
  };
  return known;
}
