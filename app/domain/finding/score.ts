import { standsIn, type Field, type SearchDocument } from "./document";
import { isSure, town, type MatchKind, type NameMatch } from "./match";
import type { NameIndex } from "./names";
import { speaksOf, type Question } from "./question";

/** All that must be known of a thing to rank it: where each token of the question stands in it, and what it concerns. */
export type Rankable = Pick<SearchDocument, "key" | "kind" | "slug" | "places" | "homes" | "weight"> & {
  stands: (token: string) => Field | null;
};

export type Ranked<Thing> = { document: Thing; score: number; match: MatchKind; why: NameMatch | null };

/** A document that is at hand as a whole, ready to be ranked. */
export function rankable(document: SearchDocument): SearchDocument & Rankable {
  return { ...document, stands: (token) => standsIn(document, token) };
}

/** What a token is worth by where it stands. A place's name counts for all that concerns the place. */
const fields = { names: 0.9, labels: 0.85, place: 0.65, text: 0.55 } as const;
/** Share of a query, by weight, that a document must answer; and how far behind the best one it may stay. */
const enough = 0.6;
const nearlyAll = 0.99;
const behind = 0.3;
/** Where nothing answers enough: the shares from which what bears or concerns a name in the query, or any other, is offered as nearest. */
const little = { named: 0.15, other: 0.3, guessed: 0.4 };

/** `told` of is what a query says besides names. `called` by its own name are a family, a town and what is larger: whatever else a query asks, they belong to the answer. */
type Scored<Thing> = Ranked<Thing> & { share: number; named: boolean; called: boolean; told: boolean; certain: number };

/** A way to answer units `from` to before `to`: the token that does, and how well it does. */
type Way = { from: number; to: number; token: string; worth: number; guessed: boolean };

/** A question as all of its ways to be answered, and what its units count besides the places and families that it names. */
type Reading = { ways: Way[]; untold: number[] };

/** Whether a place that people come from, or a family, is named for certain. */
function isHomes(index: NameIndex, one: NameMatch): boolean {
  const { kind, homes } = index.documents[one.document] ?? {};
  return isSure(one) && (kind === "surname" || (kind === "place" && homes === undefined));
}

/** The documents that answer a question, best first, what is guessed at after all that is not. Ties fall by key, so that every engine gives the same list. */
export function rank<Thing extends Rankable>(
  index: NameIndex,
  question: Question,
  documents: Thing[],
): Ranked<Thing>[] {
  const meant = [...question.alike, ...question.matches];
  const own = new Map(meant.map((match) => [index.documents[match.document]?.key ?? "", match]));
  // A pair of characters over the edge of a name belongs to no word: what has it answers nothing by it.
  const ways = question.asked.flatMap(({ from, to, answers, needed }): Way[] =>
    needed ? answers.map((answer) => ({ from, to, ...answer })) : [],
  );
  const homes = question.matches.filter((one) => isHomes(index, one));
  const isHome = (at: number) => homes.some(({ from, to }) => from <= at && at < to);
  const untold = question.weights.map((weight, at) => (isHome(at) ? 0 : weight));
  const scored = documents.map((document) =>
    scoreOf(index, question, { ways, untold }, document, own.get(document.key) ?? null),
  );
  const near = new Set(question.alike.map(({ document }) => index.documents[document]?.key));
  const best = Math.max(0, ...scored.filter(({ document }) => !near.has(document.key)).map(({ share }) => share));
  // Where a place has nothing of what is asked for, others that have it are nearer than all else in the place.
  const lacking =
    homes.length > 0 &&
    best < nearlyAll &&
    scored.some(({ told }) => told) &&
    !scored.some(({ told, share }) => told && share >= enough);
  const least = ({ certain, named, told }: Scored<Thing>) =>
    named || (lacking && told)
      ? little.named
      : Math.max(certain > 0 ? little.other : little.guessed, best - little.guessed / 4);
  const isAnswered = scored.some(({ certain }) => certain >= nearlyAll);
  const fits = (one: Scored<Thing>) =>
    one.called || one.share >= (best >= enough && !lacking ? Math.max(enough, best - behind) : least(one));
  return scored
    .filter(fits)
    .toSorted(
      (one, other) =>
        (lacking
          ? Number(other.told) - Number(one.told)
          : Number(one.certain < enough) - Number(other.certain < enough)) ||
        other.score - one.score ||
        (one.document.key < other.document.key ? -1 : 1),
    )
    .map(({ document, score, match, why, called }) => ({
      document,
      score,
      // Beside what answers all of a question, a place or family that it names is no guess.
      match: called && why && isAnswered ? why.match : match,
      why,
    }));
}

