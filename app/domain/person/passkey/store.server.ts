import { now } from "~/platform/clock";
import { db } from "~/platform/db/client";
import { note } from "~/platform/journal/note";
import { tell } from "../notice/store.server";

export async function listOf(personId: string) {
  return db().passkey.findMany({ where: { personId }, orderBy: { createdAt: "asc" } });
}

export async function find(id: string) {
  return db().passkey.findUnique({ where: { id } });
}

type NewPasskey = {
  id: string;
  personId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  device: string;
};

/** Keeps the public half of a new passkey; false: there is one of that name already. */
export async function add({ counter, ...passkey }: NewPasskey): Promise<boolean> {
  const row = { ...passkey, counter: BigInt(counter), createdAt: now() };
  return db().$transaction(async (tx) => {
    const { count } = await tx.passkey.createMany({ data: [row], skipDuplicates: true });
    if (count === 0) return false;
    const by = { id: row.personId, part: "person" } as const;
    await note(tx, { by, deed: "person.add_passkey", reference: row.personId });
    await tell(tx, row.personId, "passkey");
    return true;
  });
}

/** Notes that a passkey was used, with its count; false where it is gone, or its count was used by somebody else meanwhile. */
export async function used(id: string, before: bigint, counter: number): Promise<boolean> {
  const { count } = await db().passkey.updateMany({
    where: { id, counter: before },
    data: { counter: BigInt(counter), usedAt: now() },
  });
  return count === 1;
}

export async function remove(personId: string, id: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.passkey.deleteMany({ where: { personId, id } });
    if (count === 0) return false;
    await note(tx, { by: { id: personId, part: "person" }, deed: "person.remove_passkey", reference: personId });
    await tell(tx, personId, "passkey_off");
    return true;
  });
}
