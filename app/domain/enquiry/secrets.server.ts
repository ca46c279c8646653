import { z } from "zod";
import { derive, seal, sha256, unseal } from "~/platform/crypto/seal";
import { codeOf, plainCode } from "./receipt";

const once = z.object({ reference: z.string(), code: z.string().nullable() });
const ticket = z.object({ id: z.uuid(), until: z.number() });

/** What the page after a new enquiry shows, once. No code when it can no longer be told. */
export type Receipt = z.output<typeof once>;

/** What is kept of a form's key: who reads the table cannot send the form again and be told its receipt code. */
export function keptKey(requestKey: string): string {
  return sha256(`enquiry:${requestKey}`);
}

/** The receipt code of a form: the same each time that form is sent. */
export function receiptCode(requestKey: string): string {
  return codeOf(derive("receipt", requestKey));
}

/** What is kept of a receipt code. A code that cannot be one has a hash too, so that asking for it takes as long. */
export function receiptHash(typed: string): string {
  return sha256(`receipt:${plainCode(typed) ?? ""}`);
}

export const messageContext = (enquiryId: string, messageId: string) => `enquiry:${enquiryId}:message:${messageId}`;
export const contactContext = (enquiryId: string) => `enquiry:${enquiryId}:contact`;

/** The receipt on its way to the next page. */
export function sealOnce(receipt: Receipt): string {
  return sealed(receipt, "enquiry:once");
}

/** The receipt that `sealOnce` sent on its way, or null for anything else. */
export function openOnce(value: unknown): Receipt | null {
  return opened(value, "enquiry:once", once);
}

/** Lets a device see one enquiry until then. */
export function makeTicket(id: string, until: Date): string {
  return sealed({ id, until: until.getTime() }, "enquiry:ticket");
}

/** The enquiry that a ticket opens, or null when it is not ours or its time is over. */
export function idOfTicket(value: unknown, at: Date): string | null {
  const read = opened(value, "enquiry:ticket", ticket);
  return read && read.until > at.getTime() ? read.id : null;
}

function sealed(value: object, context: string): string {
  return Buffer.from(seal(JSON.stringify(value), context)).toString("base64url");
}

function opened<T>(value: unknown, context: string, schema: z.ZodType<T>): T | null {
  if (typeof value !== "string" || value === "") return null;
  try {
    return schema.parse(JSON.parse(unseal(Buffer.from(value, "base64url"), context)));
  } catch {
    return null;
  }
}
