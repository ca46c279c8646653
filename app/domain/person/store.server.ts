import type { Person } from "~/domain/kernel/actor";
import { roles, withStaff } from "~/domain/kernel/actor";
import { now } from "~/platform/clock";
import { db } from "~/platform/db/client";
import { note } from "~/platform/journal/note";
import { tell, warn } from "./notice/store.server";

export const withGrants = { grants: true } as const;
type Row = {
  id: string;
  name: string;
  disabledAt: Date | null;
  grants: { role: string; organisation: string | null; from: Date; until: Date | null }[];
};

/** Somebody with what they hold at this moment: nothing, where the account is disabled. */
export function personOf(row: Row): Person {
  const at = now();
  if (row.disabledAt) return { id: row.id, name: row.name, grants: [] };
  const grants = row.grants.flatMap((grant) => {
    const role = roles.find((one) => one === grant.role);
    const valid = grant.from <= at && (grant.until === null || grant.until > at);
    return role && valid ? [{ role, organisation: grant.organisation }] : [];
  });
  return { id: row.id, name: row.name, grants: withStaff(grants) };
}

export async function findById(id: string): Promise<Person | null> {
  const row = await db().person.findUnique({ where: { id }, include: withGrants });
  return row && personOf(row);
}

export async function namesOf(ids: string[]): Promise<Record<string, string>> {
  const rows = await db().person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

const nobody = "00000000-0000-0000-0000-000000000000";

/** Somebody with what their sign-in is checked against; nobody whose account is disabled. */
export type Known = { person: Person; passwordHash: string; demo: boolean };

export function findCredentials(email: string): Promise<Known | null> {
  return known({ email });
}

export function findCredentialsOf(id: string): Promise<Known | null> {
  return known({ id });
}

async function known(where: { email: string } | { id: string }): Promise<Known | null> {
  const row = await db().person.findUnique({ where, include: withGrants });
  if (row?.disabledAt) return null;
  if (row) return { person: personOf(row), passwordHash: row.passwordHash, demo: row.demo };
  // Rights are read by a query of their own: one that is left out would tell that there is nobody.
  await db().grant.findMany({ where: { personId: nobody } });
  return null;
}

/** The password that a person has now, as it is kept; null where the account is disabled. */
export async function passwordOf(id: string): Promise<{ email: string; passwordHash: string } | null> {
  return db().person.findUnique({ where: { id, disabledAt: null }, select: { email: true, passwordHash: true } });
}

/** Gives a person another password, if theirs is still the one that was checked, and ends their other sessions. */
export async function changePassword(id: string, before: string, after: string, kept: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id, passwordHash: before },
      data: { passwordHash: after },
    });
    if (count === 0) return false;
    await tx.session.deleteMany({ where: { personId: id, id: { not: kept } } });
    await note(tx, { by: { id, part: "person" }, deed: "person.change_password", reference: id });
    await tell(tx, id, "password");
    return true;
  });
}

/** Notes a try to sign in that failed. `who` is a keyed mark of the address: the same for the same, known or not. */
export async function noteFailure(who: string, reason: "wrong" | "too_many" | "unlinked"): Promise<void> {
  const by = { id: null, part: "visitor" } as const;
  await note(db(), { by, deed: "person.sign_in_failed", reference: who, particulars: { reason } });
}

/** Warns somebody that a person who has their password tries codes. */
export async function warnOfCodes(id: string): Promise<void> {
  await db().$transaction((tx) => warn(tx, id, "codes_tried"));
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
