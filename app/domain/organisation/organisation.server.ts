import type { z } from "zod";
import type { Person } from "~/domain/kernel/actor";
import { refuse, type Result } from "~/domain/kernel/refusal";
import { now } from "~/platform/clock";
import { profileOf, type organisationForm, type profileForm } from "./form";
import { isCircle, pathOf } from "./organisation";
import { may } from "./policy";
import * as store from "./store.server";

/** Those that a new organisation may stand below; null: not for this person. */
export async function readNew(actor: Person) {
  return may(actor, "add") ? { parents: (await store.all()).filter(({ closedAt }) => closedAt === null) } : null;
}

/** An organisation, where it stands, those that it may stand below, and what this administrator may do; null: not found. */
export async function readOrganisation(actor: Person, slug: string | undefined) {
  const all = may(actor, "read") ? await store.all() : [];
  const found = all.find((one) => one.slug === slug);
  if (!found) return null;
  const open = found.closedAt === null;
  return {
    organisation: found,
    path: pathOf(found, all).map(({ slug: key, names }) => ({ slug: key, names })),
    parents: all.filter((one) => one.closedAt === null && one !== found && !isCircle(found.slug, one.slug, all)),
    can: { change: open && may(actor, "change"), close: open && may(actor, "close") },
  };
}

/** Adds an organisation. Refused `conflict` where its key is taken, `invalid` where there is none above it. Again changes nothing. */
export async function addOrganisation(actor: Person, sent: z.output<typeof organisationForm>): Promise<Result<string>> {
  if (!may(actor, "add")) return refuse("forbidden");
  return store.add({ slug: sent.slug, kind: sent.kind, ...profileOf(sent) }, actor.id);
}

/** Writes another profile. Refused `conflict` where somebody else did meanwhile, `invalid` for a place that makes a circle. */
export async function changeOrganisation(
  actor: Person,
  slug: string | undefined,
  { seen, ...sent }: z.output<typeof profileForm>,
): Promise<Result<string>> {
  const found = await readOrganisation(actor, slug);
  if (!found) return refuse("not_found");
  if (!found.can.change) return refuse("forbidden");
  return store.change(found.organisation.slug, seen, profileOf(sent), actor.id);
}

/** Closes an organisation, with every role held for it. Refused `wrong_state` where work is still with it. */
export async function closeOrganisation(actor: Person, slug: string | undefined): Promise<Result<string>> {
  const found = await readOrganisation(actor, slug);
  if (!found) return refuse("not_found");
  if (!may(actor, "close")) return refuse("forbidden");
  return store.close(found.organisation.slug, actor.id, now());
}
