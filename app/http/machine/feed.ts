import { newsOf } from "~/domain/following/following.server";
import { paramsOf, type Target } from "~/domain/following/target";
import { languageTag, type Locale } from "~/domain/kernel/locale";
import { href, recordHref } from "~/paths";
import { env } from "~/platform/env";
import { words } from "~/platform/i18n/i18n";

const most = 50;
const epoch = new Date(0);

/** What is followed as an Atom feed (RFC 4287), lately changed first: public things only, the same for everybody. */
export async function atomOf(target: Target, locale: Locale): Promise<string> {
  const news = (await newsOf(target, epoch)).slice(0, most);
  const base = env().BASE_URL;
  const query = paramsOf(target);
  const self = `${base}${href(locale, "feed")}?${query}`;
  const title = target.what === "record" ? news[0]?.names[locale] : target.query;
  const entries = news.map(({ kind, slug, names, excerpt, updatedAt }) => {
    const link = base + recordHref(locale, kind, slug);
    return `<entry><id>${text(link)}</id><title>${text(names[locale])}</title><link href="${text(link)}"/><updated>${updatedAt}</updated><summary>${text(excerpt[locale])}</summary></entry>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${languageTag[locale]}">
<id>${text(self)}</id><title>${text(`${words(locale, "common")("site.name")}${title ? ` · ${title}` : ""}`)}</title>
<link rel="self" href="${text(self)}"/><updated>${news[0]?.updatedAt ?? epoch.toISOString()}</updated>
<author><name>${text(words(locale, "common")("site.name"))}</name></author>
${entries.join("\n")}
</feed>
`;
}

function text(plain: string): string {
  return plain.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[^\P{Cc}\n\t]/gu, "");
}
