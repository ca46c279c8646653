import { lock } from "~/platform/db/lock";
import { z } from "zod";
import { isOpen, meet } from "~/domain/person/policy";
import type { Prisma } from "~/platform/db/client";
import type { Term } from "./member";

const grant = z.object({ id: z.string(), from: z.date(), until: z.date().nullable() });

/** One change of rights at a time, as for every role. */
export async function alone(tx: Prisma.TransactionClient): Promise<void> {
  await lock(tx, "grant");
}

/**
 * Has somebody hold the role of a member for a term, from now on at the earliest: what was held before stays as it was.
 * `grantId` is the role that the membership gave so far. Gives the role's key.
 */
export async function giveRole(
  tx: Prisma.TransactionClient,
  personId: string,
  grantId: string | null,
  term: Term,
  at: Date,
): Promise<string> {
  const wish = { from: term.from > at ? term.from : at, until: term.until };
  const role = { personId, role: "member", organisation: null };
  const rows = z.array(grant).parse(await tx.grant.findMany({ where: role, orderBy: { from: "asc" } }));
  const [held, ...more] = rows.filter((one) => isOpen(one, at) && (one.id === grantId || meet(one, wish)));
  await tx.grant.updateMany({ where: { id: { in: more.map(({ id }) => id) } }, data: { until: at } });
  if (held && (held.from > at || wish.from <= at)) {
    const from = held.from > at ? wish.from : held.from;
    await tx.grant.update({ where: { id: held.id }, data: { from, until: wish.until } });
    return held.id;
  }
  if (held) await tx.grant.update({ where: { id: held.id }, data: { until: at } });
  return (await tx.grant.create({ data: { ...role, ...wish } })).id;
}
