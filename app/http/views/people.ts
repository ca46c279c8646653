import { allPeople } from "~/domain/person/people/people.server";
import type { Person } from "~/domain/kernel/actor";
import type { Locale } from "~/domain/kernel/locale";
import { csvResponse } from "~/http/machine/csv";
import { found } from "~/http/refuse";
import { words } from "~/platform/i18n/i18n";

/** The people that a list was narrowed to, as a table to download. */
export async function peopleTable(actor: Person, locale: Locale, query: URLSearchParams): Promise<Response> {
  const people = found(await allPeople(actor, query));
  const t = words(locale, "admin");
  const head = ["name", "email", "language", "roles", "since"].map((column) => t(`people.${column}`));
  return csvResponse(locale, t("people.title"), head, rowsOf(people));
}

async function* rowsOf(people: NonNullable<Awaited<ReturnType<typeof allPeople>>>): AsyncGenerator<unknown[]> {
  for await (const { name, email, locale, grants, createdAt } of people) {
    const roles = grants.map(({ role, organisation }) => (organisation ? `${role} (${organisation})` : role));
    yield [name, email, locale, roles.join("; "), createdAt];
  }
}
