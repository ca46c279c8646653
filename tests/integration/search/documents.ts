import type { Candidates, Prepared } from "~/platform/search/engine";

/** A prepared document of which all tokens stand in its text, unless they are said by field; what is not said of it is plain. */
export function prepared(key: string, tokens: string[] | Prepared["tokens"], rest: Partial<Prepared> = {}): Prepared {
  const byField = Array.isArray(tokens) ? { names: [], labels: [], text: tokens } : tokens;
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
    tokens: byField,
    document: {
      key,
      names: { en: key },
      text: `"${byField.text.join('" \\ ')}"`,
      labels: [{ text: "a", kind: "alias" }],
    },
    ...rest,
  };
}

export async function* batches(documents: Prepared[], size = 500): AsyncGenerator<Prepared[]> {
  for (let at = 0; at < documents.length; at += size) yield documents.slice(at, at + size);
}

/** The keys of what was found, in its order. */
export const keysOf = ({ best }: Candidates): string[] => best.map(({ key }) => key);
