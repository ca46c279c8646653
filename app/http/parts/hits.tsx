import { useTranslation } from "react-i18next";
import type { Hit } from "~/domain/catalogue/finding.server";
import type { Segment } from "~/domain/finding/highlight";
import { useLocale } from "~/http/page/use-locale";
import { recordHref } from "~/paths";
import { Badge } from "~/ui/badge/badge";

/** What was found, each with its kind and, where the name differs from what was typed, why it is here. */
export function Hits({ hits }: { hits: Hit[] }) {
  const { t } = useTranslation(["search", "common"]);
  const locale = useLocale();
  return (
    <ol className="hits">
      {hits.map(({ kind, slug, titleSegments, excerpt, names, why }) => (
        <li className="hit" key={`${kind}:${slug}`}>
          <p>
            <Badge>{t(`common:kind.${kind}`)}</Badge>
          </p>
          <h2 className="card-title">
            <a href={recordHref(locale, kind, slug)}>
              <Marked segments={titleSegments} />
            </a>
            {locale.startsWith("zh") && kind === "place" ? <span className="soft"> {names.en}</span> : null}
          </h2>
          <p>
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

function Marked({ segments }: { segments: Segment[] }) {
  return <>{segments.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))}</>;
}
