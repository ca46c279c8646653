import type { Kind } from "~/domain/finding/document";
import { newestFirst, newsFrom, type News } from "~/domain/finding/news";
import type { Filters } from "~/platform/search/engine";
import { askingFor, newestAnswers } from "./answering.server";
import { documentsBy } from "./known.server";

/** What a search finds, lately changed first. */
export async function newestOf({ text, ...filters }: Filters & { text: string }): Promise<News[]> {
  const keys = await newestAnswers(await askingFor(text), filters);
  return newestFirst((await documentsBy(keys)).map(newsFrom));
}

/** One public thing as it stands now, or null when it is not public, or not any more. */
export async function recordNow(kind: Kind, slug: string): Promise<News | null> {
  const [document] = await documentsBy([`${kind}:${slug}`]);
  return document ? newsFrom(document) : null;
}
