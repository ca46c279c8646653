import type { Line } from "~/domain/kernel/deed";
import type { Prisma } from "../db/client";
import { whence } from "../session/whence";

const code = /^[\w.:-]{0,80}$/;

/**
 * Writes a line into the journal inside the caller's transaction: it exists exactly when what it tells of does. The
 * network is kept of people with an account and of those who try to sign in; nothing says from where somebody asked.
 * Throws where a particular is no code: what a person wrote has no place in the journal.
 */
export function note(
  transaction: Pick<Prisma.TransactionClient, "$executeRaw">,
  { by, deed, reference, particulars = {} }: Line,
): Prisma.PrismaPromise<number> {
  for (const [name, value] of Object.entries({ ...particulars, reference }))
    if (!code.test(String(value))) throw new Error(`The journal keeps codes alone: ${deed} ${name}.`);
  const { network, country } = by.id !== null || deed === "person.sign_in_failed" ? whence() : nowhere;
  const json = JSON.stringify(particulars);
  const [kind] = deed.split(".");
  return transaction.$executeRaw`
    INSERT INTO journal_line ("actorId", "actorRole", verb, kind, reference, network, country, particulars)
    VALUES (${by.id}::uuid, ${by.part}, ${deed}, ${kind}, ${reference}, ${network}, ${country}, ${json}::jsonb)`;
}

const nowhere = { network: null, country: null };
