import { randomUUID } from "node:crypto";
import { dayNames } from "~/domain/calendar/calendar";
import type { acts as calendarActs } from "~/domain/calendar/policy";
import { changeDay } from "~/domain/calendar/desk.server";
import {
  invite,
  inviteFirst,
  readInvitations,
  renewPassword,
  takeUp,
  uninvite,
} from "~/domain/person/invitation/invitation.server";
import { disable, enable, endSessionsOf } from "~/domain/person/people/access.server";
import * as factors from "~/domain/person/factor/store.server";
import * as passkeys from "~/domain/person/passkey/store.server";
import { grantRole, people as listPeople, readPerson, revokeRole } from "~/domain/person/people/people.server";
import * as identities from "~/domain/person/sso/store.server";
import { spoken } from "~/domain/intake/list";
import { lookAtOrganisations, takeOrganisations } from "~/domain/organisation/import/import.server";
import { columns } from "~/domain/organisation/import/plan";
import { addOrganisation, changeOrganisation, closeOrganisation } from "~/domain/organisation/organisation.server";
import { addToTeam, endInTeam, readTeams, uninviteFromTeam } from "~/domain/person/team/team.server";
import * as sessions from "~/domain/person/session/store.server";
import { changePassword } from "~/domain/person/store.server";
import { askExport } from "~/domain/export/export.server";
import type { ListName } from "~/domain/export/export";
import { holdings } from "~/domain/person/people/holding.server";
import type { acts as upkeepActs } from "~/domain/upkeep/policy";
import type { acts as settingActs } from "~/domain/setting/policy";
import { changeSetting } from "~/domain/setting/setting.server";
import { readUpkeep, rebuildIndex, retryJob } from "~/domain/upkeep/upkeep.server";
import type { Person } from "~/domain/kernel/actor";
import { db, pool } from "~/platform/db/client";
import { aPerson } from "../../factories/person";
import { making } from "../export/taking";
import { people, type Doing } from "./doing";

const mine = (deed: Extract<Doing, object>["deed"], does: (id: string) => Promise<unknown>): Doing => ({
  deed,
  by: "other",
  does: async () => {
    const { id } = await aPerson();
    people.other = id;
    return does(id);
  },
});

const sessionOf = async (personId: string) =>
  (await db().session.findFirstOrThrow({ where: { personId }, select: { id: true } })).id;
const totp = { sealedSecret: Buffer.from("sealed"), lastStep: 1 };
const passkey = (personId: string) => ({
  id: randomUUID(),
  personId,
  publicKey: Buffer.from("key"),
  counter: 0,
  device: "",
});

const identity = (personId: string) => ({ personId, provider: "x", issuer: "x", subject: randomUUID(), label: "x" });

/** What people do with their own account. */
export const account: Record<string, Doing> = {
  read: "their own",
  end_session: mine("person.end_session", async (id) => sessions.end({ personId: id }, await sessionOf(id))),
  end_others: mine("person.end_session", (id) => sessions.endOthers(id, randomUUID())),
  change_password: mine("person.change_password", (id) => changePassword(id, "none", "other", randomUUID())),
  change_factors: mine("person.set_factor", (id) => factors.setTotp(id, totp, ["a"], randomUUID())),
  "change_factors, codes": mine("person.new_codes", (id) => factors.setRecoveryCodes(id, ["b"])),
  turn_off_factor: mine("person.end_factor", (id) => factors.removeTotp(id, randomUUID())),
  add_passkey: mine("person.add_passkey", (id) => passkeys.add(passkey(id))),
  link_identity: mine("person.link_identity", (id) => identities.link(identity(id))),
  unlink_identity: mine("person.unlink_identity", async (id) => {
    await identities.link(identity(id));
    return identities.unlink(id, (await db().identity.findFirstOrThrow({ where: { personId: id } })).id);
  }),
  "remove passkey": mine("person.remove_passkey", async (id) => {
    const key = passkey(id);
    await db().passkey.create({ data: { ...key, counter: 0n, createdAt: new Date() } });
    return passkeys.remove(id, key.id);
  }),
};

async function administrator(): Promise<Person> {
  const { id, actor } = await aPerson({ role: "admin", organisation: null });
  people.admin = id;
  return actor;
}
const byAdmin = (deed: Extract<Doing, object>["deed"], does: (admin: Person) => Promise<unknown>): Doing => ({
  deed,
  by: "admin",
  does: async () => does(await administrator()),
});
const nothing = new URLSearchParams();

/** Takes a list along, as far as the worker does it. */
export async function tookAs(actor: Person, list: ListName): Promise<void> {
  const asked = await askExport(actor, { list, format: "csv", query: "" }, "en");
  await making(asked.ok ? asked.value : "");
}
const wish = { role: "auditor" as const };

const invited = (admin: Person) =>
  invite(admin, { ...wish, name: "X", email: `${randomUUID()}@example.org`, locale: "en" });

export const invitations: Record<string, Doing> = {
  "see invitations": byAdmin("person.list", (admin) => readInvitations(admin, nothing)),
  invite: byAdmin("person.invite", invited),
  uninvite: byAdmin("person.uninvite", async (admin) => {
    const made = await invited(admin);
    return uninvite(admin, made.ok ? made.value : "");
  }),
  renew: byAdmin("person.renew_password", async (admin) => renewPassword(admin, (await aPerson()).id)),
  "take up": {
    deed: "person.take_up",
    by: "other",
    does: async () => {
      const link = (await inviteFirst(`${randomUUID()}@example.org`, "X", "en")) ?? "";
      const from = { network: randomUUID(), userAgent: null, token: null };
      await takeUp(link.split("/").at(-1) ?? "", "correct horse battery staple", from);
      people.other = (await db().person.findFirstOrThrow({ orderBy: { createdAt: "desc" } })).id;
    },
  },
};

