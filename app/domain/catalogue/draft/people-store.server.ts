import { db } from "~/platform/db/client";
import type { Reader } from "./letters";
import { desk } from "./policy";

/** Everybody who works on drafts at this moment. */
export async function readers(at: Date): Promise<Reader[]> {
  const valid = {
    role: { in: [...desk] },
    from: { lte: at },
    OR: [{ until: null }, { until: { gt: at } }],
  };
  const rows = await db().person.findMany({
    where: { disabledAt: null, grants: { some: valid } },
    select: { id: true, name: true, email: true, locale: true, grants: { where: valid, select: { role: true } } },
    orderBy: { id: "asc" },
  });
  const held = (roles: { role: string }[]) => desk.filter((role) => roles.some((one) => one.role === role));
  return rows.map(({ grants, ...person }) => ({
    ...person,
    grants: held(grants).map((role) => ({ role, organisation: null })),
  }));
}
