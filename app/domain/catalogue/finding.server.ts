import type { Kind } from "~/domain/finding/document";
import { highlight, wordsOfName, type Segment } from "~/domain/finding/highlight";
import type { MatchKind, NameMatch } from "~/domain/finding/match";
import { tokensOf } from "~/domain/finding/question";
import type { Ranked } from "~/domain/finding/score";
import type { Locale, Localized } from "~/domain/kernel/locale";
import type { EngineName, Facets, Filters } from "~/platform/search/engine";
import { answersTo, askingFor, type Asking, type Thing } from "./answering.server";
import { documentsBy } from "./known.server";

export type Search = Filters & { text: string; locale: Locale; limit: number; offset: number };

export type Why = { spelling: string; name: string; via: NameMatch["via"] };
export type Hit = {
  kind: Kind;
  slug: string;
  title: string;
  names: Localized;
  excerpt: Segment[];
  titleSegments: Segment[];
  match: MatchKind;
  why: Why | null;
};
export type Found = {
  query: string;
  /** The engine that answered, and whether it stood in for another one. */
  engine: EngineName;
  limited: boolean;
  /** How many there are; `more` when there are more than that, which nobody counted. */
  total: number;
  more: boolean;
  facets: Facets;
  hits: Hit[];
};

/** Finds what a person looks for, in whatever script or spelling. An empty text lists what the filters leave. */
export async function find({ text, locale, limit, offset, ...filters }: Search): Promise<Found> {
  const asking = await askingFor(text);
  const { ranked, beyond, more, facets, from, next } = await answersTo(asking, filters);
  const page = ranked.slice(offset, offset + limit);
  if (beyond > 0 && page.length < limit)
    page.push(...(await next(limit - page.length, Math.max(0, offset - ranked.length))));
  const { engine, limited } = from;
  const hits = await hitsOf(page, asking, locale);
  return { query: text, engine, limited, total: ranked.length + beyond, more, facets, hits };
}

/** What a list shows of each. What was taken back since it was found is left out. */
async function hitsOf(page: Ranked<Thing>[], { index, question, matches }: Asking, locale: Locale): Promise<Hit[]> {
  const keys = page.map(({ document: { key } }) => key).filter((key) => !index.byKey.has(key));
  const read = new Map((await documentsBy(keys)).map((one) => [one.key, one]));
  const named = matches
    .flatMap(({ match, document }) => (match === "approximate" ? [] : (index.documents[document] ?? [])))
    .filter(({ kind }) => kind === "place" || kind === "surname");
  return page.flatMap(({ document: { key }, match, why }): Hit[] => {
    const found = index.byKey.get(key) ?? read.get(key);
    if (!found) return [];
    const bearer = why ? index.documents[why.document] : undefined;
    const names = [...named, ...(bearer ? [bearer] : [])].flatMap((one) => Object.values(one.names));
    const tokens = [...tokensOf(question), ...new Set(names.flatMap(wordsOfName))];
    const name = bearer?.names[locale] ?? "";
    return [
      {
        kind: found.kind,
        slug: found.slug,
        title: found.names[locale],
        names: found.names,
        titleSegments: highlight(found.names[locale], tokens),
        excerpt: highlight(found.excerpt[locale], tokens),
        match,
        // A name that stands there as it was typed needs no word.
        why: why && why.via !== "name" && why.label !== name ? { spelling: why.label, name, via: why.via } : null,
      },
    ];
  });
}
