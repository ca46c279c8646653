import { z } from "zod";
import { roles, type Role } from "~/domain/kernel/actor";
import { locales } from "~/domain/kernel/locale";
import { heldFor } from "../policy";

const code = /^[a-z0-9-]{1,40}$/;
const isLoopback = (url: string) => ["127.0.0.1", "localhost", "[::1]"].includes(new URL(url).hostname);

/** Roles that no provider gives: who may decide on rights or read the journal, and who is a member, is found out here. */
const notGiven: readonly Role[] = ["admin", "auditor", "member"];
const given = roles.filter((role) => !notGiven.includes(role));

const mapping = z
  .object({ value: z.string().min(1), role: z.enum(given), organisation: z.string().regex(code) })
  .refine(({ role }) => heldFor[role] !== undefined);

/** One provider of single sign-on, as the operator names it. */
const provider = z.object({
  id: z.string().regex(code),
  names: z.object(Object.fromEntries(locales.map((locale) => [locale, z.string().min(1)]))),
  issuer: z.url({ protocol: /^https?$/ }).refine((url) => url.startsWith("https:") || isLoopback(url), {
    error: "https is needed",
  }),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** What its token says when a second factor was shown: any of these; nothing counts where nothing is named. */
  secondFactor: z
    .object({ acr: z.array(z.string()).default([]), amr: z.array(z.string()).default([]) })
    .default({ acr: [], amr: [] }),
  /** Which values of a claim are which role. */
  roles: z.object({ claim: z.string().min(1), grants: z.array(mapping) }).optional(),
});
export type Provider = z.output<typeof provider>;

/** The providers, as a list in JSON; two must not have one name, or be one issuer. */
export const providersIn = z
  .string()
  .transform((text, context) => {
    try {
      const read: unknown = JSON.parse(text);
      return read;
    } catch {
      context.addIssue({ code: "custom", message: "no JSON" });
      return z.NEVER;
    }
  })
  .pipe(z.array(provider))
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, { error: "two of one id" })
  .refine((all) => new Set(all.map(({ issuer }) => issuer)).size === all.length, { error: "two of one issuer" });

/** What a checked token says of somebody. `authAt`: when they showed the provider who they are. */
export type Claims = Readonly<Record<string, unknown>>;

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === "string");

/** Whether the provider says, in a way that the operator trusts, that a second factor was shown. */
export function hasSecondFactor({ secondFactor }: Pick<Provider, "secondFactor">, claims: Claims): boolean {
  const said = (name: "acr" | "amr") => textsOf(claims[name]).some((value) => secondFactor[name].includes(value));
  return said("acr") || said("amr");
}

/** The roles that the claims stand for, each once. */
export function rolesOf(
  { roles: map }: Pick<Provider, "roles">,
  claims: Claims,
): { role: Role; organisation: string }[] {
  const values = map ? textsOf(claims[map.claim]) : [];
  const found = (map?.grants ?? []).filter(({ value }) => values.includes(value));
  const key = ({ role, organisation }: { role: Role; organisation: string }) => `${role} ${organisation}`;
  return [
    ...new Map(found.map(({ role, organisation }) => [key({ role, organisation }), { role, organisation }])).values(),
  ];
}

/** By what its holder tells an identity from others: what the provider calls them, cut to a line. */
export function labelOf(claims: Claims): string {
  const [text = ""] = textsOf([claims.email, claims.preferred_username, claims.name, claims.sub].flat());
  return text.slice(0, 120);
}

/** Whether somebody showed the provider who they are within this time, in milliseconds, before a moment. */
export function isFresh({ auth_time: time }: Claims, within: number, at: Date): boolean {
  return typeof time === "number" && at.getTime() - time * 1000 < within;
}
