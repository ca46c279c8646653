import type { Kind } from "~/domain/finding/document";
import { matchNames } from "~/domain/finding/match";
import { newestFirst, newsFrom, type News } from "~/domain/finding/news";
import { groupsOf, questionOf } from "~/domain/finding/question";
import { rank } from "~/domain/finding/score";
import { engine } from "~/platform/search/choose";
import { rankedAtMost, type Filters } from "~/platform/search/engine";
import { documentsOf, searchNames } from "./finding.server";

/** What a search finds, lately changed first: what answers it well enough to be found at all. */
export async function newestOf({ text, ...filters }: Filters & { text: string }): Promise<News[]> {
  const index = await searchNames();
  const question = questionOf(index, text, matchNames(index, text));
  const found = await engine().candidates({
    groups: groupsOf(index, question),
    filters,
    limit: rankedAtMost,
    newest: true,
  });
  const documents = documentsOf(found);
  const fitting = text.trim() === "" ? documents : rank(index, question, documents).map(({ document }) => document);
  return newestFirst(fitting.map(newsFrom));
}

/** One public thing as it stands now, or null when it is not public, or not any more. */
export async function recordNow(kind: Kind, slug: string): Promise<News | null> {
  const [document] = documentsOf({ documents: await engine().byKeys([`${kind}:${slug}`]) });
  return document ? newsFrom(document) : null;
}
