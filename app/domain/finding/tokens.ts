import { fold } from "./fold";

/** Longest query that is looked at, in characters, and most tokens taken from it. */
const longest = 120;
const most = 24;

export type Part = { kind: "han" | "latin"; text: string };

/** The runs of Han characters and the Latin words and numbers of a text, in order, folded. */
export function parts(text: string): Part[] {
  return [...fold(text).matchAll(/(\p{Script=Han}+)|([\p{L}\p{N}]+)/gu)].map(([, han, latin]) =>
    han === undefined ? { kind: "latin", text: latin ?? "" } : { kind: "han", text: han },
  );
}

/** A word as it is stored: a plain plural and its singular are one. */
export function wordToken(word: string): string {
  if (word.length > 4 && /[^s]s$/.test(word))
    return word.replace(/(ies|oes|es|s)$/, (end) =>
      end === "ies" ? "y" : end === "oes" ? "ao" : end === "es" ? "e" : "",
    );
  return word;
}

const bigrams = (run: string[]) => run.slice(1).map((character, index) => `${run[index]}${character}`);

/** What the index stores of a text: characters and pairs of characters for Han, words for the rest. */
export function indexTokens(text: string): string[] {
  const tokens = parts(text).flatMap(({ kind, text: run }) => {
    if (kind === "latin") return [wordToken(run)];
    const characters = [...run];
    return [...characters, ...bigrams(characters)];
  });
  return [...new Set(tokens)].filter((token) => token.length <= 60);
}

/** What a query asks for, in order: pairs of characters for Han (one alone as it is), words for the rest. */
export function queryTokens(text: string): string[] {
  const tokens = parts([...text].slice(0, longest).join("")).flatMap(({ kind, text: run }) => {
    if (kind === "latin") return [wordToken(run)];
    const characters = [...run];
    return characters.length === 1 ? characters : bigrams(characters);
  });
  return [...new Set(tokens)].slice(0, most);
}
