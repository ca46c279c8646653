import type { Locale } from "~/domain/kernel/locale";
import { consentTo } from "~/domain/privacy/consent";
import { pageSize, type Page } from "~/domain/kernel/page";
import { db } from "~/platform/db/client";
import { note } from "~/platform/journal/note";

type NewLead = {
  id: string;
  requestKey: string;
  locale: Locale;
  text: string;
  sealed: Uint8Array<ArrayBuffer>;
  createdAt: Date;
  series: string;
};

const kept = { state: { not: "erased" } };

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
    await tx.consent.create({ data: consentTo("lead", lead.id, lead.locale, lead.createdAt) });
    await note(tx, { by: { id: null, part: "giver" }, deed: "lead.give", reference });
    return reference;
  });
}

export async function list(number: number): Promise<Page<{ reference: string; state: string; createdAt: Date }>> {
  const [items, total] = await Promise.all([
    db().lead.findMany({
      where: kept,
      orderBy: [{ state: "desc" }, { createdAt: "desc" }, { reference: "desc" }],
      skip: (number - 1) * pageSize,
      take: pageSize,
      select: { reference: true, state: true, createdAt: true },
    }),
    db().lead.count({ where: kept }),
  ]);
  return { items, number, size: pageSize, total };
}

export async function find(reference: string) {
  if (!/^XS-\d{4}-\d{4,9}$/.test(reference)) return null;
  return db().lead.findUnique({ where: { reference, state: { not: "erased" } } });
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

/** Erases what leads said and who gave them, handled or come before then; number and dates stay. */
export async function eraseBefore(before: Date): Promise<void> {
  const old = [{ handledAt: { lt: before } }, { handledAt: null, createdAt: { lt: before } }];
  const rows = await db().lead.findMany({ where: { ...kept, OR: old }, select: { reference: true }, take: 5000 });
  for (const { reference } of rows)
    await db().$transaction(async (tx) => {
      const data = { text: "", sealed: new Uint8Array(), state: "erased" };
      const { count } = await tx.lead.updateMany({ where: { reference, ...kept }, data });
      const by = { id: null, part: "system" } as const;
      if (count > 0) await note(tx, { by, deed: "lead.erase", reference, particulars: { why: "retention" } });
    });
}
