import { openFile } from "~/platform/files/files";
import { notFound } from "~/http/guards";
import { download } from "./download";

/** Sends a kept file as a download: never shown within our pages, never kept by a cache. */
export async function fileResponse({
  name,
  type,
  size,
  storageKey,
}: {
  name: string;
  type: string;
  size: number;
  storageKey: string;
}): Promise<Response> {
  const stream = await openFile(storageKey);
  if (!stream) throw notFound();
  return new Response(stream, {
    headers: {
      "Content-Type": type,
      "Content-Length": String(size),
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      ...download,
    },
  });
}
