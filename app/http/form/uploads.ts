import { bytesMost, filesMost, plainName, typeOfBytes } from "~/domain/suggestion/attachment";
import type { Upload } from "~/domain/suggestion/suggestion.server";

/** The files of a form, checked by their number, size and first bytes; or the key of the first fault. */
export async function uploadsOf(
  form: FormData,
  name: string,
): Promise<{ ok: true; uploads: Upload[] } | { ok: false; fault: string }> {
  const files = form.getAll(name).filter((one): one is File => one instanceof File && one.size > 0);
  if (files.length > filesMost) return { ok: false, fault: "too_many_files" };
  if (files.some((file) => file.size > bytesMost)) return { ok: false, fault: "file_too_large" };
  const uploads: Upload[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const type = typeOfBytes(bytes);
    if (!type) return { ok: false, fault: "file_type" };
    uploads.push({ name: plainName(file.name), type, bytes });
  }
  return { ok: true, uploads };
}
