import { db } from "~/platform/db/client";
import { note } from "~/platform/journal/note";
import type { Enquiry } from "./enquiry";

/** Notes that somebody of the station opened an enquiry, and whether its words were there to read. */
export async function noteRead(
  { id, reference }: Pick<Enquiry, "id" | "reference">,
  actorId: string,
  words: boolean,
  at: Date,
): Promise<void> {
  await db().$transaction([
    db().enquiryEvent.create({ data: { enquiryId: id, verb: "read", actorId, at } }),
    note(db(), { by: { id: actorId, part: "station" }, deed: "enquiry.read", reference, particulars: { words } }),
  ]);
}

/** Notes that the asker took a copy along. */
export async function noteCopy(reference: string): Promise<void> {
  await note(db(), { by: { id: null, part: "asker" }, deed: "enquiry.copy", reference });
}

/** Enquiries whose last step was before the one moment, or as spam before the other; a batch a day at most. */
export async function longEnded(before: Date, spamBefore: Date): Promise<string[]> {
  const rows = await db().enquiry.findMany({
    where: {
      OR: [
        { state: { in: ["answered", "closed", "out_of_scope"] }, updatedAt: { lt: before } },
        { state: "spam", updatedAt: { lt: spamBefore } },
      ],
    },
    select: { id: true },
    orderBy: { id: "asc" },
    take: 5000,
  });
  return rows.map(({ id }) => id);
}
