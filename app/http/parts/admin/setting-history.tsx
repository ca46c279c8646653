import { useTranslation } from "react-i18next";
import { useLocale } from "~/http/page/use-locale";
import { formatDay, formatTime } from "~/platform/i18n/format";
import { Badge } from "~/ui/badge/badge";
import { Section } from "~/ui/section/section";
import { Table } from "~/ui/table/table";

type Word = { version: number; source: string; inForce: string; changedById: string; changedAt: Date };
type Props<One extends Word> = {
  view: { words: One[]; counting: Word | null; ahead: Word[]; names: Record<string, string> };
  /** What is said where nothing was recorded. */
  none: string;
  valueOf: (word: One) => string;
};
const columns = ["value", "inForce", "source"] as const;

/** Every word that was said about a setting, newest first, by whom and when; which counts now, and which will. */
export function SettingHistory<One extends Word>({ view, none, valueOf }: Props<One>) {
  const { words, counting, ahead, names } = view;
  const { t } = useTranslation("setting");
  const locale = useLocale();
  const stateOf = (version: number) =>
    version === counting?.version ? "now" : ahead.some((one) => one.version === version) ? "ahead" : "over";
  if (words.length === 0) return <p>{none}</p>;
  return (
    <Section title={t("words")}>
      <Table
        caption={t("words")}
        hideCaption
        head={[t("entry"), ...columns.map((key) => t(key === "value" ? "form.value" : `column.${key}`))]}
        rows={words.map((word) => {
          const state = stateOf(word.version);
          return [
            <span key="version" className="desk-case">
              <span className="desk-marks">
                {t("version", { version: word.version })}
                <Badge tone={state === "now" ? "good" : "plain"}>{t(`state.${state}`)}</Badge>
              </span>
              <span className="soft">
                {t("by", { name: names[word.changedById] ?? "–", time: formatTime(word.changedAt, locale) })}
              </span>
            </span>,
            valueOf(word),
            t("since", { day: formatDay(word.inForce, locale) }),
            word.source,
          ];
        })}
      />
    </Section>
  );
}
