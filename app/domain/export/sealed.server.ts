import { z } from "zod";
import { seal, sealBytes, unseal, unsealBytes } from "~/platform/crypto/seal";
import { openFile } from "~/platform/files/files";

/** What was looked for, and from where it was asked: for the journal. */
const wish = z.object({ query: z.string(), network: z.string().nullable(), country: z.string().nullable() });

export function sealWish(id: string, asked: z.input<typeof wish>): Uint8Array<ArrayBuffer> {
  return seal(JSON.stringify(asked), `export:${id}`);
}

export function openWish(id: string, sealed: Uint8Array): z.output<typeof wish> {
  return wish.parse(JSON.parse(unseal(sealed, `export:${id}`)));
}

/** Bound to its file, its run and its place, a piece can stand nowhere else. */
const placeOf = (id: string, run: string, number: number) => `export:${id}:${run}:${number}`;

export function sealPart(id: string, run: string, number: number, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return sealBytes(bytes, placeOf(id, run, number));
}

/** The bytes of a file, one piece opened after the other. Throws where one is gone or was changed. */
export async function* readParts(id: string, run: string, keys: string[]): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (const [number, key] of keys.entries()) {
    const stream = await openFile(key);
    if (!stream) throw new Error("A piece of an export is gone.");
    yield unsealBytes(new Uint8Array(await new Response(stream).arrayBuffer()), placeOf(id, run, number));
  }
}
