import { columnsOf } from "~/domain/intake/list";
import type { Person } from "~/domain/kernel/actor";
import { locales, type Locale } from "~/domain/kernel/locale";
import { columns, columnsIn, type Vocabulary } from "~/domain/membership/import/columns";
import { lookAtList, takeList } from "~/domain/membership/import/import.server";
import type { Step } from "~/domain/membership/import/plan";
import { kinds } from "~/domain/membership/member";
import { words } from "~/platform/i18n/i18n";
import { templateOf, type Room } from "./bring-list";
import { named } from "./vocabulary";

/** What the committee may do with a list of members. */
export function membersRoom(actor: Person): Room<Step> {
  return {
    known: (head) => columnsOf(head, columnsIn(vocabulary())).filter(Boolean).length,
    lookAt: (rows) => lookAtList(actor, rows, vocabulary()),
    take: (rows, wish) => takeList(actor, rows, vocabulary(), wish),
  };
}

export function membersTemplate(locale: Locale): Response {
  const t = words(locale, "membership");
  return templateOf(
    columns.map((column) => t(`field.${column}`)),
    t("list.title"),
    "members",
  );
}

let known: Vocabulary | undefined;

/** What columns, kinds and languages are called in the four languages. */
function vocabulary(): Vocabulary {
  known ??= {
    head: named(columns, (locale, column) => words(locale, "membership")(`field.${column}`)),
    kind: named(kinds, (locale, kind) => words(locale, "membership")(`kind.${kind}`)),
    locale: named(locales, (locale, language) => words(locale, "enquiry")(`language.${language}`)),
  };
  return known;
}
