import type { Prisma } from "~/platform/db/client";
import type { scopeOf } from "./policy";
import { handled } from "./suggestion";

/** Only what the scope lets the actor see: no right means not found. */
export function visible({
  authorId,
  units: own = [],
  all,
  handled: each,
}: ReturnType<typeof scopeOf>): Prisma.SuggestionWhereInput {
  const OR: Prisma.SuggestionWhereInput[] = [];
  if (authorId) OR.push({ authorId });
  if (own.length > 0) OR.push({ unitSlug: { in: own } });
  if (all) OR.push({ state: { not: "withdrawn" } });
  if (each) OR.push({ state: { in: [...handled] } });
  return { OR };
}
