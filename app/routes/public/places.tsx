import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { placesTree } from "~/domain/place/places.server";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { href, recordHref } from "~/paths";
import { PageHead } from "~/ui/page-head/page-head";
import { Section } from "~/ui/section/section";

export { publicHeaders as headers } from "~/http/page/headers";

export const meta: MetaFunction = (at) => titleOf(at, "place:title");

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return { tree: await placesTree() };
}

export default function Places() {
  const { t } = useTranslation("place");
  const locale = useLocale();
  const { tree } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")}>
        <p>
          <a href={href(locale, "surnames")}>{t("bySurname")}</a>
        </p>
      </PageHead>
      {tree.map(({ county, children }) => (
        <Section
          key={county.slug}
          id={county.slug}
          title={<a href={recordHref(locale, "place", county.slug)}>{county.names[locale]}</a>}
        >
          <ul className="chips">
            {children.map(({ slug, names }) => (
              <li key={slug}>
                <a className="chip" href={recordHref(locale, "place", slug)}>
                  {names[locale]}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
