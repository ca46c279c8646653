import { useTranslation } from "react-i18next";
import { fold } from "~/domain/finding/fold";
import { languageTag, locales, type Locale } from "~/domain/kernel/locale";
import type { Place } from "~/domain/place/place";
import { useLocale } from "~/http/page/use-locale";
import { Table } from "~/ui/table/table";

/** All names of a place with where each comes from: the table in which a family abroad recognises its home. */
export function PlaceNames({ place }: { place: Place }) {
  const { t } = useTranslation("place");
  const locale = useLocale();
  const seen = new Set<string>();
  const once = (text: string) => !seen.has(text) && Boolean(seen.add(text));
  const official = locales
    .filter((lang) => once(place.names[lang]))
    .map((lang) => ({ text: place.names[lang], lang: languageTag[lang], kind: "official" }));
  const rows = [
    ...official,
    ...[place.pinyin, ...place.readings]
      .filter(Boolean)
      .map((text) => ({ text, lang: "zh-Latn-pinyin", kind: "pinyin" })),
    ...(place.jyutping ? [{ text: place.jyutping, lang: "yue-Latn-jyutping", kind: "jyutping" }] : []),
    ...inOneScript(place.spellings, locale)
      .filter(({ text }) => once(text))
      .map(({ text, kind }) => ({
        text,
        lang: kind === "alias-han" ? "zh" : kind === "portuguese" ? "pt-PT" : "en",
        kind,
      })),
  ];
  return (
    <>
      <Table
        caption={t("alsoCalled")}
        hideCaption
        head={[t("name"), t("kindOf")]}
        rows={rows.map(({ text, lang, kind }) => [
          <span key="name" lang={lang}>
            {text}
          </span>,
          t(`kind.${kind}`),
        ])}
      />
      {place.type === "village" || place.type === "community" ? <p className="soft">{t("machineHant")}</p> : null}
    </>
  );
}

/** Of a name that is listed in both scripts, the one in the reader's: the lists have the Traditional one behind the other. */
function inOneScript(spellings: Place["spellings"], locale: Locale): Place["spellings"] {
  const ordered = locale === "zh-Hant" ? spellings : spellings.toReversed();
  const byName = new Map(ordered.map((one) => [fold(one.text), one]));
  return spellings.filter((one) => one.kind !== "alias-han" || byName.get(fold(one.text)) === one);
}
