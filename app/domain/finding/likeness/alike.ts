import { hanOnly } from "../fold";
import { isLarge, type NameMatch } from "../match";
import { readingsOf, type Named, type NameIndex } from "../names";
import { withOneWrong, withSlips } from "./near";
import { spansOf, unitsOf, type Span } from "../query";

/** So many of them at most, and how surely one of them is meant: less than anything that answers to what was typed. */
const most = 8;
const quality = 0.3;
const shortest = { latin: 5, han: 3 };

/**
 * Names that are nearly what was typed where that is itself a name: one slip away, or with one character that sounds
 * the same. They stand after all that answers to the name, for whoever meant one of them; nobody who names a county
 * means a village.
 */
export function alikeNames(index: NameIndex, query: string, matches: readonly NameMatch[]): NameMatch[] {
  const sure = matches.filter(({ match }) => match !== "approximate");
  const units = unitsOf(query);
  const span = spansOf(units).find(({ from, to }) => from === 0 && to === units.length);
  const enough = span?.script === "han" ? sure.length > 0 : sure.some(({ whole }) => whole);
  if (sure.some((one) => one.whole && isLarge(index, one))) return [];
  if (!span || !enough || span.script === "mixed" || span.text.length < shortest[span.script]) return [];
  const known = new Set(matches.map(({ document }) => document));
  const found = new Map<number, Named>();
  for (const named of span.script === "latin" ? slippedFrom(index, span) : soundingLike(index, span))
    if (!known.has(named.document) && !found.has(named.document)) found.set(named.document, named);
  return [...found.values()]
    .slice(0, most)
    .map((named) => ({ ...named, match: "approximate", from: 0, to: units.length, whole: true, quality }));
}

function slippedFrom(index: NameIndex, { text }: Span): Named[] {
  const weight = ({ document }: Named) => index.documents[document]?.weight ?? 0;
  return withSlips(index, text, 1)
    .toSorted((one, other) => one.unlikely - other.unlikely || weight(other.named) - weight(one.named))
    .map(({ named }) => named);
}

function soundingLike(index: NameIndex, { text }: Span): Named[] {
  const typed = [...text];
  const sameSound = (one: string, other: string) =>
    [...readingsOf(index, one)].some((reading) => readingsOf(index, other).has(reading));
  return withOneWrong(index, text).filter(({ label }) =>
    [...hanOnly(label)].every((meant, at) => meant === typed[at] || sameSound(meant, typed[at] ?? "")),
  );
}
