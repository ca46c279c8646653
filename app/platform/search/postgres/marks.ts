import { facetValuesAtMost, type Count, type Facets, type Filters, type Marked } from "../engine";

/** What a document is filtered by, as PostgreSQL's index holds it: `kind:proposal`, `place:taishan`, `year:2024`. */
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
  const said: Marked = { kind: "", function: null, places: [], year: null, state: null };
  for (const mark of marks) {
    const end = mark.indexOf(":");
    const [name, value] = [mark.slice(0, end), mark.slice(end + 1)];
    if (name === "place") said.places.push(value);
    else if (name === "year") said.year = Number(value);
    else if (name === "kind" || name === "function" || name === "state") said[name] = value;
  }
  return said;
}

/** The commonest values of each facet, from the number of documents that bear each mark. */
export function facetsOf(counted: [mark: string, count: number][]): Facets {
  const of = (name: string): Count[] =>
    counted
      .flatMap(([mark, count]) => (mark.startsWith(`${name}:`) ? [{ value: mark.slice(name.length + 1), count }] : []))
      .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
      .slice(0, facetValuesAtMost);
  return { kind: of("kind"), function: of("function"), place: of("place"), year: of("year"), state: of("state") };
}
