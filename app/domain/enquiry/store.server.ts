import type { Role } from "~/domain/kernel/actor";
import { locales } from "~/domain/kernel/locale";
import { pageSize, type Page } from "~/domain/kernel/page";
import { consentTo } from "~/domain/privacy/consent";
import { db, type Prisma } from "~/platform/db/client";
import { note } from "~/platform/journal/note";
import { post, withdraw, type Letter } from "~/platform/mail/mail";
import { deedOf, states, type Enquiry, type State, type Step } from "./enquiry";
import { clocksAfter } from "./waiting";

/** Closed words: only `secrets.server.ts` can open them. */
export type Sealed = Uint8Array<ArrayBuffer>;
export type NewMessage = {
  id: string;
  requestKey: string;
  side: "asker" | "station";
  authorId: string | null;
  authorRole?: Role | null;
  sealed: Sealed;
};
export type NewEnquiry = Omit<
  Enquiry,
  "reference" | "state" | "version" | "claimedBy" | "claimedAt" | "owedSince" | "answeredAt"
> & {
  receiptHash: string;
  requestKey: string;
  sealedContact: Sealed | null;
};
export type Found = { enquiry: Enquiry; sealedContact: Uint8Array | null; repeated: boolean };
/** What tells whether the receipt of a form that was sent before may be given again. */
export type Kept = { reference: string; receiptHash: string; createdAt: Date };
export type Show = "open" | "mine" | "done";
export type Saving = {
  verb: string;
  step: Step;
  actorId: string | null;
  at: Date;
  message?: NewMessage;
  letter?: Letter;
};

const asker = { id: null, part: "asker" } as const;
const open: State[] = ["received", "claimed", "waiting"];
const ends: State[] = ["closed", "spam", "out_of_scope", "erased"];
const spelling = /^ZX-\d{4}-\d{4,9}$/;

/** What the same form made when it was sent before, or null. */
export async function findByRequestKey(requestKey: string): Promise<Kept | null> {
  const select = { reference: true, receiptHash: true, createdAt: true } as const;
  return db().enquiry.findUnique({ where: { requestKey }, select });
}

export async function findByReceipt(receiptHash: string): Promise<string | null> {
  const row = await db().enquiry.findUnique({ where: { receiptHash }, select: { id: true } });
  return row?.id ?? null;
}

/** An enquiry, and whether a message with this request key is already in it. */
export async function find(where: { id: string } | { reference: string }, requestKey = ""): Promise<Found | null> {
  if ("reference" in where && !spelling.test(where.reference)) return null;
  const row = await db().enquiry.findUnique({
    where,
    include: { messages: { where: { requestKey }, select: { id: true } } },
  });
  return row && { enquiry: enquiryOf(row), sealedContact: row.sealedContact, repeated: row.messages.length > 0 };
}

/** All messages, still closed, and what happened, both in order. */
export async function history(enquiryId: string) {
  const where = { enquiryId };
  const [messages, events] = await Promise.all([
    db().enquiryMessage.findMany({
      where,
      orderBy: [{ at: "asc" }, { id: "asc" }],
      select: { id: true, side: true, authorRole: true, sealed: true, at: true },
    }),
    db().enquiryEvent.findMany({ where, orderBy: [{ at: "asc" }, { id: "asc" }], select: { verb: true, at: true } }),
  ]);
  return { messages, events };
}

/** Keeps a new enquiry under the next number of its year. Null when the same form was kept by another request meanwhile. */
export async function create(
  enquiry: NewEnquiry,
  message: NewMessage,
  verbs: string[],
  year: string,
): Promise<string | null> {
  const { place, createdAt, ...rest } = enquiry;
  return db()
    .$transaction(async (transaction) => {
      const number = await nextNumber(transaction, `enquiry-${year}`);
      const reference = `ZX-${year}-${String(number).padStart(4, "0")}`;
      const events = { create: verbs.map((verb) => ({ verb, at: createdAt })) };
      const messages = { create: { ...message, at: createdAt } };
      await transaction.enquiry.create({
        data: {
          ...rest,
          reference,
          placeSlug: place,
          state: "received",
          createdAt,
          owedSince: createdAt,
          messages,
          events,
        },
      });
      await transaction.consent.create({ data: consentTo("enquiry", enquiry.id, enquiry.locale, createdAt) });
      await note(transaction, { by: asker, deed: "enquiry.submit", reference });
      return reference;
    })
    .catch((error: unknown) => unlessTwice(error, null));
}

