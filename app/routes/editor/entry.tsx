import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { begin, entryToChange } from "~/domain/catalogue/draft/drafts.server";
import { changeForm } from "~/domain/catalogue/draft/form";
import { formOf, newRequestKey, parseForm, unprocessable } from "~/http/form/form";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { EntryToChange } from "~/http/parts/draft/entry-to-change";
import { WithdrawalForm } from "~/http/parts/draft/withdrawal-form";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { Button, ButtonLink } from "~/ui/button/button";
import { Form } from "~/ui/form/form";
import { Section } from "~/ui/section/section";

export const meta: MetaFunction = (at) => titleOf(at, "draft:entries.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, locale } = await only(args, "editor");
  const entry = found(await entryToChange(actor, args.params.slug ?? "", locale));
  return { ...entry, requestKey: newRequestKey(), withdrawalKey: newRequestKey() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "editor");
  const parsed = parseForm(changeForm, await formOf(args.request));
  if (!parsed.ok) return unprocessable(parsed);
  const reference = valueOf(await begin(actor, { ...parsed.value, slug: args.params.slug ?? "" }));
  return redirect(href(locale, "editorDraft", { reference }), 303);
}

export default function EditorEntry() {
  const { t } = useTranslation("draft");
  const locale = useLocale();
  const { requestKey, withdrawalKey, ...entry } = useLoaderData<typeof loader>();
  const { open } = entry;
  return (
    <EntryToChange entry={entry}>
      <Section title={t("entry.change")}>
        {open ? (
          <p>
            <ButtonLink href={href(locale, "editorDraft", { reference: open })}>
              {t("entry.open", { reference: open })}
            </ButtonLink>
          </p>
        ) : (
          <>
            <p>{t("entry.changeText")}</p>
            <Form requestKey={requestKey}>
              <div>
                <Button>{t("entry.begin")}</Button>
              </div>
            </Form>
          </>
        )}
      </Section>
      <WithdrawalForm slug={entry.slug} requestKey={withdrawalKey} />
    </EntryToChange>
  );
}
