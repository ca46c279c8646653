import { db, type Prisma } from "~/platform/db/client";
import { addJob } from "~/platform/jobs/jobs";
import { note } from "~/platform/journal/note";

/** Where a suggestion is its author's alone: nobody has answered for it yet, or it was taken back. */
const ownStates = ["submitted", "under_review", "returned", "withdrawn"];

const itself = (id: string) => ({ id, part: "person" as const });

/**
 * All that the portal keeps of somebody with an account, with the keys of the files. `claimMark` is how the claims of an
 * address are known; they are still sealed.
 */
export async function own(id: string, claimMark: (email: string) => string) {
  const person = await db().person.findUnique({
    where: { id },
    select: {
      email: true,
      name: true,
      nameLatin: true,
      locale: true,
      createdAt: true,
      grants: { select: { role: true, organisation: true, from: true, until: true } },
      memberships: {
        omit: { personId: true, grantId: true, folded: true, version: true },
        orderBy: { from: "desc" },
      },
      sessions: { select: { createdAt: true, expiresAt: true }, orderBy: { createdAt: "desc" } },
      identities: { select: { provider: true, label: true, createdAt: true, usedAt: true } },
      devices: { select: { device: true, country: true, seenAt: true }, orderBy: { seenAt: "desc" } },
      suggestions: {
        omit: { requestKey: true, authorId: true },
        include: {
          files: { select: { name: true, type: true, size: true, storageKey: true } },
          events: { omit: { actorId: true, suggestionId: true, id: true }, orderBy: { version: "asc" } },
        },
        orderBy: { submittedAt: "desc" },
      },
    },
  });
  if (!person) return null;
  const claims = await db().membershipClaim.findMany({
    where: { addressHash: claimMark(person.email) },
    select: { id: true, sealed: true, state: true, createdAt: true, confirmedAt: true, decidedAt: true },
    orderBy: { createdAt: "desc" },
  });
  const ids = [...person.suggestions, ...claims].map((one) => one.id);
  const [consents, letters, journal, erasure] = await Promise.all([
    db().consent.findMany({
      where: { subject: { in: ["suggestion", "claim"] }, subjectId: { in: ids } },
      omit: { id: true },
      orderBy: { at: "desc" },
    }),
    db().mail.findMany({
      where: { recipient: person.email },
      select: { template: true, subject: true, text: true, createdAt: true, sentAt: true },
      orderBy: { createdAt: "desc" },
    }),
    db().journal.findMany({
      where: { actorId: id },
      select: { at: true, verb: true, reference: true, network: true, country: true },
      orderBy: { seq: "desc" },
      take: 10_000,
    }),
    db().erasure.findFirst({ where: { personId: id, doneAt: null }, select: { askedAt: true, dueAt: true } }),
  ]);
  return { ...person, claims, consents, letters, journal, erasure };
}

export async function noteExport(id: string): Promise<void> {
  await note(db(), { by: itself(id), deed: "person.export", reference: id });
}

/** Keeps the wish to be erased; one that waits already stays as it is. */
export async function ask(personId: string, askedAt: Date, dueAt: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.erasure.createMany({ data: { personId, askedAt, dueAt }, skipDuplicates: true });
    if (count > 0) await note(tx, { by: itself(personId), deed: "person.ask_erasure", reference: personId });
  });
}

export async function takeBack(personId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.erasure.deleteMany({ where: { personId, doneAt: null } });
    if (count > 0) await note(tx, { by: itself(personId), deed: "person.keep", reference: personId });
  });
}

/** Whose accounts are to be erased by now. */
export async function due(at: Date): Promise<{ personId: string; email: string }[]> {
  const rows = await db().erasure.findMany({ where: { dueAt: { lte: at }, doneAt: null }, select: { personId: true } });
  const ids = rows.map(({ personId }) => personId);
  const people = await db().person.findMany({ where: { id: { in: ids } }, select: { id: true, email: true } });
  return people.map(({ id, email }) => ({ personId: id, email }));
}

