/** What a person may hold. A role is held for an organisation: a unit, a station, the committee. */
export const roles = [
  "member",
  "committee",
  "committee_head",
  "unit",
  "unit_head",
  "supervision",
  "station",
  "duty_lawyer",
  "notary_assistant",
  "mediator",
  "interpreter",
  "station_head",
  "editor",
  "translator",
  "reviewer",
  "admin",
  "auditor",
] as const;

export type Role = (typeof roles)[number];

/** Those who lead an organisation, and whom they lead: a head may do whatever their staff may, and says who those are. */
export const staffOf: Partial<Record<Role, Role>> = {
  committee_head: "committee",
  unit_head: "unit",
  station_head: "station",
};
/** What the staff of a station are by profession: each may whatever its staff may, and the one who asked reads it beside an answer. */
export const professions = ["duty_lawyer", "notary_assistant", "mediator", "interpreter"] as const satisfies Role[];

/** The roles that whoever holds this one gives: their staff's, under whatever profession. */
export function staffRolesOf(head: Role): readonly Role[] {
  const staff = staffOf[head];
  if (!staff) return [];
  return staff === "station" ? [staff, ...professions] : [staff];
}

export const heads = ["committee_head", "unit_head", "station_head"] as const satisfies Role[];

export type Grant = { role: Role; organisation: string | null };

/** Somebody signed in. `null` stands for everybody else. */
export type Person = {
  id: string;
  name: string;
  grants: readonly Grant[];
};

export type Actor = Person | null;

/** The profession in which somebody works at a station; null where none is known, or several are. */
export function professionOf(actor: Person): Role | null {
  const [only, ...more] = professions.filter((role) => holds(actor, role));
  return more.length === 0 ? (only ?? null) : null;
}

/** What somebody may by what they were given: heads, and those of a profession, also what the staff may. */
export function withStaff(grants: readonly Grant[]): Grant[] {
  return grants.flatMap((grant) => {
    const isStaff = professions.some((role) => role === grant.role);
    const role = isStaff ? "station" : staffOf[grant.role];
    return role ? [{ ...grant, role }, grant] : [grant];
  });
}

/** Whether the actor holds the role, for that organisation when one is named. */
export function holds(actor: Actor, role: Role, organisation?: string | null): boolean {
  if (!actor) return false;
  return actor.grants.some(
    (grant) => grant.role === role && (organisation === undefined || grant.organisation === organisation),
  );
}

/** The organisations for which the actor holds the role. */
export function organisationsOf(actor: Actor, role: Role): string[] {
  if (!actor) return [];
  return actor.grants.flatMap((grant) =>
    grant.role === role && grant.organisation !== null ? [grant.organisation] : [],
  );
}
