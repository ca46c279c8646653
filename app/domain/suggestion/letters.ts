import { isLocale, type Locale } from "~/domain/kernel/locale";
import type { Suggestion, Verb } from "./suggestion";

/** Whom a letter goes to, and at which desk they read on. */
export type Reader = { id: string; email: string; locale: string };
type Desk = "member" | "committee" | "unit" | "supervision";
export type Told = { reader: Reader; desk: Desk; template: string; toDesk?: boolean };

/** The letter to the author about each step that somebody else takes. */
export const toAuthor: Partial<Record<Verb, string>> = {
  take: "moved",
  return: "returned",
  refuse: "not_taken",
  assign: "assigned_member",
  accept: "moved",
  ask_back: "moved",
  supervise: "moved",
  reply: "replied",
  publish: "moved",
  unpublish: "moved",
};

/** Steps after which it is the committee's turn. */
export const toCommittee: readonly (Verb | "submit")[] = ["submit", "revise", "ask_back"];

/** A letter as the outbox takes it: a number and a link, nothing that a person wrote. */
export function letterOf(
  { reference, version }: Pick<Suggestion, "reference" | "version">,
  { reader, desk, template, toDesk }: Told,
  portal: string,
) {
  const locale: Locale = isLocale(reader.locale) ? reader.locale : "zh-Hans";
  const own = `${portal}/${locale}/${desk}`;
  return {
    dedupeKey: `${reference}:${version}:${template}:${reader.id}`,
    recipient: reader.email,
    locale,
    template,
    params: { reference, link: toDesk ? own : `${own}/suggestions/${reference}` },
  };
}
