import { placeToken, type SearchDocument } from "./document";
import type { MatchKind, NameMatch } from "./match";
import type { NameIndex } from "./names";
import { synonymsOf, weightOfToken } from "./synonyms";
import { indexTokens, queryTokens } from "./tokens";

/** One thing that is asked for: any of these tokens answers it. */
export type Group = { tokens: string[]; weight: number };

export type Question = { groups: Group[]; matches: NameMatch[] };

/** What a query asks for: its words with all that means the same, and the places named in it. */
export function questionOf(index: NameIndex, query: string, matches: NameMatch[]): Question {
  const named = new Map<string, string[]>();
  for (const { document, piece } of matches) {
    const found = index.documents[document];
    if (found?.kind !== "place") continue;
    for (const token of queryTokens(piece)) named.set(token, [...(named.get(token) ?? []), placeToken(found.slug)]);
    named.set(piece, [...(named.get(piece) ?? []), placeToken(found.slug)]);
  }
  const pieces = matches.filter(({ piece }) => /^[a-z0-9]+$/.test(piece)).map(({ piece }) => piece);
  const groups = queryTokens(query).flatMap((token): Group[] => {
    const weight = weightOfToken(token);
    if (weight === 0) return [];
    const inPiece = pieces.filter((piece) => piece.includes(token) && token.length > 1);
    const places = [...(named.get(token) ?? []), ...inPiece.flatMap((piece) => named.get(piece) ?? [])];
    return [{ tokens: [...new Set([...synonymsOf(token), ...places])], weight }];
  });
  return { groups, matches };
}

export type Ranked = { document: SearchDocument; score: number; match: MatchKind; why: NameMatch | null };

/** Share of what is asked for that a document must answer, unless its very name was given. */
const enough = 0.6;

/** The documents that answer a question, best first. Ties fall by key, so that every engine gives the same list. */
export function rank(question: Question, documents: SearchDocument[], named: ReadonlyMap<string, NameMatch>): Ranked[] {
  const asked = question.groups.reduce((sum, group) => sum + group.weight, 0);
  return documents
    .flatMap((document) => {
      const match = named.get(document.key);
      const { answered, points } = answer(question, document);
      const share = asked === 0 ? 0 : answered / asked;
      if (!match?.whole && share < enough) return [];
      const byName = match ? match.score * (match.whole ? 2 : 1) : 0;
      const score = byName + (points / Math.max(asked, 0.2)) * 20 * share + document.weight * 4;
      const kind: MatchKind =
        match?.whole || (match && document.kind === "place")
          ? match.match
          : approximate(question)
            ? "approximate"
            : "exact";
      return [
        { document, score: Math.round(score * 1000) / 1000, match: kind, why: match ?? reason(question, document) },
      ];
    })
    .toSorted((one, other) => other.score - one.score || (one.document.key < other.document.key ? -1 : 1));
}

function approximate({ matches }: Question): boolean {
  return matches.length > 0 && matches.every(({ match }) => match === "approximate");
}

/** The name in the query that led to a document which does not bear it. */
function reason({ matches }: Question, document: SearchDocument): NameMatch | null {
  return matches.find((match) => match.via !== "name" && document.places.length > 0) ?? null;
}

function answer({ groups }: Question, document: SearchDocument): { answered: number; points: number } {
  const names = new Set(indexTokens(Object.values(document.names).join(" ")));
  const labels = new Set(indexTokens(document.labels.map(({ text }) => text).join(" ")));
  const text = new Set(indexTokens(`${Object.values(document.text).join(" ")} ${document.year ?? ""}`));
  const places = new Set(document.places.map(placeToken));
  let answered = 0;
  let points = 0;
  for (const { tokens, weight } of groups) {
    const best = Math.max(
      ...tokens.map((token, at) => {
        const field = names.has(token)
          ? 3
          : labels.has(token)
            ? 2.5
            : places.has(token)
              ? 1.5
              : text.has(token)
                ? 1
                : 0;
        return at === 0 ? field : field * 0.85;
      }),
    );
    if (best > 0) answered += weight;
    points += best * weight;
  }
  return { answered, points };
}
