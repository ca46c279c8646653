import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { db, type Prisma } from "~/platform/db/client";
import { note } from "~/platform/journal/note";
import { tell } from "../notice/store.server";
import { keepsAdministrator } from "../policy";
import { administrators, alone } from "./store.server";

const admin = (id: string) => ({ id, part: "admin" }) as const;

/** Ends all sessions of a person, who is told; where there is none nothing changes. */
export function endSessions(personId: string, by: string): Promise<Result<null>> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { personId } });
    if (count === 0) return asItIs(tx, personId);
    await note(tx, { by: admin(by), deed: "person.end_sessions", reference: personId });
    await tell(tx, personId, "sessions");
    return done(null);
  });
}

/** The answer to a change that was made already, by the same hand or another: refused where there is nobody. */
async function asItIs(tx: Prisma.TransactionClient, personId: string): Promise<Result<null>> {
  return (await tx.person.count({ where: { id: personId } })) > 0 ? done(null) : refuse("not_found");
}

/**
 * Disables an account, with all that would open it; its holder is told. A change of rights may be under way elsewhere:
 * one at a time, so that the last administrators do not disable each other.
 */
export function disable(personId: string, by: string, at: Date): Promise<Result<null>> {
  return alone(async (tx) => {
    const theirs = { where: { personId } };
    const others = (await administrators(tx)).filter((one) => one.personId !== personId);
    if (!keepsAdministrator(others, "", at)) return refuse("wrong_state");
    const { count } = await tx.person.updateMany({
      where: { id: personId, disabledAt: null },
      data: { disabledAt: at },
    });
    if (count === 0) return asItIs(tx, personId);
    await tx.session.deleteMany(theirs);
    await tx.signInLink.deleteMany(theirs);
    await tx.invitation.deleteMany(theirs);
    await note(tx, { by: admin(by), deed: "person.disable", reference: personId });
    await tell(tx, personId, "disabled");
    return done(null);
  });
}

export function enable(personId: string, by: string): Promise<Result<null>> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id: personId, disabledAt: { not: null } },
      data: { disabledAt: null },
    });
    if (count === 0) return asItIs(tx, personId);
    await note(tx, { by: admin(by), deed: "person.enable", reference: personId });
    await tell(tx, personId, "enabled");
    return done(null);
  });
}
