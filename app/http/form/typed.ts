const most = 256 * 1024;
const hidden = /pass|code|token|secret/i;

/**
 * A reader of what was typed into the form of this body, for the error page that gives it back. Passwords and codes are
 * left out, files too. Of a body that was cut off it reads the fields that came before the cut.
 */
export function typedIn(type: string | undefined, bytes: Buffer, whole: boolean): () => Promise<[string, string][]> {
  return async () => {
    const form = await fieldsOf(type ?? "", bytes, whole).catch(() => []);
    let left = most;
    return form.flatMap(([name, value]): [string, string][] => {
      if (typeof value !== "string" || hidden.test(name)) return [];
      left -= value.length;
      return left < 0 ? [] : [[name, value]];
    });
  };
}

async function fieldsOf(type: string, bytes: Buffer, whole: boolean): Promise<[string, FormDataEntryValue][]> {
  if (type.startsWith("application/x-www-form-urlencoded"))
    return [...new URLSearchParams(bytes.subarray(0, most * 3).toString("utf8"))];
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/.exec(type)?.[1];
  if (boundary === undefined) return [];
  const cut = whole ? bytes : closed(bytes, boundary);
  return [...(await new Response(new Uint8Array(cut), { headers: { "Content-Type": type } }).formData())];
}

/** The parts that arrived whole, with the end that the rest did not bring. */
function closed(bytes: Buffer, boundary: string): Buffer {
  const last = Math.max(0, bytes.lastIndexOf(`--${boundary}`));
  return Buffer.concat([bytes.subarray(0, last), Buffer.from(`--${boundary}--\r\n`)]);
}
