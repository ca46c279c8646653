import { pageSize, type Page } from "~/domain/kernel/page";
import { db } from "~/platform/db/client";
import { note } from "~/platform/journal/note";

type NewLead = {
  id: string;
  requestKey: string;
  locale: string;
  text: string;
  sealed: Uint8Array<ArrayBuffer>;
  createdAt: Date;
  series: string;
};

export async function findByRequestKey(requestKey: string): Promise<string | null> {
  const row = await db().lead.findUnique({ where: { requestKey }, select: { reference: true } });
  return row?.reference ?? null;
}

export async function create({ series, ...lead }: NewLead): Promise<string> {
  return db().$transaction(async (tx) => {
    const { value } = await tx.counter.upsert({
      where: { series },
      create: { series, value: 1 },
      update: { value: { increment: 1 } },
    });
    const reference = `XS-${series.slice(-4)}-${String(value).padStart(4, "0")}`;
    await tx.lead.create({ data: { ...lead, reference } });
    await note(tx, { by: { id: null, part: "giver" }, deed: "lead.give", reference });
    return reference;
  });
}

export async function list(number: number): Promise<Page<{ reference: string; state: string; createdAt: Date }>> {
  const [items, total] = await Promise.all([
    db().lead.findMany({
      orderBy: [{ state: "desc" }, { createdAt: "desc" }, { reference: "desc" }],
      skip: (number - 1) * pageSize,
      take: pageSize,
      select: { reference: true, state: true, createdAt: true },
    }),
    db().lead.count(),
  ]);
  return { items, number, size: pageSize, total };
}

export async function find(reference: string) {
  if (!/^XS-\d{4}-\d{4,9}$/.test(reference)) return null;
  return db().lead.findUnique({ where: { reference } });
}

/** Notes that the committee opened a lead with who gave it. */
export async function noteRead(reference: string, actorId: string): Promise<void> {
  await note(db(), { by: { id: actorId, part: "committee" }, deed: "lead.read", reference });
}

/** Marks a lead as handled; nothing when it was already. */
export async function handle(reference: string, actorId: string, at: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const data = { state: "handled", handledAt: at };
    const { count } = await tx.lead.updateMany({ where: { reference, state: "received" }, data });
    if (count > 0) await note(tx, { by: { id: actorId, part: "committee" }, deed: "lead.handle", reference });
  });
}
