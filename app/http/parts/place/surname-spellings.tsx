import { useTranslation } from "react-i18next";
import { languageTag } from "~/domain/kernel/locale";
import { uses, type Surname } from "~/domain/surname/surname";
import { Table } from "~/ui/table/table";

/** A family name as it is written, read, and spelt by families in different parts of the world. */
export function SurnameSpellings({ surname: { names, pinyin, jyutping, spellings } }: { surname: Surname }) {
  const { t } = useTranslation("surname");
  const scripts = names["zh-Hans"] === names["zh-Hant"] ? (["zh-Hant"] as const) : (["zh-Hans", "zh-Hant"] as const);
  const rows = [
    ...scripts.map((script) => ({ kind: t(`script.${script}`), text: names[script], lang: languageTag[script] })),
    ...uses.flatMap((use) => {
      const own = spellings.filter(({ used }) => used === use).map(({ text }) => text);
      return own.length > 0 ? [{ kind: t(`used.${use}`), text: own.join(", "), lang: "en" }] : [];
    }),
    { kind: t("pinyin"), text: pinyin, lang: "zh-Latn-pinyin" },
    { kind: t("jyutping"), text: jyutping, lang: "yue-Latn-jyutping" },
  ];
  return (
    <Table
      caption={t("spellings")}
      hideCaption
      head={[t("where"), t("spelling")]}
      rows={rows.map(({ kind, text, lang }) => [
        kind,
        <span key="spelling" lang={lang}>
          {text}
        </span>,
      ])}
    />
  );
}
