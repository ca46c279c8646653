import { expect } from "vitest";
import { type Deed } from "~/domain/kernel/deed";
import { db } from "~/platform/db/client";
import { anOrganisation, aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, signedInAs, visit } from "../enquiry/visit";
import { aCast, type Cast } from "../suggestion/visit";

/** What each verb of a policy does, and the line that it leaves; a string says why it leaves none. */
export type Doing = string | { deed: Deed; by: keyof typeof people | null; does: () => Promise<unknown> };

export const people = {
  member: "",
  committee: "",
  unit: "",
  supervision: "",
  station: "",
  colleague: "",
  auditor: "",
  admin: "",
  other: "",
  editor: "",
  reviewer: "",
  lastReviewer: "",
};
export const cookies = { ...people };
export const cast: Cast = { member: "", other: "", committee: "", unit: "", otherUnit: "", supervision: "" };

/** Everybody who does something in the tests of the journal, each with a session. */
export async function everybody(): Promise<void> {
  await freshDatabase();
  Object.assign(cast, await aCast());
  await anOrganisation("station-a", "station");
  const somebody = async (name: keyof typeof people, role: "station" | "auditor") => {
    const { id, token } = await aPerson({ role, organisation: role === "station" ? "station-a" : null });
    people[name] = id;
    cookies[name] = await signedInAs(token);
  };
  await somebody("station", "station");
  await somebody("colleague", "station");
  await somebody("auditor", "auditor");
  for (const role of ["member", "committee", "unit", "supervision"] as const) {
    cookies[role] = cast[role];
    const grants = await db().grant.findMany({ where: { role }, include: { person: { include: { sessions: true } } } });
    for (const { personId } of grants) if (await isOf(cast[role], personId)) people[role] = personId;
  }
}

async function isOf(cookie: string, id: string): Promise<boolean> {
  const { actorOf } = await import("~/http/guards");
  return (await actorOf(visit({ cookie })))?.id === id;
}

export const at = (name: keyof typeof people, reference: string, body?: Record<string, string>) =>
  visit({ params: { reference }, cookie: cookies[name], ...(body && { body }) });
export const ok = async (doing: Promise<unknown>) => {
  const said = await answerOf(doing);
  expect([200, 303]).toContain(said.status);
  return said;
};
