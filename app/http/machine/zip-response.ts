import { downloadZip } from "client-zip";
import { download } from "./download";

/** One file of an archive, opened when its turn comes. */
export type Part = { name: string; at: Date; bytes: string | ReadableStream<Uint8Array> };

/** An archive as a download, made as it is sent: one file is open at a time. */
export function zipResponse(name: string, parts: AsyncIterable<Part>): Response {
  const archive = downloadZip(entries(parts), { buffersAreUTF8: true });
  return new Response(archive.body, {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="${name}"`,
      ...download,
    },
  });
}

async function* entries(parts: AsyncIterable<Part>) {
  for await (const { name, at, bytes } of parts) yield { name, lastModified: at, input: bytes };
}
