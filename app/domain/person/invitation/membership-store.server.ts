import type { Prisma } from "~/platform/db/client";
import { isOpen } from "../policy";

/**
 * Gives an account what the committee keeps of its holder, found by the address that the invitation has proven: the
 * memberships that are not over, with the role of a member for as long as each lasts. Gives whose account it is.
 */
export async function takeMemberships(
  tx: Prisma.TransactionClient,
  personId: string,
  email: string,
  at: Date,
): Promise<string> {
  const kept = await tx.membership.findMany({ where: { email, personId: null }, orderBy: { from: "asc" } });
  // What somebody is called who serves others is not the committee's to say.
  const serves = (await tx.grant.count({ where: { personId, role: { not: "member" } } })) > 0;
  for (const { id, from, until, nameLatin } of kept.filter((one) => isOpen(one, at))) {
    const term = { role: "member", from: from > at ? from : at, until };
    const { id: grantId } = await tx.grant.create({ data: { personId, ...term } });
    await tx.membership.update({ where: { id }, data: { personId, grantId } });
    if (!serves) await tx.person.update({ where: { id: personId }, data: { nameLatin } });
  }
  return personId;
}
