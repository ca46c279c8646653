import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { href } from "~/paths";
import type { Locale } from "~/domain/kernel/locale";
import { ButtonLink, Button } from "~/ui/button/button";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { usePageContext } from "./page-context";

const known = [403, 404, 405, 409, 413, 422, 429, 500, 503];

/** The page of a request that could not be answered: what happened, what to do next, and everything that was typed. */
export function ErrorPage({ status, locale }: { status: number; locale: Locale }) {
  const { t } = useTranslation("error");
  const { fault, typed } = usePageContext();
  const code = known.includes(status) ? status : 500;
  return (
    <>
      <PageHead kicker={String(code)} title={t(`${code}.title`)} lead={t(`${code}.text`)} />
      <p>{t(`${code}.next`)}</p>
      {fault ? <Notice>{t("reference", { fault })}</Notice> : null}
      {typed.length > 0 ? <Typed values={typed} /> : null}
      <p className="form-buttons">
        <ButtonLink href={href(locale, "home")}>{t("home")}</ButtonLink>
        <ButtonLink href={href(locale, "search")} variant="quiet">
          {t("search")}
        </ButtonLink>
      </p>
    </>
  );
}

/** Gives back what was typed, to copy or to send again. */
function Typed({ values }: { values: [string, string][] }) {
  const { t } = useTranslation("error");
  const { pathname } = useLocation();
  const seen = values.filter(([name, value]) => name !== "requestKey" && value.trim() !== "");
  return (
    <form method="post" action={pathname} className="form">
      {seen.length > 0 ? <h2>{t("typed")}</h2> : null}
      {seen.map(([name, value], index) => (
        <textarea key={index} className="error-typed" name={name} defaultValue={value} aria-label={t("typedField", { number: index + 1 })} />
      ))}
      {values
        .filter((pair) => !seen.includes(pair))
        .map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
      <div className="form-buttons">
        <Button>{t("again")}</Button>
      </div>
    </form>
  );
}
