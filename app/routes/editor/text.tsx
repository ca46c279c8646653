import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { textOf } from "~/domain/catalogue/draft/draft";
import { act, read } from "~/domain/catalogue/draft/drafts.server";
import { textForm, textIn } from "~/domain/catalogue/draft/form";
import { isLocale } from "~/domain/kernel/locale";
import { formOf, parseForm, unprocessable } from "~/http/form/form";
import { isOutdated, outdated } from "~/http/form/outdated";
import { notFound, only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { deviceKey, DraftPage } from "~/http/parts/draft/draft-page";
import { TextShown } from "~/http/parts/draft/draft-texts";
import { TextFields, useTextLabels } from "~/http/parts/draft/fields";
import { Seen } from "~/http/parts/suggestion/suggestion-sent";
import { languageNames } from "~/http/parts/suggestion/suggestion-fields";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Form } from "~/ui/form/form";
import { Section } from "~/ui/section/section";

export const meta: MetaFunction = (at) => titleOf(at, "draft:text.texts");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, locale } = await only(args, "editor", "translator");
  const { reference = "", language } = args.params;
  if (!isLocale(language)) throw notFound();
  return { language, view: found(await read(actor, reference, locale)) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "editor", "translator");
  const { reference = "", language } = args.params;
  if (!isLocale(language)) throw notFound();
  const form = await formOf(args.request);
  const parsed = parseForm(textForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  const wish = { verb: "write", language, text: textIn(parsed.value) } as const;
  const result = await act(actor, reference, wish, parsed.value.seen);
  if (isOutdated(result)) return outdated(form);
  valueOf(result);
  return redirect(`${href(locale, "editorDraft", { reference })}?saved=${language}`, 303);
}

export default function DraftTextPage() {
  const { t } = useTranslation("draft");
  const { view, language } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { source, content, reference } = view.draft;
  const { body, ...rest } = textOf(content, language);
  const isTranslation = language !== source;
  return (
    <DraftPage
      view={view}
      sent={sent}
      step={t("text.title", { language: languageNames[language] })}
      open={view.can.write.includes(language)}
    >
      {isTranslation ? (
        <Section title={t("text.originalIn", { language: languageNames[source] })}>
          <TextShown text={textOf(content, source)} language={source} />
        </Section>
      ) : null}
      <Section title={t("text.writeIn", { language: languageNames[language] })}>
        {isTranslation ? <p>{t("text.keepHint")}</p> : null}
        <ErrorSummary faults={sent?.faults} labels={useTextLabels()} />
        <Form draft={deviceKey(reference, language)}>
          <Seen version={view.seen.texts[language]} sent={sent} />
          <TextFields language={language} known={{ ...rest, body: body.join("\n\n") }} sent={sent} />
          <div>
            <Button>{t("text.save")}</Button>
          </div>
        </Form>
      </Section>
    </DraftPage>
  );
}
