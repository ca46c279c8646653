import type { Lists } from "~/domain/export/making.server";
import type { Locale } from "~/domain/kernel/locale";
import { allHoldings, allOrganisations } from "~/domain/person/people/holding.server";
import { allInvitations } from "~/domain/person/invitation/invitation.server";
import { allPeople } from "~/domain/person/people/people.server";
import { words } from "~/platform/i18n/i18n";
import { taken } from "./taken";

const noted = { part: "admin", deed: "person.table" } as const;

function wordsOf(locale: Locale) {
  const [t, role] = [words(locale, "admin"), words(locale, "session")];
  return { t, roleName: (one: string | null) => (one ? role(`role.${one}`) : "") };
}

export const people: Lists["people"] = async (actor, query, locale) => {
  const { t, roleName } = wordsOf(locale);
  const head = ["name", "email", "language", "roles", "since", "disabled"].map((column) => t(`people.${column}`));
  const found = await allPeople(actor, query);
  if (!found) return null;
  return taken(found.view, {
    ...noted,
    title: t("people.title"),
    head,
    cells: ({ name, email, locale: language, grants, createdAt, disabledAt }) => {
      const roles = grants.map(({ role, organisation }) =>
        organisation ? `${roleName(role)} (${organisation})` : roleName(role),
      );
      return [name, email, language, roles.join("; "), createdAt, disabledAt];
    },
    particulars: { role: found.search.role },
  });
};

export const grants: Lists["grants"] = async (actor, query, locale) => {
  const { t, roleName } = wordsOf(locale);
  const columns = ["role", "organisation", "from", "until", "state"].map((column) => t(`person.${column}`));
  const head = [t("people.name"), t("people.email"), ...columns];
  const found = await allHoldings(actor, query);
  if (!found) return null;
  return taken(found.view, {
    ...noted,
    title: t("grants.title"),
    head,
    cells: ({ name, email, role, organisation, names, from, until, state }) => [
      name,
      email,
      roleName(role),
      names?.[locale] ?? organisation,
      from,
      until,
      t(`person.${state}`),
    ],
    particulars: { role: found.search.role, state: found.search.state },
  });
};

export const invitations: Lists["invitations"] = async (actor, query, locale) => {
  const { t, roleName } = wordsOf(locale);
  const head = [t("people.name"), t("people.email"), t("grant.role"), t("grant.organisation"), t("invite.until")];
  const view = await allInvitations(actor, query);
  if (!view) return null;
  return taken(view, {
    ...noted,
    title: t("invite.open"),
    head,
    cells: ({ name, email, role, organisation, expiresAt }) => [name, email, roleName(role), organisation, expiresAt],
  });
};

export const organisations: Lists["organisations"] = async (actor, query, locale) => {
  const { t } = wordsOf(locale);
  const head = ["name", "kind", "key", "holders"].map((column) => t(`organisations.${column}`));
  const view = await allOrganisations(actor, query, locale);
  if (!view) return null;
  return taken(view, {
    ...noted,
    title: t("organisations.title"),
    head,
    cells: ({ slug, kind, names, holders }) => [names[locale], t(`organisations.kinds.${kind}`), slug, holders],
  });
};
