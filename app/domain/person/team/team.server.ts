import type { z } from "zod";
import { heads, type Person } from "~/domain/kernel/actor";
import { isKey } from "~/domain/kernel/key";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { now } from "~/platform/clock";
import { offer } from "../invitation/invitation.server";
import { remove } from "../invitation/store.server";
import { rightsOf } from "../people/people.server";
import { end } from "../people/store.server";
import { isValid, mayRevoke, teamsOf } from "../policy";
import type { teamForm } from "./form";
import * as store from "./store.server";

/** In which part a head does what they do for their teams. */
const partOf = (actor: Person) =>
  heads.find((role) => actor.grants.some((grant) => grant.role === role)) ?? "unit_head";
const by = (actor: Person) => ({ id: actor.id, part: partOf(actor) });

/** The teams that the actor leads, each with its people and who is asked to join; looking is noted. Null: they lead none. */
export async function readTeams(actor: Person) {
  const teams = teamsOf(actor);
  if (teams.length === 0) return null;
  await store.noteLook(by(actor), teams);
  const [at, own, listed] = [now(), await rightsOf(actor), await store.list(teams, now())];
  return listed.map((team) => ({
    ...team,
    staff: team.staff.map((held) => ({
      ...held,
      ahead: !isValid(held, at),
      can: mayRevoke(own, held, actor.id, at),
    })),
  }));
}

/**
 * Asks somebody to join a team, by a mail with a link: whether they have an account, its head does not learn. Refused
 * `not_found` where the actor does not lead it, `forbidden` where it is for longer than they do, `invalid` for a day that
 * is over.
 */
export async function addToTeam(actor: Person, sent: z.output<typeof teamForm>): Promise<Result<string>> {
  const team = teamsOf(actor).find(({ organisation }) => organisation === sent.organisation);
  if (!team) return refuse("not_found");
  const role = team.roles.find((one) => one === (sent.role ?? team.roles[0]));
  return role ? offer(actor, { ...sent, role }, partOf(actor)) : refuse("forbidden");
}

/** Takes back what was asked of somebody, for a team of the actor's. */
export async function uninviteFromTeam(actor: Person, id: string | undefined): Promise<Result<null>> {
  if (!isKey(id)) return refuse("not_found");
  const taken = await remove({ id, teams: teamsOf(actor) }, by(actor));
  return taken ? done(null) : refuse("not_found");
}

/** Somebody's role in a team of the actor's, that is not over; null where there is none. */
export async function findInTeam(actor: Person, grantId: string | undefined) {
  if (!isKey(grantId)) return null;
  const [found] = await store.staffIn(teamsOf(actor), now(), grantId);
  return found ?? null;
}

/** Ends somebody's role in a team of the actor's, now. Refused `conflict` where it has ended meanwhile. */
export async function endInTeam(actor: Person, grantId: string | undefined): Promise<Result<string>> {
  const held = await findInTeam(actor, grantId);
  if (!held) return refuse("not_found");
  const at = now();
  if (!mayRevoke(await rightsOf(actor), held, actor.id, at)) return refuse("forbidden");
  return end(held, by(actor), at);
}
