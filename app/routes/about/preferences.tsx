import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isLocale, languageTag, locales } from "~/domain/kernel/locale";
import { ownNames } from "~/http/frame/languages";
import { formOf } from "~/http/form/form";
import { anyone } from "~/http/guards";
import { localPath } from "~/http/page/local-path";
import { titleOf } from "~/http/page/meta";
import { textSizeOf } from "~/http/page/text-size";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { languageCookie, textCookie } from "~/platform/session/cookies";
import { Button } from "~/ui/button/button";
import { Radios } from "~/ui/field/choice";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "static:preferences.title");

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return { text: await textSizeOf(args.request) };
}

/** Keeps the size of text, the language, or both on this device. */
export async function action(args: ActionFunctionArgs) {
  const { locale } = await anyone(args);
  const form = await formOf(args.request);
  const [text, language] = [form.get("text"), form.get("language")];
  const headers = new Headers();
  if (text === "large" || text === "normal") headers.append("Set-Cookie", await textCookie().serialize(text));
  if (isLocale(language)) headers.append("Set-Cookie", await languageCookie().serialize(language));
  const here = href(isLocale(language) ? language : locale, "preferences");
  return redirect(localPath(form.get("back"), locale, here), { status: 303, headers });
}

export default function Preferences() {
  const { t } = useTranslation(["static", "common"]);
  const { text } = useLoaderData<typeof loader>();
  const sizes = (["normal", "large"] as const).map((value) => ({ value, label: t(`common:text.${value}`) }));
  const languages = locales.map((value) => ({ value, label: ownNames[value], lang: languageTag[value] }));
  return (
    <>
      <PageHead title={t("preferences.title")} lead={t("preferences.lead")} />
      <Form>
        <Radios name="text" legend={t("preferences.text")} options={sizes} defaultValue={text} required />
        <Radios
          name="language"
          legend={t("preferences.language")}
          hint={t("preferences.languageHint")}
          options={languages}
          defaultValue={useLocale()}
          required
        />
        <div>
          <Button>{t("preferences.save")}</Button>
        </div>
      </Form>
    </>
  );
}
