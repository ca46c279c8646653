import type { MetaDescriptor } from "@remix-run/node";
import { isRouteErrorResponse, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { href } from "~/paths";
import type { Locale } from "~/domain/kernel/locale";
import { Button, ButtonLink } from "~/ui/button/button";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { GivenBack } from "~/ui/prose/given-back";
import { Section } from "~/ui/section/section";
import { localeOfPath } from "./language";
import { titleOf } from "./meta";
import { usePageContext } from "./page-context";
import { waitingWords } from "./waiting";

const known = [403, 404, 405, 409, 413, 422, 429, 500, 503];

function codeOf(error: unknown): number {
  return isRouteErrorResponse(error) && known.includes(error.status) ? error.status : 500;
}

const waiting = z.object({ wait: z.number().int().positive() });

/** In how many seconds it may be tried again, where the refusal says so. */
export function waitOf(error: unknown): number | undefined {
  return isRouteErrorResponse(error) ? waiting.safeParse(error.data).data?.wait : undefined;
}

/** The title of the page of an error; nothing where the page itself names one. */
export function errorTitle(error: unknown, pathname: string): MetaDescriptor[] {
  return error
    ? titleOf(
        { params: { lang: localeOfPath(pathname) }, location: { pathname } },
        `error:${codeOf(error)}.title`,
      ).slice(0, 1)
    : [];
}

/** The page of a request that could not be answered: what happened, what to do next, and everything that was typed. */
export function ErrorPage({ error, locale }: { error: unknown; locale: Locale }) {
  const { t } = useTranslation("error");
  const { fault, typed, foreign } = usePageContext();
  const code = codeOf(error);
  const wait = waitOf(error);
  return (
    <>
      <PageHead kicker={String(code)} title={t(`${code}.title`)} lead={t(`${code}.text`)} focus>
        <p>{wait === undefined ? t(`${code}.next`) : waitingWords(t, wait)}</p>
      </PageHead>
      {fault ? <Notice>{t("reference", { fault })}</Notice> : null}
      {typed.length > 0 ? <Typed values={typed} foreign={foreign} /> : null}
      <p className="form-buttons">
        <ButtonLink href={href(locale, "home")} variant={typed.length > 0 ? "quiet" : "primary"}>
          {t("home")}
        </ButtonLink>
        <ButtonLink href={href(locale, "search")} variant="quiet">
          {t("search")}
        </ButtonLink>
      </p>
    </>
  );
}

/**
 * Gives back what was typed, to copy or to send again to the same address; what another site had sent only to copy, as
 * one press would do here what that site may not. Names with `_` first are the framework's.
 */
function Typed({ values, foreign }: { values: [string, string][]; foreign: boolean }) {
  const { t } = useTranslation("error");
  const { pathname, search } = useLocation();
  const own = values.filter(([name]) => !name.startsWith("_"));
  const words = own.filter(([name, value]) => name !== "requestKey" && value.trim() !== "").map(([, value]) => value);
  return (
    <Section title={t("typed")}>
      <p>{t(foreign ? "typedElsewhere" : "typedHelp")}</p>
      {words.map((value, index) => (
        <GivenBack key={index} id={`typed-${index}`} label={t("typedField", { number: index + 1 })} value={value} />
      ))}
      {foreign ? null : (
        <form method="post" action={pathname + search}>
          {own.map(([name, value], index) => (
            <input key={index} type="hidden" name={name} value={value} />
          ))}
          <Button>{t("again")}</Button>
        </form>
      )}
    </Section>
  );
}
