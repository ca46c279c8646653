import { z } from "zod";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { db, type Prisma } from "~/platform/db/client";
import { note } from "~/platform/journal/note";
import { alone } from "../role-store.server";
import { membership } from "../rows";
import { changeWithin, enter } from "../store.server";
import { planOf, type Plan, type Read } from "./plan";

type Tx = Pick<Prisma.TransactionClient, "membership" | "person">;

/** So long, in milliseconds, taking a list in may last. A thousand rows take a few seconds. */
const longest = 25_000;

/** What taking this list in would do, as things stand now. */
export async function plan(read: readonly Read[], by: string, at: Date): Promise<Plan> {
  return planWithin(db(), read, by, at);
}

async function planWithin(tx: Tx, read: readonly Read[], by: string, at: Date): Promise<Plan> {
  const emails = [...new Set(read.map(({ member }) => member.email))];
  const [own, rows] = await Promise.all([
    tx.person.findUniqueOrThrow({ where: { id: by }, select: { email: true } }),
    tx.membership.findMany({ where: { email: { in: emails } }, orderBy: { from: "asc" } }),
  ]);
  return planOf(read, z.array(membership).parse(rows), own.email, at);
}

type How = { by: string; invites: boolean };

/** Carries a plan out, in one transaction, if it is the one that was seen; refused as a conflict where it is another. */
export function take(
  read: readonly Read[],
  isSeen: (plan: Plan) => boolean,
  { by, invites }: How,
  at: Date,
): Promise<Result<{ added: number; changed: number }>> {
  return db().$transaction(
    async (tx) => {
      await alone(tx);
      const { steps, faults } = await planWithin(tx, read, by, at);
      const count = { added: 0, changed: 0 };
      // Sent twice, the second time finds everything done.
      if (faults.length === 0 && steps.every(({ what }) => what === "same")) return done(count);
      if (!isSeen({ steps, faults })) return refuse("conflict");
      for (const step of steps) {
        if (step.what === "add") {
          await enter(tx, step.member, { by, invites }, at);
          count.added += 1;
        } else if (step.what === "change") {
          await changeWithin(tx, step.id, step.member, { by, fields: step.fields }, at);
          count.changed += 1;
        }
      }
      const own = { id: by, part: "committee" } as const;
      await note(tx, { by: own, deed: "membership.import", reference: "", particulars: count });
      return done(count);
    },
    { timeout: longest },
  );
}
