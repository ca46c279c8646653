import type { Localized } from "~/domain/kernel/locale";

/** What an organisation is; roles are held for the first three. */
export const kinds = ["committee", "unit", "station", "liaison_group", "studio"] as const;
export type Kind = (typeof kinds)[number];

/** An organisation, below `parent` or at the top. Closed, it takes no new work and nobody holds a role for it. */
export type Organisation = {
  slug: string;
  kind: Kind;
  names: Localized;
  parent: string | null;
  email: string | null;
  phone: string | null;
  closedAt: Date | null;
  version: number;
};

export type Profile = Pick<Organisation, "names" | "parent" | "email" | "phone">;
export type New = Profile & Pick<Organisation, "slug" | "kind">;

/** Whether two profiles say the same. */
export function isAlike(one: Profile, other: Profile): boolean {
  const said = ({ names, parent, email, phone }: Profile) =>
    JSON.stringify([names["zh-Hans"], names["zh-Hant"], names.en, names.pt, parent, email, phone]);
  return said(one) === said(other);
}

/** Whether an organisation would stand below itself if `parent` were above it. */
export function isCircle(
  slug: string,
  parent: string | null,
  all: readonly Pick<Organisation, "slug" | "parent">[],
): boolean {
  const above = new Map(all.map((one) => [one.slug, one.parent]));
  const seen = new Set<string>();
  for (let at = parent; at !== null && !seen.has(at); at = above.get(at) ?? null) {
    if (at === slug) return true;
    seen.add(at);
  }
  return false;
}

/** Those from the top to this one, without it: where it stands in the tree. */
export function pathOf<One extends Pick<Organisation, "slug" | "parent">>(one: One, all: readonly One[]): One[] {
  const path: One[] = [];
  for (let at = one.parent; at !== null && path.length < all.length;) {
    const above = all.find(({ slug }) => slug === at);
    if (!above || path.includes(above)) break;
    path.unshift(above);
    at = above.parent;
  }
  return path;
}
