import { useTranslation } from "react-i18next";
import type { Locale } from "~/domain/kernel/locale";
import { usePageContext } from "./page-context";

const known = [403, 404, 405, 409, 413, 422, 429, 500, 503];

/** The page of a request that could not be answered: what happened, what to do next, and what was typed. */
export function ErrorPage({ status, locale }: { status: number; locale: Locale }) {
  const { t } = useTranslation("error");
  const { fault, typed } = usePageContext();
  const code = known.includes(status) ? status : 500;
  return (
    <article lang={locale}>
      <h1>{t(`${code}.title`)}</h1>
      <p>{t(`${code}.text`)}</p>
      {fault ? <p>{fault}</p> : null}
      {typed.map(([name, value]) => (
        <p key={name}>{value}</p>
      ))}
    </article>
  );
}
