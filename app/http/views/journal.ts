import { searchForm } from "~/domain/journal/form";
import { exportJournal, readJournal } from "~/domain/journal/journal.server";
import { cursorOf, type Named, type Search } from "~/domain/journal/journal";
import type { Person } from "~/domain/kernel/actor";
import type { Locale } from "~/domain/kernel/locale";
import { csvResponse } from "~/http/machine/csv";
import { words } from "~/platform/i18n/i18n";

/** The columns of the journal taken along, keys of `journal:column`. */
const columns = [
  "seq",
  "at",
  "name",
  "actor",
  "part",
  "verb",
  "reference",
  "network",
  "country",
  "particulars",
  "hash",
] as const;

/** Beijing is so many milliseconds ahead of UTC, all year. */
const eightHours = 8 * 3600 * 1000;

type Typed = { [Name in keyof Search]?: string };

/** What a journal's address looks for: the search, or what is wrong with it by field. */
function searchOf(query: URLSearchParams): { search: Search; faults: Record<string, string[]>; typed: Typed } {
  const names = ["actor", "verb", "reference", "from", "until"] as const;
  const typed = Object.fromEntries(names.flatMap((name) => (query.get(name) ? [[name, query.get(name)]] : [])));
  const parsed = searchForm.safeParse(typed);
  if (parsed.success) return { search: parsed.data, faults: {}, typed };
  const faults = Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), [message]]));
  return { search: {}, faults, typed };
}

/** One page of the journal with the search it answers; a search that is wrong finds nothing and says why. */
export async function readJournalPage(actor: Person, query: URLSearchParams) {
  const { search, faults, typed } = searchOf(query);
  const wrong = Object.keys(faults).length > 0;
  const page = wrong ? { lines: [], newer: false, older: false } : await readJournal(actor, search, cursorOf(query));
  return page && { ...page, faults, typed };
}

/** What a search finds, as a table to take along; null: not found, or the search is wrong. */
export async function journalTable(actor: Person, query: URLSearchParams, locale: Locale) {
  const { search, faults } = searchOf(query);
  const found = Object.keys(faults).length > 0 ? null : await exportJournal(actor, search);
  if (!found) return null;
  const t = words(locale, "journal");
  const head = columns.map((name) => t(`column.${name}`));
  return csvResponse(locale, "journal", head, rowsOf(found, t));
}

async function* rowsOf(batches: AsyncIterable<Named[]>, t: Words): AsyncGenerator<string[]> {
  for await (const lines of batches) yield* lines.map((line) => cells(line, t));
}

type Words = ReturnType<typeof words>;

function cells(line: Named, t: Words): string[] {
  const { seq, at, name, actorId, part, verb, reference, network, country, particulars, hash } = line;
  const codes = Object.entries(particulars).map((pair) => pair.join("="));
  return [
    String(seq),
    new Date(at.getTime() + eightHours).toISOString().replace("Z", "+08:00"),
    name ?? "",
    actorId ?? "",
    t(`part.${part}`),
    verb,
    reference,
    network ?? "",
    country ?? "",
    codes.join(" "),
    hash,
  ];
}
