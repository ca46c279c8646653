/** What a person may hold. A role is held for an organisation: a unit, a station, the committee. */
export const roles = [
  "member",
  "committee",
  "committee_head",
  "unit",
  "unit_head",
  "supervision",
  "station",
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
export const heads = ["committee_head", "unit_head", "station_head"] as const satisfies Role[];

export type Grant = { role: Role; organisation: string | null };

/** Somebody signed in. `null` stands for everybody else. */
export type Person = {
  id: string;
  name: string;
  grants: readonly Grant[];
};

export type Actor = Person | null;

/** What somebody may by what they were given: heads also what their staff may. */
export function withStaff(grants: readonly Grant[]): Grant[] {
  return grants.flatMap((grant) => {
    const role = staffOf[grant.role];
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
