import { useTranslation } from "react-i18next";
import type { View } from "~/domain/suggestion/suggestion.server";
import { useLocale } from "~/http/page/use-locale";
import { formatDay } from "~/platform/i18n/format";
import { Notice } from "~/ui/notice/notice";
import { Multiline } from "~/ui/prose/prose";

/** What comes next, whose turn it is and by when; with the reason that the last step gave, as the next one needs it. */
export function SuggestionNext({ view: { next, role, suggestion, events } }: { view: View }) {
  const { t } = useTranslation("suggestion");
  const locale = useLocale();
  const last = events.at(-1);
  const yours = next?.who === role;
  const title = next ? t(yours ? "next.yours" : `next.turn.${next.who}`) : t("next.none");
  return (
    <Notice tone={yours ? "warn" : "info"} title={title}>
      <p>
        {t(next ? `next.what.${next.what}` : `next.end.${suggestion.state}`)}
        {next?.until ? <strong> {t("next.until", { day: formatDay(next.until, locale) })}</strong> : null}
      </p>
      {last?.words && last.verb !== "reply" ? (
        <>
          <p>{t("next.said", { who: t(`by.${last.actorRole}`) })}</p>
          <Multiline text={last.words} />
        </>
      ) : null}
    </Notice>
  );
}
