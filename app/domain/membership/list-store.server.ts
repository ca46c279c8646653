import { fold } from "~/domain/finding/fold";
import type { Wish } from "~/domain/kernel/listing";
import type { Page } from "~/domain/kernel/page";
import { anywhere, inOrder, pageOf, viewOf, type Listing, type View } from "~/platform/db/listing";
import type { Kind, Membership, State } from "./member";

/** By which columns members are listed, and what the database calls them. */
const columns = {
  name: "m.name",
  kind: "m.kind",
  session: "m.session",
  email: "m.email",
  since: 'm."createdAt"',
} as const;
export const sorts = ["name", "kind", "session", "email", "since"] as const satisfies (keyof typeof columns)[];
export type Search = Wish<(typeof sorts)[number]> & { kind: Kind | null; state: State | null };

/** A membership in a list, with how it stands. */
export type Listed = Membership & { state: State };

/** As `stateOf` says. */
const state = `CASE WHEN m.until <= $4 OR m.until <= m."from" THEN 'over' WHEN m."personId" IS NULL THEN 'waiting'
  WHEN m."from" > $4 THEN 'ahead' ELSE 'valid' END`;

function listing({ words, kind, state: wanted, sort }: Search, at: Date): Listing {
  const parts = fold(words).split(/\s+/).filter(Boolean).map(anywhere);
  return {
    columns: `m.id, m.email, m."personId", m.name, m."nameLatin", m.locale, m.kind, m.session, m.sector, m."liaisonGroup",
      m."from", m.until, m.version, m."createdAt", ${state} AS state`,
    from: `membership AS m WHERE m.folded LIKE ALL ($1::text[]) AND ($2::text IS NULL OR m.kind = $2)
      AND ($3::text IS NULL OR ${state} = $3)`,
    order: `${inOrder(columns[sort.by], sort)}, m.id`,
    values: [parts, kind, wanted, at],
  };
}

export function page(search: Search, at: Date): Promise<Page<Listed>> {
  return pageOf<Listed>(listing(search, at), search.page);
}

/** All of them, as they are at one moment. */
export function whole(search: Search, at: Date): Promise<View<Listed>> {
  return viewOf<Listed>(listing(search, at));
}
