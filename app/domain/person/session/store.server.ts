import { now } from "~/platform/clock";
import { db } from "~/platform/db/client";
import { note as noteDeed } from "~/platform/journal/note";
import { factors, lasts, type Factor, type Session } from "./session";
import { noteDevice } from "../notice/store.server";
import { personOf, withGrants } from "../store.server";

export type NewSession = {
  tokenHash: string;
  personId: string;
  rights: string;
  expiresAt: Date;
  provedAt: Date | null;
  factor: Factor | null;
  network: string;
  device: string;
};

type Row = Omit<Session, "factor"> & { factor: string | null };
const sessionOf = ({ id, createdAt, seenAt, provedAt, factor, rights }: Row): Session => ({
  id,
  createdAt,
  seenAt,
  provedAt,
  rights,
  factor: factors.find((one) => one === factor) ?? null,
});

/** The session of a token, or of one whose place another token took since `graceSince`, with all that the person holds. */
export async function findByToken(tokenHash: string, graceSince: Date) {
  const row = await db().session.findFirst({
    where: {
      OR: [{ tokenHash }, { previousHash: tokenHash, rotatedAt: { gt: graceSince } }],
      // One that was opened at the very moment when the account was disabled opens nothing either.
      person: { disabledAt: null },
    },
    include: { person: { include: withGrants } },
  });
  if (!row) return null;
  const { demo } = row.person;
  return { session: sessionOf(row), person: personOf(row.person), demo, isPrevious: row.tokenHash !== tokenHash };
}

/** Opens a session, ends the one that it takes the place of, and forgets all that have run out. */
export async function open(session: NewSession, leaving: string | null): Promise<void> {
  const [at, { personId, device }] = [now(), session];
  await db().$transaction(async (tx) => {
    await tx.session.deleteMany({ where: { OR: [{ expiresAt: { lt: at } }, { tokenHash: leaving ?? "" }] } });
    await tx.session.create({ data: { ...session, createdAt: at, seenAt: at } });
    await noteDeed(tx, { by: holder(personId), deed: "person.sign_in", reference: personId });
    await noteDevice(tx, personId, device);
  });
}

/** Notes that a session is in use, once in a while: most requests write nothing. */
export async function note(id: string, before: Date): Promise<void> {
  await db().session.updateMany({ where: { id, seenAt: { lt: before } }, data: { seenAt: now() } });
}

/** Puts another token in the place of one, for other rights; false where another request was faster. */
export async function rotate({ from, to, rights }: Record<"from" | "to" | "rights", string>): Promise<boolean> {
  const data = { rights, tokenHash: to, previousHash: from, rotatedAt: now() };
  const { count } = await db().session.updateMany({ where: { tokenHash: from }, data });
  return count === 1;
}

type Proved = { provedAt: Date; factor?: Factor };

/** Gives a session another token at once: the one before opens nothing any more. */
export async function replaceToken(id: string, tokenHash: string, changes: Proved): Promise<void> {
  await db().session.updateMany({ where: { id }, data: { ...changes, tokenHash, previousHash: null } });
}

export async function close(tokenHash: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const own = { OR: [{ tokenHash }, { previousHash: tokenHash }] };
    const session = await tx.session.findFirst({ where: own });
    if (!session) return;
    await tx.session.deleteMany({ where: own });
    await noteDeed(tx, { by: holder(session.personId), deed: "person.sign_out", reference: session.personId });
  });
}

/** In the journal somebody acts on their own account as nobody else than its holder. */
const holder = (id: string) => ({ id, part: "person" }) as const;

type Scope = { personId: string; id?: string };

/** The sessions of a person that last, the latest used first. */
export async function listOf({ personId, id }: Scope) {
  const row = await db().person.findUnique({
    where: { id: personId },
    include: { ...withGrants, sessions: { where: id === undefined ? {} : { id }, orderBy: { seenAt: "desc" } } },
  });
  if (!row) return [];
  const { grants } = personOf(row);
  return row.sessions
    .filter((session) => lasts(session, grants, now()))
    .map(({ id: own, device, network, createdAt, seenAt }) => ({ id: own, device, network, createdAt, seenAt }));
}

/** Ends one session within a scope; false: there is none. */
export async function end(scope: Scope, id: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { AND: [scope, { id }] } });
    if (count > 0) await noteDeed(tx, { by: holder(scope.personId), deed: "person.end_session", reference: id });
    return count > 0;
  });
}

export async function endOthers(personId: string, kept: string): Promise<void> {
  await db().$transaction([
    db().session.deleteMany({ where: { personId, id: { not: kept } } }),
    noteDeed(db(), { by: holder(personId), deed: "person.end_session", reference: "others" }),
  ]);
}
