import type { Role } from "~/domain/kernel/actor";
import type { Wish } from "~/domain/kernel/listing";
import type { Locale, Localized } from "~/domain/kernel/locale";
import type { Page } from "~/domain/kernel/page";
import { anywhere, inOrder, pageOf, viewOf, type Listing, type View } from "~/platform/db/listing";
import type { HoldingState } from "./holding";

const columns = {
  name: "p.name",
  role: "g.role",
  organisation: "g.organisation",
  from: 'g."from"',
  until: "g.until",
} as const;
export const sorts = ["name", "role", "organisation", "from", "until"] as const satisfies (keyof typeof columns)[];
export type Search = Wish<(typeof sorts)[number]> & { role: Role | null; state: HoldingState | null };

/** A role that somebody holds, held or will hold. */
export type Holding = {
  id: string;
  personId: string;
  name: string;
  email: string;
  role: Role;
  organisation: string | null;
  names: Localized | null;
  from: Date;
  until: Date | null;
  state: HoldingState;
};

const state = `CASE WHEN g.until <= $4 THEN 'over' WHEN g."from" > $4 THEN 'ahead' ELSE 'valid' END`;

function listing({ words, role, state: wanted, sort }: Search, at: Date): Listing {
  return {
    columns: `g.id, p.id AS "personId", p.name, p.email, g.role, g.organisation, o.names, g."from", g.until, ${state} AS state`,
    from: `"grant" AS g JOIN person AS p ON p.id = g."personId" LEFT JOIN organisation AS o ON o.slug = g.organisation
      WHERE ($1 = '' OR p.name ILIKE $2 OR p.email ILIKE $2 OR p."nameLatin" ILIKE $2 OR g.organisation ILIKE $2
        OR o.names::text ILIKE $2)
      AND ($3::text IS NULL OR g.role = $3) AND ($5::text IS NULL OR ${state} = $5)`,
    order: `${inOrder(columns[sort.by], sort)} NULLS LAST, g.id`,
    values: [words, anywhere(words), role, at, wanted],
  };
}

export function page(search: Search, at: Date): Promise<Page<Holding>> {
  return pageOf<Holding>(listing(search, at), search.page);
}

export function whole(search: Search, at: Date): Promise<View<Holding>> {
  return viewOf<Holding>(listing(search, at));
}

const organisationColumns = { kind: "o.kind", key: "o.slug", holders: "holders" } as const;
export const organisationSorts = ["name", "kind", "key", "holders"] as const;
export type OrganisationSearch = Wish<(typeof organisationSorts)[number]>;

/** An organisation that roles are held for, with how many hold one now. */
export type Listed = { slug: string; kind: string; names: Localized; holders: number; closedAt: Date | null };

function organisationListing({ words, sort }: OrganisationSearch, at: Date, locale: Locale): Listing {
  const by = sort.by === "name" ? `o.names->>'${locale}'` : organisationColumns[sort.by];
  return {
    columns: `o.slug, o.kind, o.names, o.holders, o."closedAt"`,
    from: `(SELECT slug, kind, names, "closedAt", (SELECT count(*)::int FROM "grant" AS g JOIN person AS p ON p.id = g."personId"
        WHERE g.organisation = slug AND p."disabledAt" IS NULL AND g."from" <= $3 AND (g.until IS NULL OR g.until > $3)) AS holders FROM organisation) AS o
      WHERE ($1 = '' OR o.slug ILIKE $2 OR o.names::text ILIKE $2)`,
    order: `${inOrder(by, sort)}, o.slug`,
    values: [words, anywhere(words), at],
  };
}

export function organisationPage(search: OrganisationSearch, at: Date, locale: Locale): Promise<Page<Listed>> {
  return pageOf<Listed>(organisationListing(search, at, locale), search.page);
}

export function allOrganisations(search: OrganisationSearch, at: Date, locale: Locale): Promise<View<Listed>> {
  return viewOf<Listed>(organisationListing(search, at, locale));
}
