import type { Person } from "~/domain/kernel/actor";
import { isKey } from "~/domain/kernel/key";
import { refuse, type Result } from "~/domain/kernel/refusal";
import { now } from "~/platform/clock";
import { mayDisable, mayManageAccess, maySee } from "../policy";
import * as store from "./access-store.server";
import { rightsOf } from "./people.server";

/** Ends all sessions of somebody, who is told by mail. Again changes nothing. */
export async function endSessionsOf(actor: Person, id: string | undefined): Promise<Result<null>> {
  if (!maySee(actor) || !isKey(id)) return refuse("not_found");
  if (!mayManageAccess(await rightsOf(actor), now())) return refuse("forbidden");
  return store.endSessions(id, actor.id);
}

/**
 * Disables somebody's account: they are out at once, nobody gets in by it, and their roles open nothing until it is
 * enabled again. Again changes nothing. Refused `forbidden` for one's own, `wrong_state` where no administrator would be
 * left.
 */
export async function disable(actor: Person, id: string | undefined): Promise<Result<null>> {
  if (!maySee(actor) || !isKey(id)) return refuse("not_found");
  const at = now();
  if (!mayDisable(await rightsOf(actor), { actorId: actor.id, personId: id }, at)) return refuse("forbidden");
  return store.disable(id, actor.id, at);
}

/** Enables an account again, with the roles that it holds by then. Again changes nothing. */
export async function enable(actor: Person, id: string | undefined): Promise<Result<null>> {
  if (!maySee(actor) || !isKey(id)) return refuse("not_found");
  if (!mayManageAccess(await rightsOf(actor), now())) return refuse("forbidden");
  return store.enable(id, actor.id);
}
