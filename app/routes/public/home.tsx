import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { functions } from "~/domain/catalogue/entry";
import { anyone } from "~/http/guards";
import { describe } from "~/http/page/meta";
import { EntryCards } from "~/http/parts/entry-cards";
import { useFigureText } from "~/http/parts/figure-table";
import { useLocale } from "~/http/page/use-locale";
import { readHome } from "~/http/views/home";
import { Skyline } from "~/http/frame/skyline";
import { href, recordHref } from "~/paths";
import { words } from "~/platform/i18n/i18n";
import { localeOfPath } from "~/http/page/language";
import { ButtonLink } from "~/ui/button/button";
import { Numbers } from "~/ui/facts/facts";
import { SearchBox } from "~/ui/search-box/search-box";
import { Section } from "~/ui/section/section";

export { publicHeaders as headers } from "~/http/page/headers";

export const meta: MetaFunction = (at) => {
  const t = words(localeOfPath(at.location.pathname), "common");
  return describe(at, t("site.name"), t("site.about"));
};

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await anyone(args);
  return readHome(locale);
}

export default function Home() {
  const { t } = useTranslation(["home", "common"]);
  const locale = useLocale();
  const figureText = useFigureText();
  const { initiatives, counties, figures } = useLoaderData<typeof loader>();
  const all = (page: "initiatives" | "places" | "figures") => <a href={href(locale, page)}>{t("all")}</a>;
  return (
    <>
      <div className="hero">
        <h1>{t("lead")}</h1>
        <SearchBox id="home-q" action={href(locale, "search")} hint={t("searchHint")} />
      </div>
      <Skyline />
      <div className="doors">
        {(
          [
            ["find", "places"],
            ["submit", "suggest"],
            ["ask", "ask"],
          ] as const
        ).map(([door, page]) => (
          <div className="door" key={door}>
            <h2>{t(`${door}.title`)}</h2>
            <p>{t(`${door}.text`)}</p>
            <p>
              <ButtonLink href={href(locale, page)} variant="quiet">
                {t(`${door}.go`)}
              </ButtonLink>
            </p>
          </div>
        ))}
      </div>
      <Section title={t("initiatives")} aside={all("initiatives")}>
        <EntryCards entries={initiatives} />
      </Section>
      <Section title={t("functions")}>
        <ul className="chips">
          {functions.map((code) => (
            <li key={code}>
              <a className="chip" href={`${href(locale, "search")}?function=${code}`}>
                {t(`common:function.${code}`)}
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("counties")} aside={all("places")}>
        <ul className="chips">
          {counties.map(({ slug, names }) => (
            <li key={slug}>
              <a className="chip" href={recordHref(locale, "place", slug)}>
                {names[locale]}
                {locale.startsWith("zh") ? ` ${names.en}` : ` ${names["zh-Hant"]}`}
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("figures")} aside={all("figures")}>
        <Numbers
          items={figures.map((figure) => ({
            number: figureText(figure),
            text: figure.scope[locale],
            note: figure.period.labels[locale],
          }))}
        />
      </Section>
    </>
  );
}
