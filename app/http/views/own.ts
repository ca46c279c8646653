import { exportOwn, readOwn } from "~/domain/privacy/own.server";
import { daysKept } from "~/domain/privacy/kept.server";
import type { OpenSession } from "~/domain/person/session/session";
import type { Person } from "~/domain/kernel/actor";
import type { Part } from "~/http/machine/zip-response";
import { openFile } from "~/platform/files/files";

/** What a page shows of one's own data: who, what for, how much, and what was done lately. */
export async function readOwnPage(session: OpenSession) {
  const own = await readOwn(session);
  if (!own) return null;
  const { suggestions, sessions, letters, journal, ...rest } = own;
  const files = suggestions.reduce((sum, one) => sum + one.files.length, 0);
  const references = new Map(suggestions.map(({ id, reference }) => [id, reference]));
  return {
    ...rest,
    consents: own.consents.map((one) => ({ ...one, reference: references.get(one.subjectId) ?? "" })),
    counts: { suggestions: suggestions.length, files, sessions: sessions.length, letters: letters.length },
    journal: journal.slice(0, 10),
    kept: await daysKept(),
  };
}

/** The parts of an archive of one's own data: all of it as JSON, then the files as they were sent. Null: no account. */
export async function ownParts(actor: Person): Promise<AsyncGenerator<Part> | null> {
  const own = await exportOwn(actor);
  return own && partsOf(own);
}

async function* partsOf(own: NonNullable<Awaited<ReturnType<typeof exportOwn>>>): AsyncGenerator<Part> {
  const at = new Date();
  const { files, ...rest } = withNames(own);
  yield { name: "my-data.json", at, bytes: JSON.stringify(rest, null, 2) };
  for (const { storageKey, name } of files) {
    const bytes = await openFile(storageKey);
    if (bytes) yield { name, at, bytes };
  }
}

/** The account with, in place of the files' keys, their names in the archive. */
function withNames({ suggestions, ...own }: NonNullable<Awaited<ReturnType<typeof exportOwn>>>) {
  const files: { storageKey: string; name: string }[] = [];
  const named = suggestions.map((one) => ({
    ...one,
    files: one.files.map(({ storageKey, name, ...file }, index) => {
      const inside = `files/${one.reference}/${index + 1}-${name}`;
      files.push({ storageKey, name: inside });
      return { ...file, name, inside };
    }),
  }));
  return { ...own, suggestions: named, files };
}
