import type { Prepared } from "~/platform/search/engine";

/** A prepared document; what is not said of it is plain. */
export function prepared(key: string, tokens: string[], rest: Partial<Prepared> = {}): Prepared {
  const kind = key.split(":")[0] ?? "";
  return {
    key,
    kind,
    function: null,
    places: [],
    year: null,
    state: null,
    weight: 0.8,
    updatedAt: "2026-01-01T00:00:00.000Z",
    tokens,
    document: { key, names: { en: key }, text: `"${tokens.join('" \\ ')}"`, labels: [{ text: "a", kind: "alias" }] },
    ...rest,
  };
}

export async function* batches(documents: Prepared[], size = 500): AsyncGenerator<Prepared[]> {
  for (let at = 0; at < documents.length; at += size) yield documents.slice(at, at + size);
}
