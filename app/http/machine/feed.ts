import { newsOf } from "~/domain/following/following.server";
import { paramsOf, type Target } from "~/domain/following/target";
import { languageTag, type Locale } from "~/domain/kernel/locale";
import { named } from "~/http/views/following";
import { languagesOf } from "~/http/views/suggestions";
import { href, recordHref } from "~/paths";
import { env } from "~/platform/env";
import { words } from "~/platform/i18n/i18n";

const most = 50;
const epoch = new Date(0);

/**
 * What is followed as an Atom feed (RFC 4287), lately changed first: public things only, the same for everybody. Null when
 * it is a record that is not public.
 */
export async function atomOf(target: Target, locale: Locale): Promise<string | null> {
  const about = await named(target, locale);
  if (!about) return null;
  const news = (await newsOf(target, epoch)).slice(0, most);
  const languages = await languagesOf(news);
  const base = env().BASE_URL;
  const query = paramsOf(target);
  const self = `${base}${href(locale, "feed")}?${query}`;
  const site = words(locale, "common")("site.name");
  const title = [site, about.title, ...about.filters].map(text).filter((part) => part !== "");
  const entries = news.map(({ kind, slug, names, excerpt, updatedAt }) => {
    const link = base + recordHref(locale, kind, slug);
    const language = languages.get(slug);
    const lang = language ? ` xml:lang="${languageTag[language]}"` : "";
    return `<entry><id>${text(link)}</id><title${lang}>${text(names[locale])}</title><link href="${text(link)}"/><updated>${updatedAt}</updated><summary${lang}>${text(excerpt[locale])}</summary></entry>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${languageTag[locale]}">
<id>${text(self)}</id><title>${title.join(" · ")}</title>
<link rel="self" href="${text(self)}"/><updated>${news[0]?.updatedAt ?? epoch.toISOString()}</updated>
<author><name>${text(site)}</name></author>
${entries.join("\n")}
</feed>
`;
}

/** Control characters, and whatever else XML 1.0 (2.2) has no place for, not even as a reference. */
const notInXml = /[^\t\n\u{20}-\u{7E}\u{A0}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function text(plain: string): string {
  return plain.replace(notInXml, "").replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
