import { setTimeout } from "node:timers/promises";
import { isUnderWay } from "~/domain/export/export";
import { openExport, readExport } from "~/domain/export/export.server";
import type { Person } from "~/domain/kernel/actor";
import { isLocale } from "~/domain/kernel/locale";
import { download } from "~/http/machine/download";
import { words } from "~/platform/i18n/i18n";

/** How long an export is waited for at most, and how often one looks, in milliseconds. */
const patience = 800;
const every = 80;

/** Waits until an export is over, or for as long as nobody minds. */
export async function settled(actor: Person, id: string): Promise<void> {
  for (let waited = 0; waited < patience; waited += every) {
    const found = await readExport(actor, id);
    if (!found || !isUnderWay(found.state)) return;
    await setTimeout(every);
  }
}

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/**
 * The file of an export. Its length is told before, so that a download that broke off is known for one, and its SHA-256
 * (RFC 9530). Null: there is none for this person.
 */
export async function exportFile(actor: Person, id: string | undefined): Promise<Response | null> {
  const file = await openExport(actor, id);
  if (!file) return null;
  const locale = isLocale(file.locale) ? file.locale : "zh-Hans";
  const stamp = file.asOf?.toISOString().slice(0, 16).replace(/\D/g, "") ?? "";
  const name = `${words(locale, "list")(`name.${file.list}`)} ${stamp}.${file.format}`;
  return new Response(streamOf(file.bytes), {
    headers: {
      "Content-Type": types[file.format],
      "Content-Language": locale,
      "Content-Length": String(file.size),
      "Repr-Digest": `sha-256=:${Buffer.from(file.sha256, "hex").toString("base64")}:`,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      ...download,
    },
  });
}

/** Bytes as somebody asks for them. Where reading them fails the line breaks off, short of the length that was told. */
function streamOf(bytes: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(stream) {
      const { value, done } = await bytes.next();
      if (done) stream.close();
      else stream.enqueue(value);
    },
    async cancel() {
      await bytes.return(undefined);
    },
  });
}