function scoreOf<Thing extends Rankable>(
  index: NameIndex,
  { units, weights, matches }: Question,
  { ways, untold }: Reading,
  document: Thing,
  meant: NameMatch | null,
): Scored<Thing> {
  const all = sum(weights);
  const worth = units.map(() => 0);
  const raise = (from: number, to: number, value: number) => {
    for (let at = from; at < to; at += 1) worth[at] = Math.max(worth[at] ?? 0, value);
  };
  const toldOf = units.map(() => 0);
  const tell = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) toldOf[at] = untold[at] ?? 0;
  };
  const shareNow = () => (all === 0 ? 0 : sum(weights.filter((_, at) => (worth[at] ?? 0) > 0)) / all);
  const add = (guesses: boolean, own: NameMatch | null, context: NameMatch[]) => {
    if (own) raise(own.from, own.to, own.quality);
    if (own && !guesses) tell(own.from, own.to);
    for (const { from, to, token, worth: value, guessed } of ways) {
      const field = guessed === guesses ? document.stands(token) : null;
      if (!field) continue;
      raise(from, to, fields[field] * value);
      // A single character says little: 埠 of 公益埠.
      if (!guesses && (to - from > 1 || !units[from]?.han)) tell(from, to);
    }
    for (const match of context) raise(match.from, match.to, fields.place * match.quality);
  };
  const guessedAt = meant?.match === "approximate" ? meant : null;
  const [sure, unsure] = [true, false].map((certain) =>
    matches.filter(
      (one) =>
        (one.match !== "approximate") === certain && speaksOf(one) && concerns(index, document, one, meant !== null),
    ),
  );
  add(false, guessedAt ? null : meant, sure ?? []);
  const certain = shareNow();
  // What answers for certain needs no guess.
  const guessing = certain < nearlyAll;
  if (guessing) add(true, guessedAt, unsure ?? []);

  const own = guessing || !guessedAt ? meant : null;
  const context = [...(sure ?? []), ...(guessing ? (unsure ?? []) : [])];
  const whole = own !== null && (own.whole || isAllOfIt(index, document, weights, own, context));
  const share = whole ? 1 : shareNow();
  const quality = all === 0 ? 0 : sum(weights.map((weight, at) => weight * (worth[at] ?? 0))) / all;
  const why = own ?? context.find(({ via }) => via !== "name") ?? null;
  return {
    document,
    share,
    certain,
    named: [own, ...context].some((match) => match !== null && match.match !== "approximate"),
    told: sum(toldOf) > 0 && sum(toldOf) >= enough * sum(untold),
    called: own !== null && isCalled(document, own) && !matches.some((other) => isWithin(index, own, other)),
    score: Math.round((quality * share + (whole ? 0.5 * own.quality : 0) + document.weight * 0.12) * 10_000) / 10_000,
    match: kindOf(own, why, certain < nearlyAll),
    why,
  };
}

function isCalled({ kind, weight }: Rankable, own: NameMatch): boolean {
  return isSure(own) && (kind === "surname" || (kind === "place" && weight >= town));
}

/** Whether a name is only a part of a longer one that is meant: 广海 in 大广海湾, the family Kwong in "Kwong Hoy". */
function isWithin(index: NameIndex, own: NameMatch, { match, via, document, from, to }: NameMatch): boolean {
  if (match === "approximate" && (index.documents[document]?.weight ?? 0) < town) return false;
  return via !== "word" && from <= own.from && own.to <= to && to - from > own.to - own.from;
}

/** Whether a query is the name of a thing beside those of the places it lies in: 开平赤坎, "Chikan, Kaiping". */
function isAllOfIt(
  index: NameIndex,
  { weight }: Rankable,
  weights: readonly number[],
  own: NameMatch,
  context: readonly NameMatch[],
): boolean {
  if ((own.match === "approximate" && weight < town) || own.via === "word") return false;
  const places = context.filter(
    ({ match, document }) => match !== "approximate" && index.documents[document]?.kind === "place",
  );
  return weights.every((counts, at) => counts === 0 || [own, ...places].some(({ from, to }) => from <= at && at < to));
}

function kindOf(own: NameMatch | null, why: NameMatch | null, loose: boolean): MatchKind {
  if (own?.whole) return own.match;
  if (loose) return "approximate";
  return why && why.match !== "exact" ? why.match : "exact";
}

/**
 * Whether a document lies in, or is about, a place that the query names, or is a place of a family that it names. A
 * family goes with all places around its own when it is `asked` for by name, otherwise with its own only.
 */
function concerns(index: NameIndex, document: Rankable, { document: at }: NameMatch, asked: boolean): boolean {
  const named = index.documents[at];
  if (named?.kind === "surname") return isOf(named, document);
  if (named?.kind !== "place" || named.key === document.key) return false;
  const close = document.kind === "surname" && !asked;
  return close ? isOf(document, named) : document.places.includes(named.slug);
}

function isOf(surname: Pick<Rankable, "homes">, { kind, slug }: Rankable | SearchDocument): boolean {
  return kind === "place" && (surname.homes ?? []).includes(slug);
}

/** The places of the families that a query names. */
export function homesOf(index: NameIndex, matches: NameMatch[]): SearchDocument[] {
  const families = matches
    .flatMap(({ document }) => index.documents[document] ?? [])
    .filter(({ kind }) => kind === "surname");
  const homes = new Set(families.flatMap((family) => family.homes ?? []));
  return homes.size === 0 ? [] : index.documents.filter(({ kind, slug }) => kind === "place" && homes.has(slug));
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
