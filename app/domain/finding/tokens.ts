import { fold } from "./fold";

export type Part = { kind: "han" | "latin"; text: string };

/** The runs of Han characters and the Latin words and numbers of a text, in order, folded. */
export function parts(text: string): Part[] {
  return [...fold(text).matchAll(/(\p{Script=Han}+)|([\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$))/gu)].map(
    ([, han, latin]) => (han === undefined ? { kind: "latin", text: latin ?? "" } : { kind: "han", text: han }),
  );
}

/** Words that carry no meaning of their own in a query. */
const empty = new Set(
  "a an the of in on at to for and or de do da dos das em no na nos nas o os as um uma e para com por que is are my 的 在 和 与 n s i me we us our you your it its this that these those there they their he she was were be been do does did can could may will would should have has had from about with by into what which who whom whose where when how why get go any some there's eu me meu minha nosso nossa voce se ao aos pela pelo qual quais quem onde quando como foi era sao esta estao ha ter tem posso pode fazer faco sobre ate mais isto isso este esta thing things see ver fica ficam use used usar need needs preciso precisa want quero queria called before formerly antigamente chamava chamado".split(
    " ",
  ),
);

/** Whether a word says nothing about what is looked for. */
export function meaningless(word: string): boolean {
  return empty.has(word);
}

/** A word as it is stored: a plain plural and its singular are one. */
export function wordToken(word: string): string {
  if (word.length > 4 && /[^s]s$/.test(word))
    return word.replace(/(ies|oes|es|s)$/, (end) =>
      end === "ies" ? "y" : end === "oes" ? "ao" : end === "es" ? "e" : "",
    );
  return word;
}

/** Endings of English and Portuguese words, longest first, diacritics off: what two forms of one word differ in. */
const endings =
  /(?:ao|amentos?|imentos?|ations?|acoes|ments?|adores|cao|coes|ional|ionais|ador|ados?|adas?|idos?|idas?|ings?|ers?|ed|ion|ais|al|ar|er|ir|ico|ica|ics|ic|ly|ante?s?|es|os|as|y|o|a|e|s)$/;

/** The beginning that the forms of a word share, at least four letters long; the word itself where it has no ending. */
export function stemOf(word: string): string {
  const stem = word.replace(endings, "");
  return stem.length >= 4 ? stem : word;
}

/** A text as its stored words and runs of Han, with a space before and after each. */
export function line(text: string): string {
  const words = parts(text).map(({ kind, text: run }) => (kind === "latin" ? wordToken(run) : run));
  return words.length === 0 ? "" : ` ${words.join(" ")} `;
}

/** What is looked for in a line for a token: Han anywhere in a run, a word only as a whole. */
export function needleOf(token: string): string {
  return /^\p{Script=Han}/u.test(token) ? token : ` ${token} `;
}

/** What the index stores of a text: characters and pairs of characters for Han, words that mean something for the rest. */
export function indexTokens(text: string): string[] {
  const tokens = parts(text).flatMap(({ kind, text: run }) => {
    if (kind === "latin") return meaningless(run) ? [] : [wordToken(run)];
    const characters = [...run];
    return [...characters, ...characters.slice(1).map((character, index) => `${characters[index]}${character}`)];
  });
  return [...new Set(tokens)].filter((token) => token.length <= 60);
}
