import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { db } from "~/platform/db/client";
import { note } from "~/platform/journal/note";
import { tell } from "../notice/store.server";
import { keepsAdministrator } from "../policy";
import { administrators, alone } from "./store.server";

const admin = (id: string) => ({ id, part: "admin" }) as const;

/** Ends all sessions of a person and tells them; refused where there is none. */
export function endSessions(personId: string, by: string): Promise<Result<null>> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { personId } });
    if (count === 0) return refuse("not_found");
    await note(tx, { by: admin(by), deed: "person.end_sessions", reference: personId });
    await tell(tx, personId, "sessions");
    return done(null);
  });
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
    if (count === 0) return (await tx.person.count({ where: { id: personId } })) ? done(null) : refuse("not_found");
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
    if (count === 0) return (await tx.person.count({ where: { id: personId } })) ? done(null) : refuse("not_found");
    await note(tx, { by: admin(by), deed: "person.enable", reference: personId });
    await tell(tx, personId, "enabled");
    return done(null);
  });
}
