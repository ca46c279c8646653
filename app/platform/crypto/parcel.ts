import type { z } from "zod";
import { now } from "../clock";
import { seal, unseal } from "./seal";

/**
 * Something that a browser carries for us from one page to the next: sealed, for one purpose, and worth nothing after
 * `seconds`.
 */
export function pack(value: object, purpose: string, seconds: number): string {
  const until = now().getTime() + seconds * 1000;
  return Buffer.from(seal(JSON.stringify({ until, value }), `parcel:${purpose}`)).toString("base64url");
}

/** What `pack` sent, or null when it is not ours, for another purpose, or too old. */
export function unpack<T>(parcel: unknown, purpose: string, schema: z.ZodType<T>): T | null {
  if (typeof parcel !== "string" || parcel === "") return null;
  try {
    const { until, value } = JSON.parse(unseal(Buffer.from(parcel, "base64url"), `parcel:${purpose}`));
    return until > now().getTime() ? schema.parse(value) : null;
  } catch {
    return null;
  }
}
