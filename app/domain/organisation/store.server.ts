import { z } from "zod";
import type { Deed } from "~/domain/kernel/deed";
import { localized } from "~/domain/kernel/localized";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { db, type Prisma } from "~/platform/db/client";
import { lock } from "~/platform/db/lock";
import { note } from "~/platform/journal/note";
import type { Taken } from "~/domain/intake/list";
import { signsOf, type Plan } from "./import/plan";
import { isAlike, isCircle, kinds, type New, type Organisation, type Profile } from "./organisation";

const shape = z.object({
  slug: z.string(),
  kind: z.enum(kinds),
  names: localized,
  parent: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  closedAt: z.date().nullable(),
  version: z.number(),
});

export async function all(tx: Prisma.TransactionClient | ReturnType<typeof db> = db()): Promise<Organisation[]> {
  return z.array(shape).parse(await tx.organisation.findMany({ orderBy: [{ kind: "asc" }, { slug: "asc" }] }));
}

/** One change of the tree at a time: two that each leave it one would together make a circle. */
function alone<T>(work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  return db().$transaction(async (tx) => {
    await lock(tx, "organisation");
    return work(tx);
  });
}

const say = (tx: Prisma.TransactionClient, by: string, deed: Deed, reference: string, particulars = {}) =>
  note(tx, { by: { id: by, part: "admin" }, deed, reference, particulars });

/** Adds an organisation. Refused as a conflict where its key is taken, `invalid` where there is no such one above it. */
export function add(made: New, by: string): Promise<Result<string>> {
  return alone(async (tx) => {
    const there = await all(tx);
    const same = there.find(({ slug }) => slug === made.slug);
    if (same) return isAlike(same, made) && same.kind === made.kind ? done(made.slug) : refuse("conflict");
    if (!standsIn(there, made.parent)) return refuse("invalid");
    await tx.organisation.create({ data: made });
    await say(tx, by, "organisation.add", made.slug, { kind: made.kind });
    return done(made.slug);
  });
}

const standsIn = (there: readonly Organisation[], parent: string | null) =>
  parent === null || there.some(({ slug, closedAt }) => slug === parent && closedAt === null);

/**
 * Writes another profile over the version that was seen. Refused as a conflict where there is another version, `invalid`
 * where it would stand below itself or below none that is open.
 */
export function change(slug: string, seen: number, next: Profile, by: string): Promise<Result<string>> {
  return alone(async (tx) => {
    const there = await all(tx);
    const before = there.find((one) => one.slug === slug);
    if (!before) return refuse("not_found");
    if (isAlike(before, next)) return done(slug);
    if (before.version !== seen) return refuse("conflict");
    if (next.parent !== before.parent && (!standsIn(there, next.parent) || isCircle(slug, next.parent, there)))
      return refuse("invalid");
    await tx.organisation.update({ where: { slug }, data: { ...next, version: { increment: 1 } } });
    await say(tx, by, "organisation.change", slug);
    return done(slug);
  });
}

/** States in which a suggestion waits for the unit that handles it. */
const atWork = ["assigned", "in_progress", "rehandling", "return_requested"];

/**
 * Closes an organisation: every role that is held for it ends, and invitations to one go. Refused `wrong_state` where work
 * is still with it, or something that is open stands below it. Again changes nothing.
 */
export function close(slug: string, by: string, at: Date): Promise<Result<string>> {
  return alone(async (tx) => {
    const there = await all(tx);
    const before = there.find((one) => one.slug === slug);
    if (!before) return refuse("not_found");
    if (before.closedAt) return done(slug);
    const below = there.some(({ parent, closedAt }) => parent === slug && closedAt === null);
    if (below || (await tx.suggestion.count({ where: { unitSlug: slug, state: { in: atWork } } })) > 0)
      return refuse("wrong_state");
    await lock(tx, "grant");
    await tx.organisation.update({ where: { slug }, data: { closedAt: at, version: { increment: 1 } } });
    const open = { organisation: slug, OR: [{ until: null }, { until: { gt: at } }] };
    const { count: roles } = await tx.grant.updateMany({ where: open, data: { until: at } });
    await tx.invitation.deleteMany({ where: { organisation: slug } });
    await say(tx, by, "organisation.close", slug, { roles });
    return done(slug);
  });
}

/** Carries out a plan that is the one that was seen; refused as a conflict where it is another, with `invalid` where none is. */
export function take(
  plan: (there: Organisation[]) => Plan,
  isSeen: (signs: string) => boolean,
  by: string,
): Promise<Result<Taken>> {
  return alone(async (tx) => {
    const { steps, faults } = plan(await all(tx));
    const taken = { added: 0, changed: 0 };
    if (faults.length > 0) return refuse("invalid");
    // Sent twice, the second time finds everything done.
    if (steps.every(({ what }) => what === "same")) return done(taken);
    if (!isSeen(signsOf({ steps, faults }))) return refuse("conflict");
    // Each first without its place: what it stands below may come further down the list.
    for (const { what, made } of steps)
      if (what === "add") await tx.organisation.create({ data: { ...made, parent: null } });
    for (const { what, made } of steps) {
      if (what === "same") continue;
      const { slug, kind, ...profile } = made;
      const version = what === "change" ? { version: { increment: 1 } } : {};
      await tx.organisation.update({ where: { slug }, data: { ...profile, ...version } });
      await say(tx, by, `organisation.${what}`, slug, what === "add" ? { kind } : {});
      taken[what === "add" ? "added" : "changed"] += 1;
    }
    await say(tx, by, "organisation.import", "", taken);
    return done(taken);
  });
}
