/** What a person may hold. A role is held for an organisation: a unit, a station, the committee. */
export const roles = ["member", "committee", "unit", "station", "admin", "auditor"] as const;

export type Role = (typeof roles)[number];

export type Grant = { role: Role; organisation: string | null };

/** Somebody signed in. `null` stands for everybody else. */
export type Person = {
  id: string;
  name: string;
  grants: readonly Grant[];
};

export type Actor = Person | null;

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
