import { fields, type Field } from "../engine";

/** What can be a token in PostgreSQL. */
export const isToken = (token: string) => token !== "" && !token.includes("\0");

/** A token as a word of tsvector and tsquery text: nothing in it is read as an operator. */
export function quoted(token: string): string {
  return `'${token.replace(/\\/g, "\\\\").replace(/'/g, "''")}'`;
}

/** A group as tsquery text. What cannot be a token is passed over; `@` is one that no document has. */
export function groupQuery(group: string[]): string {
  const tokens = group.filter(isToken);
  return (tokens.length === 0 ? ["@"] : tokens).map(quoted).join(" | ");
}

/**
 * PostgreSQL's weights by which a row tells the fields apart. A word must have a place to have a weight, always the
 * first; one of the text has neither, and PostgreSQL says of it that it has every weight.
 */
const weights: Record<Field, string> = { names: ":1A", labels: ":1B", text: "" };

/** All tokens of a document as tsvector text. */
export function vectorOf(tokens: Record<Field, string[]>): string {
  return fields
    .flatMap((field) => tokens[field].filter(isToken).map((token) => quoted(token) + weights[field]))
    .join(" ");
}

/** The fields as one digit each: where a row has a token. */
const digits = { none: "0", names: "1", labels: "2", text: "3" } as const;

/** In which field, if any, `tokens` has a token, as SQL that gives a digit: from three values as `probeQueries` makes them. */
export function probe(tokens: string, [any = "", text = "", names = ""]: string[]): string {
  return `CASE WHEN NOT ${tokens} @@ ${any}::tsquery THEN '${digits.none}' WHEN ${tokens} @@ ${text}::tsquery THEN '${digits.text}'
    WHEN ${tokens} @@ ${names}::tsquery THEN '${digits.names}' ELSE '${digits.labels}' END`;
}

/** The values of a probe for a token: it anywhere, in the text, in the names. */
export function probeQueries(token: string): [string, string, string] {
  const text = quoted(isToken(token) ? token : "@");
  return [text, `${text}:D`, `${text}:A`];
}

/** The fields that such digits name. */
export function standsBy(found: string): (Field | null)[] {
  return [...found].map((digit) => fields.find((field) => digits[field] === digit) ?? null);
}
