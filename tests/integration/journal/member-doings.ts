import { randomUUID } from "node:crypto";
import type { Deed } from "~/domain/kernel/deed";
import type { Person } from "~/domain/kernel/actor";
import { addMember, changeMember, endMember, inviteMember, members, readMember } from "~/domain/membership/desk.server";
import { chinaDay } from "~/domain/calendar/days";
import { claims, declineClaim, grantClaim, readClaim, withdrawClaim } from "~/domain/membership/claim/claim.server";
import { forgetOldClaims } from "~/domain/membership/keeping.server";
import { spoken } from "~/domain/intake/list";
import { columns } from "~/domain/membership/import/columns";
import { lookAtList, takeList } from "~/domain/membership/import/import.server";
import { kinds } from "~/domain/membership/member";
import { locales } from "~/domain/kernel/locale";
import { setClock } from "~/platform/clock";
import { tookAs } from "./account-doings";
import { aClaim, confirmed } from "../membership/visit";
import { aPerson } from "../../factories/person";
import { people, type Doing } from "./doing";

const byClerk = (deed: Deed, does: (clerk: Person) => Promise<unknown>): Doing => ({
  deed,
  by: "other",
  does: async () => {
    const { id, actor } = await aPerson({ role: "committee", organisation: "demo-committee" });
    people.other = id;
    return does(actor);
  },
});
const nothing = new URLSearchParams();
const itself = (codes: readonly string[]) => new Map(codes.map((code) => [spoken(code), code]));
const codes = { head: itself(columns), kind: itself(kinds), locale: itself(locales) };
const profile = { name: "梁", locale: "pt", kind: "macao", session: 14, from: "2022-01-01" } as const;

async function added(clerk: Person): Promise<string> {
  const made = await addMember(clerk, { ...profile, email: `${randomUUID()}@example.org` });
  return made.ok ? made.value : "";
}

/** What the committee does with its list of members. */
export const memberships: Record<string, Doing> = {
  list: byClerk("membership.list", (clerk) => members(clerk, nothing)),
  table: byClerk("membership.table", (clerk) => tookAs(clerk, "members")),
  import: byClerk("membership.import", async (clerk) => {
    const rows = [
      ["name", "email", "kind", "session", "locale"],
      ["梁", `${randomUUID()}@example.org`, "macao", "14", "pt"],
    ];
    const seen = await lookAtList(clerk, rows, codes);
    const { seen: sign = "" } = seen.ok && "seen" in seen.value ? seen.value : {};
    return takeList(clerk, rows, codes, { seen: sign, invites: false });
  }),
  read: byClerk("membership.read", async (clerk) => readMember(clerk, await added(clerk))),
  add: byClerk("membership.add", added),
  change: byClerk("membership.change", async (clerk) =>
    changeMember(clerk, await added(clerk), { ...profile, session: 15, seen: 1 }),
  ),
  end: byClerk("membership.end", async (clerk) => endMember(clerk, await added(clerk), "2099-12-31")),
  invite: byClerk("membership.invite", async (clerk) => inviteMember(clerk, await added(clerk))),
};

const claimed = async () => {
  const claim = await aClaim();
  await confirmed(claim);
  return claim.id;
};
const claimant = (deed: Deed, does: () => Promise<unknown>): Doing => ({ deed, by: null, does });
const later = (doing: () => Promise<unknown>) => {
  const restore = setClock(() => new Date(Date.now() + 400 * 24 * 3600_000));
  return doing().finally(restore);
};

/** What is done with claims to be one, by who claims and by the committee, and what is forgotten of both. */
export const claimDoings: Record<string, Doing> = {
  list_claims: byClerk("claim.list", (clerk) => claims(clerk, nothing)),
  read_claim: byClerk("claim.read", async (clerk) => readClaim(clerk, await claimed())),
  grant_claim: byClerk("claim.grant", async (clerk) => grantClaim(clerk, await claimed(), profile)),
  decline_claim: byClerk("claim.decline", async (clerk) => declineClaim(clerk, await claimed(), { reason: "differs" })),
  ask: claimant("claim.ask", () => aClaim()),
  confirm: claimant("claim.confirm", claimed),
  withdraw: claimant("claim.withdraw", async () => withdrawClaim((await aClaim()).token)),
  "forget claims": claimant("claim.erase", async () => {
    await aClaim();
    return later(forgetOldClaims);
  }),
  "forget members": claimant("membership.erase", async () => {
    const { actor } = await aPerson({ role: "committee", organisation: "demo-committee" });
    await endMember(actor, await added(actor), chinaDay(new Date()));
    return later(forgetOldClaims);
  }),
};
