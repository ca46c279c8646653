import type { Grant, Person, Role } from "~/domain/kernel/actor";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** For how long a session lasts unused, and altogether, in milliseconds. */
export type SessionLimits = { idle: number; absolute: number };
const member: SessionLimits = { idle: 30 * day, absolute: 30 * day };
const staff: SessionLimits = { idle: 30 * minute, absolute: 12 * hour };

/** When a session was last used is noted at most so often, in milliseconds. */
export const notedEvery = minute;

/** So long, in milliseconds, the token before a change of rights still opens its session: pages may be under way. */
export const tokenGrace = 30_000;

/** So long, in milliseconds, what is dangerous may be done after somebody showed who they are. */
export const proofLasts = 10 * minute;

/** Whether the holder of a session has just shown who they are. */
export function isProven({ provedAt }: Pick<OpenSession, "provedAt">, at: Date): boolean {
  return provedAt !== null && at.getTime() - provedAt.getTime() < proofLasts;
}

/** The second factors there are; a passkey is both factors in one, and of `sso` the provider says that it saw two. */
export const factors = ["totp", "recovery", "passkey", "sso"] as const;
export type Factor = (typeof factors)[number];

export type Session = {
  id: string;
  createdAt: Date;
  seenAt: Date;
  provedAt: Date | null;
  factor: Factor | null;
  rights: string | null;
};

/** A session as a request finds it, with whose it is. */
export type OpenSession = {
  id: string;
  actor: Person;
  /** An account that many share to try the portal with. */
  demo: boolean;
  provedAt: Date | null;
  /** Roles that are held, but open nothing until a second factor was shown in this session. */
  withheld: readonly Role[];
  /** The token that has taken the place of the one that the request came with. */
  renewed: { token: string; maxAge: number } | null;
};

/** Every role but a member's serves others, and opens what belongs to others. */
export function isStaff(role: Role): boolean {
  return role !== "member";
}

/** Whether the holder of a session serves others, by a role that is open to them in it or one that is withheld. */
export function servesOthers({ actor, withheld }: Pick<OpenSession, "actor" | "withheld">): boolean {
  return [...actor.grants.map(({ role }) => role), ...withheld].some(isStaff);
}

/** The strictest limits of the roles that are held. */
export function limitsOf(grants: readonly Grant[]): SessionLimits {
  return grants.some(({ role }) => isStaff(role)) ? staff : member;
}

/** Whether a session still lasts at this moment. */
export function lasts(session: Pick<Session, "createdAt" | "seenAt">, grants: readonly Grant[], at: Date): boolean {
  const { idle, absolute } = limitsOf(grants);
  const since = (then: Date) => at.getTime() - then.getTime();
  return since(session.seenAt) < idle && since(session.createdAt) < absolute;
}

/** The rights that a token was given for, written so that the same rights are the same text. */
export function rightsOf(grants: readonly Grant[]): string {
  return grants
    .map(({ role, organisation }) => `${role}:${organisation ?? ""}`)
    .toSorted()
    .join(" ");
}

/**
 * What somebody may use in a session: a role that serves others needs a second factor, but for the accounts to try the
 * portal with, which open only what is made up.
 */
export function usable(grants: readonly Grant[], factor: Factor | null, demo: boolean): readonly Grant[] {
  return factor || demo ? grants : grants.filter(({ role }) => !isStaff(role));
}
