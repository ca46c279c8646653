import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Hit as Found } from "~/domain/catalogue/finding.server";
import type { Segment } from "~/domain/finding/highlight";
import { languageTag, type Locale } from "~/domain/kernel/locale";
import { useLocale } from "~/http/page/use-locale";
import { recordHref, sections } from "~/paths";
import { Badge } from "~/ui/badge/badge";

/** What was found; `language` where it stands in one language only. */
type Hit = Found & { language: Locale | null };

/**
 * What was found, by kind: the kind of the best hit first, and within a kind the best first. Where the name differs
 * from what was typed, a hit says why it is here.
 */
export function Hits({ hits, moreOf }: { hits: Hit[]; moreOf: (kind: string) => { href: string; count: number } }) {
  const { t } = useTranslation(["search", "common"]);
  const kinds = [...new Set(hits.map(({ kind }) => kind))];
  if (kinds.length < 2) return <HitList hits={hits} as="h2" withKind />;
  return (
    <>
      {kinds.map((kind) => {
        const own = hits.filter((one) => one.kind === kind);
        const more = moreOf(kind);
        return (
          <section className="hit-group" key={kind} aria-labelledby={`hits-${kind}`}>
            <h2 id={`hits-${kind}`}>{t(`common:section.${sections[kind]}`)}</h2>
            <HitList hits={own} as="h3" />
            {more.count > own.length ? (
              <p>
                <a href={more.href}>{t("allOf", { kind: t(`common:section.${sections[kind]}`), count: more.count })}</a>
              </p>
            ) : null}
          </section>
        );
      })}
    </>
  );
}

function HitList({ hits, as: Heading, withKind }: { hits: Hit[]; as: "h2" | "h3"; withKind?: boolean }) {
  const { t } = useTranslation(["search", "common"]);
  const locale = useLocale();
  return (
    <ol className="hits">
      {hits.map(({ kind, slug, titleSegments, excerpt, names, match, why, language }) => (
        <li className="hit" key={`${kind}:${slug}`}>
          {withKind || match === "approximate" ? (
            <p className="hit-marks">
              {withKind ? <Badge>{t(`common:kind.${kind}`)}</Badge> : null}
              {match === "approximate" ? <Badge tone="unconfirmed">{t("near")}</Badge> : null}
            </p>
          ) : null}
          <Heading className="card-title">
            <a href={recordHref(locale, kind, slug)} lang={tagOf(language)}>
              <Marked segments={titleSegments} />
            </a>
            {locale.startsWith("zh") && kind === "place" ? <Latin>{names.en}</Latin> : null}
          </Heading>
          <p lang={tagOf(language)}>
            <Marked segments={excerpt} />
          </p>
          {why ? (
            <p className="hit-why">{t("why", { spelling: why.spelling, name: why.name, via: t(`via.${why.via}`) })}</p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function tagOf(language: Locale | null): string | undefined {
  return language ? languageTag[language] : undefined;
}

function Latin({ children }: { children: ReactNode }) {
  return (
    <span className="soft" lang="en">
      {" "}
      {children}
    </span>
  );
}

function Marked({ segments }: { segments: Segment[] }) {
  return <>{segments.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))}</>;
}
