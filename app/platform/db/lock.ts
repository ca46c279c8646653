import type { Prisma } from "./client";

/** What is changed by one transaction at a time: who holds which role, organisations that roles are held for, drafts, settings. */
export type Locked = "grant" | "organisation" | "draft" | "setting";

/** Lets no other transaction change this until this one ends. Whoever needs both takes `organisation` first. */
export async function lock(tx: Prisma.TransactionClient, what: Locked): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${what}))`;
}
