import { servesOthers, type OpenSession } from "~/domain/person/session/session";

export const acts = ["read", "export", "ask_erasure", "keep"] as const;
export type Act = (typeof acts)[number];

/**
 * What somebody may do with their own account; nobody may do it with another's. Staff do not erase theirs while they
 * serve: what they did must keep a name until their role ends, whether or not it is open to them in this session.
 */
export function may(own: Pick<OpenSession, "actor" | "withheld">, act: Act): boolean {
  return act !== "ask_erasure" || !servesOthers(own);
}
