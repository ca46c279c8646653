const most = 256 * 1024;
const hidden = /pass|code|token|secret/i;

/**
 * A reader of what was typed into the form that this request sends, for the error page that gives it back.
 * Passwords and codes are left out, files too.
 */
export function typedIn(request: Request): () => Promise<[string, string][]> {
  const type = request.headers.get("Content-Type") ?? "";
  const length = Number(request.headers.get("Content-Length") ?? Number.POSITIVE_INFINITY);
  if (
    request.method !== "POST" ||
    length > most ||
    !/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)
  ) {
    return async () => [];
  }
  const copy = request.clone();
  return async () => {
    const form = await copy.formData().catch(() => new FormData());
    return [...form].flatMap(([name, value]): [string, string][] =>
      typeof value === "string" && !hidden.test(name) ? [[name, value]] : [],
    );
  };
}
