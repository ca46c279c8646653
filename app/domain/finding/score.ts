import type { SearchDocument } from "./document";
import type { MatchKind, NameMatch } from "./match";
import type { NameIndex } from "./names";
import type { Unit } from "./query";
import type { Question } from "./question";
import { needleOf } from "./tokens";

export type Ranked = { document: SearchDocument; score: number; match: MatchKind; why: NameMatch | null };

/** What a token is worth by where it stands. A place's name counts for all that concerns the place. */
const fields = { names: 0.9, labels: 0.85, place: 0.65, text: 0.55 } as const;
/** Share of a query, by weight, that a document must answer; and how far behind the best one it may stay. */
const enough = 0.6;
const behind = 0.3;
/** Where nothing answers enough: the shares from which what bears or concerns a name in the query, or any other, is offered as nearest. */
const little = { named: 0.25, other: 0.4 };

type Scored = Ranked & { share: number; named: boolean };

/** A way to answer units `from` to before `to`: what stands in a line that does, and how well it does. */
type Way = { from: number; to: number; needle: string; worth: number; guessed: boolean };

/** The documents that answer a question, best first. Ties fall by key, so that every engine gives the same list. */
export function rank(index: NameIndex, question: Question, documents: SearchDocument[]): Ranked[] {
  const meant = [...question.alike, ...question.matches];
  const own = new Map(meant.map((match) => [index.documents[match.document]?.key ?? "", match]));
  const ways = question.asked.flatMap(({ from, to, answers }): Way[] =>
    answers.map(({ token, ...answer }) => ({ from, to, needle: needleOf(token), ...answer })),
  );
  const scored = documents.map((document) => scoreOf(index, question, ways, document, own.get(document.key) ?? null));
  const near = new Set(question.alike.map(({ document }) => index.documents[document]?.key));
  const best = Math.max(0, ...scored.filter(({ document }) => !near.has(document.key)).map(({ share }) => share));
  const fits = ({ share, named }: Scored) =>
    best >= enough
      ? share >= Math.max(enough, best - behind)
      : share >= (named ? little.named : Math.max(little.other, best - little.other / 4));
  return scored
    .filter(fits)
    .toSorted((one, other) => other.score - one.score || (one.document.key < other.document.key ? -1 : 1))
    .map(({ document, score, match, why }) => ({ document, score, match, why }));
}

function scoreOf(
  index: NameIndex,
  { units, weights, matches }: Question,
  ways: Way[],
  document: SearchDocument,
  own: NameMatch | null,
): Scored {
  const worth = units.map(() => 0);
  let guessed = false;
  const raise = (from: number, to: number, value: number, guess: boolean) => {
    let raised = false;
    for (let at = from; at < to; at += 1) {
      if ((worth[at] ?? 0) >= value) continue;
      worth[at] = value;
      raised = true;
    }
    guessed ||= guess && raised;
  };
  if (own) raise(own.from, own.to, own.quality, own.match === "approximate");
  for (const { from, to, needle, worth: value, guessed: guess } of ways) {
    const field = fieldOf(document, needle);
    if (field) raise(from, to, field * value, guess);
  }
  const context = matches.filter((match) => concerns(index, document, match, own !== null));
  for (const match of context) raise(match.from, match.to, fields.place * match.quality, match.match === "approximate");

  const all = sum(weights);
  const whole = own !== null && (own.whole || isAllOfIt(index, units, own, context));
  const share = whole ? 1 : all === 0 ? 0 : sum(weights.filter((_, at) => (worth[at] ?? 0) > 0)) / all;
  const quality = all === 0 ? 0 : sum(weights.map((weight, at) => weight * (worth[at] ?? 0))) / all;
  const why = own ?? context.find(({ via }) => via !== "name") ?? null;
  return {
    document,
    share,
    named: [own, ...context].some((match) => match !== null && match.match !== "approximate"),
    score: Math.round((quality * share + (whole ? 0.5 * own.quality : 0) + document.weight * 0.12) * 10_000) / 10_000,
    match: kindOf(own, why, guessed || share < 0.99),
    why,
  };
}

/** Whether a query is the name of a thing beside those of the places it lies in: 开平赤坎, "Chikan, Kaiping". */
function isAllOfIt(index: NameIndex, units: readonly Unit[], own: NameMatch, context: readonly NameMatch[]): boolean {
  if (own.match === "approximate" || own.via === "word") return false;
  const places = context.filter(
    ({ match, document }) => match !== "approximate" && index.documents[document]?.kind === "place",
  );
  return units.every((_, at) => [own, ...places].some(({ from, to }) => from <= at && at < to));
}

function kindOf(own: NameMatch | null, why: NameMatch | null, loose: boolean): MatchKind {
  if (own?.whole) return own.match;
  if (loose) return "approximate";
  return why && why.match !== "exact" ? why.match : "exact";
}

function fieldOf({ lines }: SearchDocument, needle: string): number {
  if (lines.names.includes(needle)) return fields.names;
  if (lines.labels.includes(needle)) return fields.labels;
  return lines.text.includes(needle) ? fields.text : 0;
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