/** Takes a step if nobody else took one since `enquiry` was read. False when somebody did. */
export async function save(enquiry: Enquiry, { verb, step, actorId, at, message, letter }: Saving): Promise<boolean> {
  const taken = db().$transaction(async (transaction) => {
    const { count } = await transaction.enquiry.updateMany({
      where: { id: enquiry.id, version: enquiry.version },
      data: {
        state: step.state,
        claimedById: step.claimedBy,
        ...clocksAfter(enquiry, step, at),
        version: { increment: 1 },
        ...(verb === "answer" && !enquiry.answeredAt ? { answeredAt: at } : {}),
      },
    });
    if (count === 0) return false;
    if (message) await transaction.enquiryMessage.create({ data: { ...message, enquiryId: enquiry.id, at } });
    await transaction.enquiryEvent.create({ data: { enquiryId: enquiry.id, verb, actorId, at } });
    if (letter) await post(transaction, letter);
    const by = actorId === null ? asker : { id: actorId, part: "station" as const };
    await note(transaction, { by, reference: enquiry.reference, ...deedOf(verb) });
    return true;
  });
  return taken.catch((error: unknown) => unlessTwice(error, false));
}

/**
 * Erases what the asker wrote and was answered, the address, and how the asker described themselves. Number, topic,
 * language, dates and the journal stay; the code opens nothing any more. False when somebody took a step meanwhile.
 */
export async function erase(
  enquiry: Enquiry,
  step: Step,
  unguessable: string,
  at: Date,
  why: "asked" | "retention" = "asked",
): Promise<boolean> {
  return db().$transaction(async (transaction) => {
    const { count } = await transaction.enquiry.updateMany({
      where: { id: enquiry.id, version: enquiry.version },
      data: {
        state: step.state,
        claimedById: step.claimedBy,
        ...clocksAfter(enquiry, step, at),
        version: { increment: 1 },
        receiptHash: unguessable,
        sealedContact: null,
        placeSlug: null,
        region: "",
        nationality: "",
      },
    });
    if (count === 0) return false;
    const where = { enquiryId: enquiry.id };
    const messages = await transaction.enquiryMessage.findMany({ where, select: { id: true } });
    await withdraw(
      transaction,
      messages.map(({ id }) => answeredKey(id)),
    );
    await transaction.enquiryMessage.deleteMany({ where });
    await transaction.enquiryEvent.create({ data: { enquiryId: enquiry.id, verb: "erase", at } });
    const by = why === "asked" ? asker : ({ id: null, part: "system" } as const);
    await note(transaction, { by, deed: "enquiry.erase", reference: enquiry.reference, particulars: { why } });
    return true;
  });
}

/** The key of the letter that tells of an answer. */
export function answeredKey(messageId: string): string {
  return `enquiry_answered:${messageId}`;
}

/** The station's list, the longest waiting first; what is done, the latest first. */
export async function queue(show: Show, actorId: string, number: number): Promise<Page<Enquiry>> {
  const where: Prisma.EnquiryWhereInput = {
    open: { state: { in: open } },
    mine: { claimedById: actorId, state: { notIn: ends } },
    done: { state: { in: ["answered" as const, ...ends] } },
  }[show];
  const [total, rows] = await Promise.all([
    db().enquiry.count({ where }),
    db().enquiry.findMany({
      where,
      orderBy: show === "done" ? [{ createdAt: "desc" }, { id: "asc" }] : [{ owedSince: "asc" }, { id: "asc" }],
      skip: (number - 1) * pageSize,
      take: pageSize,
    }),
  ]);
  return { items: rows.map(enquiryOf), number, size: pageSize, total };
}

async function nextNumber(transaction: Prisma.TransactionClient, series: string): Promise<number> {
  const rows = await transaction.$queryRaw<{ value: number }[]>`
    INSERT INTO counter (series, value) VALUES (${series}, 1)
    ON CONFLICT (series) DO UPDATE SET value = counter.value + 1 RETURNING value`;
  return rows[0]?.value ?? 1;
}

type Row = Omit<Enquiry, "locale" | "state" | "place" | "claimedBy"> & {
  locale: string;
  state: string;
  placeSlug: string | null;
  claimedById: string | null;
};

function enquiryOf(row: Row): Enquiry {
  const state = states.find((one) => one === row.state);
  if (!state) throw new Error("An enquiry in an unknown state.");
  const { id, reference, topic, region, nationality, version, claimedAt, owedSince, createdAt, answeredAt } = row;
  const locale = locales.find((one) => one === row.locale) ?? "zh-Hans";
  return {
    id,
    reference,
    locale,
    topic,
    place: row.placeSlug,
    region,
    nationality,
    state,
    version,
    claimedBy: row.claimedById,
    claimedAt,
    owedSince,
    createdAt,
    answeredAt,
  };
}

/** The same request key twice is no fault: the other request did it. */
function unlessTwice<T>(error: unknown, otherwise: T): T {
  if (error instanceof Error && "code" in error && error.code === "P2002") return otherwise;
  throw error;
}
