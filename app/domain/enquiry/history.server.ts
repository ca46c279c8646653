import { unseal } from "~/platform/crypto/seal";
import { messageContext } from "./secrets.server";
import * as store from "./store.server";

/** `profession` is that of whoever answered, where it is known. */
export type Message = { id: string; side: "asker" | "station"; profession: string | null; text: string; at: Date };

/** What happened, by code; `reason` only where something was set aside. */
export type Happening = { verb: string; reason: string | null; at: Date };

/** How often staff opened an enquiry, and when last. */
export type Reads = { count: number; last: Date | null };

/** The words of an enquiry, opened. */
export async function openHistory(
  enquiryId: string,
): Promise<{ messages: Message[]; events: Happening[]; reads: Reads }> {
  const { messages, events } = await store.history(enquiryId);
  return {
    messages: messages.map(({ id, side, authorRole, sealed, at }) => ({
      id,
      side: side === "station" ? "station" : "asker",
      profession: authorRole,
      text: unseal(sealed, messageContext(enquiryId, id)),
      at,
    })),
    ...told(events),
  };
}

/** What happened to an enquiry, its words left closed. */
export async function closedHistory(enquiryId: string): Promise<{ events: Happening[]; reads: Reads }> {
  return told((await store.history(enquiryId)).events);
}

function told(all: { verb: string; at: Date }[]): { events: Happening[]; reads: Reads } {
  const reads = all.filter(({ verb }) => verb === "read");
  const events = all.flatMap(({ verb, at }) => {
    const [name = "", reason = null] = verb.split(":");
    return name === "read" || name === "consent" ? [] : [{ verb: name, reason, at }];
  });
  return { events, reads: { count: reads.length, last: reads.at(-1)?.at ?? null } };
}
