import type { Person } from "~/domain/kernel/actor";
import { roles } from "~/domain/kernel/actor";
import { now } from "~/platform/clock";
import { db } from "~/platform/db/client";
import { note } from "~/platform/journal/note";

const withGrants = { grants: true } as const;
type Row = {
  id: string;
  name: string;
  grants: { role: string; organisation: string | null; from: Date; until: Date | null }[];
};

function personOf(row: Row): Person {
  const at = now();
  const grants = row.grants.flatMap((grant) => {
    const role = roles.find((one) => one === grant.role);
    const valid = grant.from <= at && (grant.until === null || grant.until > at);
    return role && valid ? [{ role, organisation: grant.organisation }] : [];
  });
  return { id: row.id, name: row.name, grants };
}

export async function findBySession(tokenHash: string): Promise<Person | null> {
  const row = await db().session.findUnique({ where: { tokenHash }, include: { person: { include: withGrants } } });
  return row && row.expiresAt > now() ? personOf(row.person) : null;
}

export async function findById(id: string): Promise<Person | null> {
  const row = await db().person.findUnique({ where: { id }, include: withGrants });
  return row && personOf(row);
}

export async function findCredentials(email: string): Promise<{ person: Person; passwordHash: string } | null> {
  const row = await db().person.findUnique({ where: { email }, include: withGrants });
  return row ? { person: personOf(row), passwordHash: row.passwordHash } : null;
}

export async function openSession(tokenHash: string, personId: string, expiresAt: Date): Promise<void> {
  await db().$transaction([
    db().session.deleteMany({ where: { expiresAt: { lt: now() } } }),
    db().session.create({ data: { tokenHash, personId, expiresAt } }),
    note(db(), { by: { id: personId, part: "person" }, deed: "person.sign_in", reference: personId }),
  ]);
}

export async function closeSession(tokenHash: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const session = await tx.session.findUnique({ where: { tokenHash } });
    if (!session) return;
    await tx.session.deleteMany({ where: { tokenHash } });
    const by = { id: session.personId, part: "person" } as const;
    await note(tx, { by, deed: "person.sign_out", reference: session.personId });
  });
}

/** Notes a try to sign in that failed. `who` is a keyed mark of the address: the same for the same, known or not. */
export async function noteFailure(who: string, reason: "wrong" | "too_many"): Promise<void> {
  const by = { id: null, part: "visitor" } as const;
  await note(db(), { by, deed: "person.sign_in_failed", reference: who, particulars: { reason } });
}

export async function demoPeople(): Promise<
  { email: string; name: string; role: string; organisation: string | null }[]
> {
  const rows = await db().person.findMany({ where: { demo: true }, include: withGrants, orderBy: { email: "asc" } });
  return rows.map((row) => ({
    email: row.email,
    name: row.name,
    role: row.grants[0]?.role ?? "",
    organisation: row.grants[0]?.organisation ?? null,
  }));
}
