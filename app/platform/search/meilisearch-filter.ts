import type { Filters } from "./engine";

/** A condition that no document meets. */
const nothing = `kind = "@nothing"`;

/** What can stand in a filter. Nothing that is stored holds a quote, a backslash or a control character. */
function sayable(value: string): boolean {
  return value.length <= 130 && !/["\\\p{Cc}]/u.test(value);
}

function equals(attribute: string, value: string): string {
  return sayable(value) ? `${attribute} = "${value}"` : nothing;
}

/** The conditions that the chosen facets set. */
export function filterConditions({ kind, function: fn, place, year, state }: Filters): string[] {
  return [
    ...(kind === undefined ? [] : [equals("kind", kind)]),
    ...(fn === undefined ? [] : [equals("function", fn)]),
    ...(place === undefined ? [] : [equals("places", place)]),
    ...(year === undefined ? [] : [`year = ${year}`]),
    ...(state === undefined ? [] : [equals("state", state)]),
  ];
}

/** That a document has one of these tokens. */
export function groupCondition(tokens: string[]): string {
  const values = tokens.filter(sayable).map((token) => `"${token}"`);
  return values.length === 0 ? nothing : `tokens IN [${values.join(", ")}]`;
}

/** That a document is none of these. */
export function exceptCondition(keys: string[] = []): string[] {
  const values = keys.filter(sayable).map((key) => `"${key}"`);
  return values.length === 0 ? [] : [`key NOT IN [${values.join(", ")}]`];
}

/** That at least `wanted` of the conditions hold, split in halves so that it stays short: 98 conditions for 5 of 10. */
export function atLeast(wanted: number, conditions: string[]): string {
  if (wanted >= conditions.length) return allOf(conditions);
  if (wanted === 1) return anyOf(conditions);
  const left = conditions.slice(0, Math.floor(conditions.length / 2));
  const right = conditions.slice(left.length);
  const ways: string[] = [];
  for (let here = Math.max(0, wanted - right.length); here <= Math.min(wanted, left.length); here += 1)
    ways.push(
      allOf([...(here > 0 ? [atLeast(here, left)] : []), ...(here < wanted ? [atLeast(wanted - here, right)] : [])]),
    );
  return anyOf(ways);
}

/** That all of these hold. */
export function allOf(conditions: string[]): string {
  return conditions.length === 1 ? (conditions[0] ?? nothing) : `(${conditions.join(" AND ")})`;
}

function anyOf(conditions: string[]): string {
  return conditions.length === 1 ? (conditions[0] ?? nothing) : `(${conditions.join(" OR ")})`;
}
