import { searchForm } from "~/domain/journal/form";
import { readJournal } from "~/domain/journal/journal.server";
import { cursorOf, type Search } from "~/domain/journal/journal";
import type { Person } from "~/domain/kernel/actor";

type Typed = { [Name in keyof Search]?: string };

/** What a journal's address looks for: the search, or what is wrong with it by field. */
export function searchOf(query: URLSearchParams): { search: Search; faults: Record<string, string[]>; typed: Typed } {
  const names = ["actor", "verb", "reference", "from", "until", "order"] as const;
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
