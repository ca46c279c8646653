import type { Count, Facets, Filters, Prepared } from "../engine";

/** What a document is filtered by, as PostgreSQL's index holds it: `kind:proposal`, `place:taishan`, `year:2024`. */
type Marked = Pick<Prepared, "kind" | "function" | "places" | "year" | "state">;

export function marksOf({ kind, function: fn, places, year, state }: Marked): string[] {
  return [...filterMarks({ kind, function: fn, year, state }), ...places.map((place) => `place:${place}`)];
}

/** The marks that a document must bear to pass the filters. */
export function filterMarks(filters: { [Name in keyof Filters]?: Filters[Name] | null }): string[] {
  return Object.entries(filters).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [`${name}:${value}`],
  );
}

/** What the marks say. */
export function markedBy(marks: string[]): Marked {
  const of = (name: string) =>
    marks.flatMap((mark) => (mark.startsWith(`${name}:`) ? [mark.slice(name.length + 1)] : []));
  const [kind = ""] = of("kind");
  const [fn = null] = of("function");
  const [year] = of("year");
  const [state = null] = of("state");
  return { kind, function: fn, places: of("place"), year: year === undefined ? null : Number(year), state };
}

const mostOfFacet = 30;

/** The commonest values of each facet, from the number of documents that bear each mark. */
export function facetsOf(counted: [mark: string, count: number][]): Facets {
  const of = (name: string): Count[] =>
    counted
      .flatMap(([mark, count]) => (mark.startsWith(`${name}:`) ? [{ value: mark.slice(name.length + 1), count }] : []))
      .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
      .slice(0, mostOfFacet);
  return { kind: of("kind"), function: of("function"), place: of("place"), year: of("year"), state: of("state") };
}
