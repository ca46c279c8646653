import { randomUUID } from "node:crypto";
import { data } from "@remix-run/node";
import { parseWithZod } from "@conform-to/zod/v4";
import type { z } from "zod";
import { bytesMost, filesMost } from "~/domain/suggestion/attachment";

/** Faults of a form by field, as keys of `locales/<language>/form.json` under `error`, and all that was typed. */
export type FormFaults = { faults: Record<string, string[]>; typed: Record<string, string> };

export type Parsed<T> = { ok: true; value: T } | ({ ok: false } & FormFaults);

/** More than any form without files holds, in bytes, and than one with as many files as may be sent. */
const longestForm = 256 * 1024;
export const withFiles = filesMost * bytesMost + longestForm;

/**
 * The form that a request brings, of at most so many bytes. Anything else, or a form broken off half-way, is the sender's fault and
 * not ours: it is answered with 422, one that is too long with 413.
 */
export async function formOf(request: Request, most = longestForm): Promise<FormData> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    size += next.value.byteLength;
    if (size <= most) parts.push(new Uint8Array(next.value));
  }
  if (size > most) throw new Response(null, { status: 413 });
  const headers = { "Content-Type": request.headers.get("Content-Type") ?? "" };
  return new Response(new Blob(parts), { headers }).formData().catch(() => {
    throw new Response(null, { status: 422 });
  });
}

/** Names of fields as our pages write them. Others say something to the form library: nobody has to. */
const plainName = /^[A-Za-z][A-Za-z0-9]*$/;

/** Checks what a person sent against the schema of a room. Messages of the schema are keys, never sentences. */
export function parseForm<Schema extends z.ZodType>(schema: Schema, form: FormData): Parsed<z.output<Schema>> {
  const known = new FormData();
  // What is blank says nothing: a field that may stay empty is not faulty for a space.
  for (const [name, value] of form)
    if (plainName.test(name)) known.append(name, typeof value === "string" && value.trim() === "" ? "" : value);
  const submission = parseWithZod(known, { schema });
  if (submission.status === "success") return { ok: true, value: submission.value };
  const faults = Object.fromEntries(
    Object.entries(submission.error ?? {}).flatMap(([name, keys]) => (keys ? [[name, keys]] : [])),
  );
  return { ok: false, faults, typed: typedIn(form) };
}

/** The answer to a form with faults: the page again, with status 422 and everything that was typed. */
export function unprocessable({ faults, typed }: FormFaults) {
  return data({ faults, typed }, { status: 422, headers: { "Cache-Control": "no-store" } });
}

/** A fault that a room found, beside a field of the form (or `form` for the whole). */
export function faultOf(field: string, key: string, form: FormData): FormFaults {
  return { faults: { [field]: [key] }, typed: typedIn(form) };
}

/** A key that a form carries so that sending it twice makes one record. */
export function newRequestKey(): string {
  return randomUUID();
}

/** What was typed into a form, to be shown again: passwords never are. */
export function typedIn(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" && !/password/i.test(name) ? [[name, value]] : [])),
  );
}
