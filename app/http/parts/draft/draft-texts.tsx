import { useTranslation } from "react-i18next";
import { textOf, type Text } from "~/domain/catalogue/draft/draft";
import type { View } from "~/domain/catalogue/draft/drafts.server";
import { languageTag, locales, type Locale } from "~/domain/kernel/locale";
import { useLocale } from "~/http/page/use-locale";
import { languageNames } from "~/http/parts/suggestion/suggestion-fields";
import { href } from "~/paths";
import { Badge } from "~/ui/badge/badge";
import { ButtonLink } from "~/ui/button/button";
import { Prose } from "~/ui/prose/prose";
import { Section } from "~/ui/section/section";

/** The texts of a draft in four languages, the original at first, each with what it lacks and what is published instead. */
export function DraftTexts({ view }: { view: View }) {
  const { source } = view.draft;
  const inOrder = [source, ...locales.filter((language) => language !== source)];
  return inOrder.map((language) => <DraftText key={language} view={view} language={language} />);
}

function DraftText({ view, language }: { view: View; language: Locale }) {
  const { t } = useTranslation("draft");
  const locale = useLocale();
  const { draft, entry, gaps, can } = view;
  const { reference, source, content } = draft;
  const text = textOf(content, language);
  const was = entry && textOf(entry, language);
  const isSame = was !== null && JSON.stringify(was) === JSON.stringify(text);
  const lacks = gaps.flatMap((gap) => ("language" in gap && gap.language === language ? gap.what : []));
  const write = href(locale, "editorText", { reference, language });
  return (
    <Section
      id={language}
      title={languageNames[language]}
      aside={
        can.write.includes(language) ? (
          <ButtonLink href={write} variant="quiet">
            {t("text.write")} <span className="unseen">{languageNames[language]}</span>
          </ButtonLink>
        ) : null
      }
    >
      <p className="chips">
        <Badge>{t(language === source ? "text.original" : "text.translation")}</Badge>
        <Badge tone={isSame ? undefined : "good"}>
          {t(isSame ? "text.same" : was ? "text.changed" : "text.added")}
        </Badge>
        {lacks.map((what) => (
          <Badge key={what} tone="warn">
            {t(`gap.${what}`)}
          </Badge>
        ))}
      </p>
      <TextShown text={text} language={language} />
      {was && !isSame ? (
        <details>
          <summary>{t("text.published")}</summary>
          <TextShown text={was} language={language} />
        </details>
      ) : null}
    </Section>
  );
}

/** A text as it is: its name, its summary, its paragraphs. */
export function TextShown({ text: { name, summary, body }, language }: { text: Text; language: Locale }) {
  const { t } = useTranslation("draft");
  if (!name && !summary && body.length === 0) return <p className="soft">{t("text.none")}</p>;
  return (
    <div lang={languageTag[language]}>
      <p>
        <strong>{name}</strong>
      </p>
      <p>{summary}</p>
      <Prose paragraphs={body} />
    </div>
  );
}
