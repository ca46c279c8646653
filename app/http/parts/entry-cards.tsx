import { useTranslation } from "react-i18next";
import type { EntryCard } from "~/domain/catalogue/entry";
import { useLocale } from "~/http/page/use-locale";
import { recordHref } from "~/paths";
import { Badge } from "~/ui/badge/badge";
import { Card, CardList } from "~/ui/card/card";

type Props = { entries: EntryCard[]; withKind?: boolean; level?: 2 | 3 };

/** Entries as cards, each with what kind of thing it is and how it stands. */
export function EntryCards({ entries, withKind = false, level = 3 }: Props) {
  const { t } = useTranslation(["common", "entry"]);
  const locale = useLocale();
  return (
    <CardList>
      {entries.map(({ slug, kind, title, summary, function: fn, year, state, unconfirmed, flags }) => (
        <Card
          key={slug}
          level={level}
          href={recordHref(locale, kind, slug)}
          title={title}
          kicker={[withKind ? t(`kind.${kind}`) : null, fn ? t(`function.${fn}`) : null, year]
            .filter(Boolean)
            .join(" · ")}
          badges={
            <>
              {flags.includes("no1_proposal") ? <Badge tone="good">{t("entry:no1")}</Badge> : null}
              {state ? <Badge>{t(`state.${state}`)}</Badge> : null}
              {unconfirmed ? <Badge tone="unconfirmed">{t("unconfirmed")}</Badge> : null}
            </>
          }
        >
          <p>{summary}</p>
        </Card>
      ))}
    </CardList>
  );
}
