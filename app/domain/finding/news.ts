import type { Localized } from "~/domain/kernel/locale";
import type { Kind, SearchDocument } from "./document";

/** A public thing as it was last changed, for feeds and digests. `updatedAt` is an ISO time in UTC. */
export type News = { kind: Kind; slug: string; names: Localized; excerpt: Localized; updatedAt: string };

export function newsFrom({ kind, slug, names, excerpt, updatedAt }: SearchDocument): News {
  return { kind, slug, names, excerpt, updatedAt };
}

/** Lately changed first; those of one moment in the order they came. */
export function newestFirst(news: readonly News[]): News[] {
  return news.toSorted((one, other) =>
    one.updatedAt === other.updatedAt ? 0 : one.updatedAt < other.updatedAt ? 1 : -1,
  );
}
