import type { SearchDocument } from "./document";
import type { MatchKind, NameMatch } from "./match";
import type { NameIndex } from "./names";
import type { Question } from "./question";
import { stands } from "./tokens";

export type Ranked = { document: SearchDocument; score: number; match: MatchKind; why: NameMatch | null };

/** What a token is worth by where it stands. A place's name counts for all that concerns the place. */
const fields = { names: 0.9, labels: 0.85, place: 0.65, text: 0.55 } as const;
/** Share of a query, by weight, that a document must answer; and how far behind the best one it may stay. */
const enough = 0.6;
const behind = 0.3;
/** Where nothing answers enough: the shares from which what bears or concerns a name in the query, or any other, is offered as nearest. */
const near = { named: 0.25, other: 0.4 };

type Scored = Ranked & { share: number; named: boolean };

/** The documents that answer a question, best first. Ties fall by key, so that every engine gives the same list. */
export function rank(index: NameIndex, question: Question, documents: SearchDocument[]): Ranked[] {
  const own = new Map(question.matches.map((match) => [index.documents[match.document]?.key ?? "", match]));
  const scored = documents.map((document) => scoreOf(index, question, document, own.get(document.key) ?? null));
  const best = Math.max(0, ...scored.map(({ share }) => share));
  const fits = ({ share, named }: Scored) =>
    best >= enough
      ? share >= Math.max(enough, best - behind)
      : share >= (named ? near.named : Math.max(near.other, best - near.other / 4));
  return scored
    .filter(fits)
    .toSorted((one, other) => other.score - one.score || (one.document.key < other.document.key ? -1 : 1))
    .map(({ document, score, match, why }) => ({ document, score, match, why }));
}

function scoreOf(index: NameIndex, question: Question, document: SearchDocument, own: NameMatch | null): Scored {
  const { units, weights, asked, matches } = question;
  const worth = units.map(() => 0);
  let guessed = false;
  const raise = (from: number, to: number, value: number, guess: boolean) => {
    if (worth.slice(from, to).every((known) => known >= value)) return;
    for (let at = from; at < to; at += 1) worth[at] = Math.max(worth[at] ?? 0, value);
    guessed ||= guess;
  };
  if (own) raise(own.from, own.to, own.quality, own.match === "approximate");
  for (const { from, to, answers } of asked) {
    for (const { token, worth: value, guessed: guess } of answers) {
      const field = fieldOf(document, token);
      if (field) raise(from, to, field * value, guess);
    }
  }
  const context = matches.filter((match) => concerns(index, document, match, own !== null));
  for (const match of context) raise(match.from, match.to, fields.place * match.quality, match.match === "approximate");

  const all = sum(weights);
  const share = own?.whole ? 1 : all === 0 ? 0 : sum(weights.filter((_, at) => (worth[at] ?? 0) > 0)) / all;
  const quality = all === 0 ? 0 : sum(weights.map((weight, at) => weight * (worth[at] ?? 0))) / all;
  const whole = own?.whole ? 0.5 * own.quality : 0;
  const why = own ?? context.find(({ via }) => via !== "name") ?? null;
  return {
    document,
    share,
    named: [own, ...context].some((match) => match !== null && match.match !== "approximate"),
    score: Math.round((quality * share + whole + document.weight * 0.12) * 10_000) / 10_000,
    match: kindOf(own, why, guessed || share < 0.99),
    why,
  };
}

function kindOf(own: NameMatch | null, why: NameMatch | null, loose: boolean): MatchKind {
  if (own?.whole) return own.match;
  if (loose) return "approximate";
  return why && why.match !== "exact" ? why.match : "exact";
}

function fieldOf({ lines }: SearchDocument, token: string): number {
  if (stands(token, lines.names)) return fields.names;
  if (stands(token, lines.labels)) return fields.labels;
  return stands(token, lines.text) ? fields.text : 0;
}

/**
 * Whether a document lies in, or is about, a place that the query names, or is a place of a family that it names. A
 * family goes with all places around its own when it is `asked` for by name, otherwise with its own only.
 */
function concerns(index: NameIndex, document: SearchDocument, { document: at }: NameMatch, asked: boolean): boolean {
  const named = index.documents[at];
  if (named?.kind === "surname") return isOf(named, document);
  if (named?.kind !== "place" || named.key === document.key) return false;
  const close = document.kind === "surname" && !asked;
  return close ? isOf(document, named) : document.places.includes(named.slug);
}

function isOf(surname: SearchDocument, { kind, slug }: SearchDocument): boolean {
  return kind === "place" && (surname.homes ?? []).includes(slug);
}

/** The places of the families that a query names. */
export function homesOf(index: NameIndex, matches: NameMatch[]): SearchDocument[] {
  const homes = new Set(matches.flatMap(({ document }) => index.documents[document]?.homes ?? []));
  return homes.size === 0 ? [] : index.documents.filter(({ kind, slug }) => kind === "place" && homes.has(slug));
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
