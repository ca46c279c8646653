import type { News } from "~/domain/finding/news";
import type { Locale } from "~/domain/kernel/locale";

/** The most that one digest lists; the rest is on the page. */
const mostListed = 40;

/** The path of a record's page. */
export type HrefOf = (locale: Locale, kind: News["kind"], slug: string) => string;

type Letter = {
  dedupeKey: string;
  recipient: string;
  isPrivate: true;
  locale: Locale;
  template: string;
  params: Record<string, string>;
  off: string;
};

/** Asks for a yes. To who follows it already, the letter says so. One a day for one wish, however often it is sent. */
export function wishLetter(of: {
  address: string;
  locale: Locale;
  follow: string;
  known: boolean;
  at: Date;
  own: string;
}): Letter {
  return {
    dedupeKey: `follow:${of.follow}:${of.at.toISOString().slice(0, 10)}`,
    recipient: of.address,
    isPrivate: true,
    locale: of.locale,
    template: of.known ? "follow_known" : "follow_asked",
    params: { link: of.known ? of.own : `${of.own}/confirm/${of.follow}` },
    off: `${of.own}/off`,
  };
}

/** What tells one letter with news from another: one a day for each follower. */
export const digestKey = (follower: string, day: string) => `digest:${follower}:${day}`;

/** What is new, each thing with its title in the follower's language, on one line however it was typed, and its address. */
export function digestLetter(of: {
  id: string;
  address: string;
  locale: Locale;
  day: string;
  portal: string;
  own: string;
  news: News[];
  hrefOf: HrefOf;
}): Letter {
  const list = of.news
    .slice(0, mostListed)
    .map(({ kind, slug, names }) => {
      const title = names[of.locale].replace(/\s+/g, " ");
      return `${title}\n${of.portal}${of.hrefOf(of.locale, kind, slug)}`;
    })
    .join("\n\n");
  return {
    dedupeKey: digestKey(of.id, of.day),
    recipient: of.address,
    isPrivate: true,
    locale: of.locale,
    template: "digest",
    params: { list, link: of.own },
    off: `${of.own}/off`,
  };
}