async function aHead(): Promise<Person> {
  const { id, actor } = await aPerson({ role: "unit_head", organisation: "unit-a" });
  people.admin = id;
  return actor;
}
const byHead = (deed: Extract<Doing, object>["deed"], does: (head: Person) => Promise<unknown>): Doing => ({
  deed,
  by: "admin",
  does: async () => does(await aHead()),
});
const joining = () => ({
  name: "X",
  email: `${randomUUID()}@example.org`,
  locale: "en" as const,
  organisation: "unit-a",
});

const profile = { nameHans: "甲", nameHant: "甲", nameEn: "A", namePt: "A" };
const anAdded = async (admin: Person) => {
  const made = await addOrganisation(admin, { slug: `x-${randomUUID()}`, kind: "unit", ...profile });
  return made.ok ? made.value : "";
};

export const organisations: Record<string, Doing> = {
  read: "nothing of anybody stands in it",
  add: byAdmin("organisation.add", anAdded),
  change: byAdmin("organisation.change", async (admin) =>
    changeOrganisation(admin, await anAdded(admin), { seen: 1, ...profile, nameEn: "B" }),
  ),
  import: byAdmin("organisation.import", async (admin) => {
    const heads = new Map(columns.map((column) => [spoken(column), column]));
    const vocabulary = { head: heads, kind: new Map([["unit", "unit"]]) };
    const names = ["nameHans", "nameHant", "nameEn", "namePt"];
    const rows = [
      ["slug", "kind", ...names],
      [`x-${randomUUID()}`, "unit", ...names],
    ];
    const seen = await lookAtOrganisations(admin, rows, vocabulary);
    const sign = seen.ok && "seen" in seen.value ? seen.value.seen : "";
    return takeOrganisations(admin, rows, vocabulary, { seen: sign });
  }),
  close: byAdmin("organisation.close", async (admin) => closeOrganisation(admin, await anAdded(admin))),
};

/** What a head does for their team, and who is asked to join it. */
export const teams: Record<string, Doing> = {
  see: byHead("person.list", readTeams),
  ask: byHead("person.invite", (head) => addToTeam(head, joining())),
  "take back": byHead("person.uninvite", async (head) => {
    const made = await addToTeam(head, joining());
    return uninviteFromTeam(head, made.ok ? made.value : "");
  }),
  end: byHead("person.end_grant", async (head) => {
    const { id } = await aPerson({ role: "unit", organisation: "unit-a" });
    return endInTeam(head, (await db().grant.findFirstOrThrow({ where: { personId: id } })).id);
  }),
};

export const administration: Record<string, Doing> = {
  list: byAdmin("person.list", (admin) => listPeople(admin, nothing)),
  see: byAdmin("person.read", async (admin) => readPerson(admin, (await aPerson()).id)),
  table: byAdmin("person.table", (admin) => tookAs(admin, "people")),
  "list of roles": byAdmin("person.list", (admin) => holdings(admin, nothing)),
  grant: byAdmin("person.grant", async (admin) => grantRole(admin, (await aPerson()).id, wish)),
  revoke: byAdmin("person.end_grant", async (admin) => {
    const { id } = await aPerson();
    const { id: grant } = await db().grant.findFirstOrThrow({ where: { personId: id } });
    return revokeRole(admin, id, grant);
  }),
  "end sessions": byAdmin("person.end_sessions", async (admin) => endSessionsOf(admin, (await aPerson()).id)),
  disable: byAdmin("person.disable", async (admin) => disable(admin, (await aPerson()).id)),
  enable: byAdmin("person.enable", async (admin) => {
    const { id } = await aPerson();
    await disable(admin, id);
    return enable(admin, id);
  }),
};

export const calendar: Record<(typeof calendarActs)[number], Doing> = {
  see: "nothing of anybody stands in it",
  tell: byAdmin("calendar.tell", (admin) =>
    changeDay(admin, "macao", { day: "2027-03-01", kind: "closed", name: dayNames[0], source: "x", confirmed: "yes" }),
  ),
};

export const setting: Record<(typeof settingActs)[number], Doing> = {
  see: "nothing of anybody stands in it",
  change: byAdmin("setting.change", (admin) =>
    changeSetting(admin, "accept_days", { seen: 0, value: 9, source: "公告 x", inForce: "2099-01-01" }),
  ),
};

/** Lists that are taken along, beside those of their rooms. */
export const exports: Record<string, Doing> = {
  days: byAdmin("calendar.table", (admin) => tookAs(admin, "days")),
  letters: byAdmin("upkeep.table", (admin) => tookAs(admin, "letters")),
};

export const upkeep: Record<(typeof upkeepActs)[number], Doing> = {
  see: byAdmin("upkeep.read", (admin) => readUpkeep(admin, nothing)),
  retry: byAdmin("upkeep.retry", async (admin) => {
    const { rows } = await pool().query<{ id: string }>(
      `SELECT id FROM graphile_worker.add_job('mail.send', '{"id":"x"}'::json, max_attempts => 1)`,
    );
    await pool().query(`UPDATE graphile_worker._private_jobs SET attempts = 1, last_error = 'x' WHERE id = $1`, [
      rows[0]?.id,
    ]);
    return retryJob(admin, rows[0]?.id);
  }),
  rebuild: byAdmin("upkeep.rebuild", (admin) => rebuildIndex(admin)),
};
