import type { Localized } from "~/domain/kernel/locale";
import { localized } from "~/domain/kernel/localized";
import { db } from "~/platform/db/client";
import { note } from "~/platform/journal/note";
import { cameBack } from "~/platform/mail/mail";
import type { Line } from "~/domain/kernel/deed";
import { letterKey } from "../invitation/store.server";
import { grant } from "../people/store.server";
import { scopeOfTeams, type Held, type Team } from "../policy";

/** Somebody who works for a team, or will; `off`: their account is disabled. */
export type Staff = Held & { name: string; email: string; off: boolean };

/** A team with its people, and those who were asked to join it and have not answered. */
export type Listed = Team & {
  names: Localized;
  staff: Staff[];
  invited: { id: string; name: string; email: string; role: string | null; expiresAt: Date; returned: boolean }[];
};

/** Those who hold a role in one of the teams at this moment or from some day on; with `id`, that one role of somebody. */
export async function staffIn(teams: Team[], at: Date, id?: string): Promise<Staff[]> {
  const rows = await db().grant.findMany({
    where: { ...(id && { id }), OR: scopeOfTeams(teams), AND: { OR: [{ until: null }, { until: { gt: at } }] } },
    include: { person: { select: { name: true, email: true, disabledAt: true } } },
    orderBy: [{ person: { name: "asc" } }, { from: "asc" }],
  });
  return rows.map(({ person: { name, email, disabledAt }, ...row }) => {
    const held = grant.parse(row);
    return { ...held, name, email, off: disabledAt !== null };
  });
}

export async function list(teams: Team[], at: Date): Promise<Listed[]> {
  const [staff, invited, bodies] = await Promise.all([
    staffIn(teams, at),
    db().invitation.findMany({
      where: { OR: scopeOfTeams(teams), personId: null, expiresAt: { gt: at } },
      select: { id: true, name: true, email: true, role: true, organisation: true, expiresAt: true },
      orderBy: { createdAt: "desc" },
    }),
    db().organisation.findMany({ where: { slug: { in: teams.map(({ organisation }) => organisation) } } }),
  ]);
  const returned = await cameBack(invited.map(({ id }) => letterKey(id)));
  const of = (team: Team) => (one: { role: string | null; organisation: string | null }) =>
    team.roles.some((role) => role === one.role) && one.organisation === team.organisation;
  return teams.flatMap((team) =>
    bodies
      .filter(({ slug }) => slug === team.organisation)
      .map(({ names }) => ({
        ...team,
        names: localized.parse(names),
        staff: staff.filter(of(team)),
        invited: invited.filter(of(team)).map(({ id, name, email, role, expiresAt }) => ({
          id,
          role,
          name,
          email,
          expiresAt,
          returned: returned.has(letterKey(id)),
        })),
      })),
  );
}

/** Notes that a head looked at who works for their teams: names and addresses stand there. */
export async function noteLook(by: Line["by"], teams: Team[]): Promise<void> {
  for (const { organisation } of teams)
    await note(db(), { by, deed: "person.list", reference: "", particulars: { organisation } });
}