/**
 * Erases an account: its name and address, all that opens it, sessions and roles, letters to it and what it follows; and the
 * suggestions that are its author's alone, with their files. What a body has taken up stays as that body's record,
 * without a name. `mark` and `claimMark` are how the address is known where it follows or claims something; `stranger`
 * stands where it was.
 */
export async function erase(
  id: string,
  { email, mark, claimMark, stranger }: { email: string; mark: string; claimMark: string; stranger: string },
  at: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.erasure.updateMany({ where: { personId: id, doneAt: null }, data: { doneAt: at } });
    if (count === 0) return;
    const whole = await eraseOwnSuggestions(tx, id, at);
    const theirs = { where: { personId: id } };
    await tx.session.deleteMany(theirs);
    await tx.totp.deleteMany(theirs);
    await tx.recoveryCode.deleteMany(theirs);
    await tx.passkey.deleteMany(theirs);
    await tx.knownDevice.deleteMany(theirs);
    await tx.identity.deleteMany(theirs);
    await tx.signInLink.deleteMany(theirs);
    await tx.invitation.deleteMany({ where: { email } });
    await tx.membershipClaim.deleteMany({ where: { addressHash: claimMark } });
    await tx.membership.deleteMany({ where: { OR: [{ personId: id }, { email }] } });
    await tx.grant.deleteMany(theirs);
    await tx.mail.deleteMany({ where: { recipient: email } });
    await tx.follower.deleteMany({ where: { addressHash: mark } });
    const nobody = { email: stranger, name: "", nameLatin: null, passwordHash: "", demo: false };
    await tx.person.update({ where: { id }, data: nobody });
    // A list that somebody took along before tells what was true then: none outlasts what it tells of.
    await tx.export.updateMany({ data: { expiresAt: at } });
    await addJob(tx, "export.forget", {}, "export.forget");
    const by = { id: null, part: "system" } as const;
    await note(tx, { by, deed: "person.erase", reference: id, particulars: { suggestions: whole } });
  });
}

/** The texts, reasons and files of suggestions that are nobody else's; how many there were. */
async function eraseOwnSuggestions(tx: Prisma.TransactionClient, authorId: string, at: Date): Promise<number> {
  const where = { authorId, state: { in: ownStates } };
  const rows = await tx.suggestion.findMany({ where, select: { id: true, files: { select: { storageKey: true } } } });
  const ids = rows.map(({ id }) => id);
  const blank = { title: "", matter: "", analysis: "", measures: "", placeSlug: null, publishable: false };
  await tx.suggestion.updateMany({ where: { id: { in: ids } }, data: { ...blank, state: "withdrawn" } });
  await tx.suggestionEvent.updateMany({ where: { suggestionId: { in: ids } }, data: { words: null } });
  await tx.suggestionFile.deleteMany({ where: { suggestionId: { in: ids } } });
  await tx.consent.updateMany({
    where: { subject: "suggestion", subjectId: { in: ids }, withdrawnAt: null },
    data: { withdrawnAt: at },
  });
  for (const { storageKey } of rows.flatMap(({ files }) => files))
    await addJob(tx, "files.drop", { key: storageKey }, `file:${storageKey}`);
  return ids.length;
}

/** So long, in milliseconds, a device is known that nobody has signed in with since. */
const deviceKnown = 90 * 24 * 3600 * 1000;

/**
 * Forgets letters sent before then, sessions and invitations that are over, and devices not seen for long; says in the
 * journal how many letters.
 */
export async function forgetOld(lettersBefore: Date, at: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.mail.deleteMany({ where: { state: { not: "waiting" }, sentAt: { lt: lettersBefore } } });
    await tx.session.deleteMany({ where: { expiresAt: { lt: at } } });
    await tx.invitation.deleteMany({ where: { expiresAt: { lt: at } } });
    await tx.knownDevice.deleteMany({ where: { seenAt: { lt: new Date(at.getTime() - deviceKnown) } } });
    const by = { id: null, part: "system" } as const;
    if (count > 0) await note(tx, { by, deed: "mail.erase", reference: "", particulars: { count } });
  });
}
