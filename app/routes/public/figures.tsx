import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { figureGroups } from "~/domain/figure/figures.server";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { FigureTable, useFigureText } from "~/http/parts/figure-table";
import { useLocale } from "~/http/page/use-locale";
import { BarChart } from "~/ui/bar-chart/bar-chart";
import { PageHead } from "~/ui/page-head/page-head";
import { Section } from "~/ui/section/section";

export { publicHeaders as headers } from "~/http/page/headers";

export const meta: MetaFunction = (at) => titleOf(at, "figure:title");

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return { groups: await figureGroups() };
}

export default function Figures() {
  const { t } = useTranslation("figure");
  const locale = useLocale();
  const text = useFigureText();
  const { groups } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      {groups.map(({ group, figures }) => {
        const shared = comparable(figures);
        return (
          <Section key={group} title={t(`group.${group}`)}>
            {shared.length > 1 ? (
              <BarChart
                title={t(`group.${group}`)}
                bars={shared.map((figure) => ({
                  label: `${figure.scope[locale]} · ${figure.period.labels[locale]}`,
                  value: figure.value,
                  display: text(figure),
                }))}
              />
            ) : null}
            <FigureTable caption={t(`group.${group}`)} figures={figures} />
          </Section>
        );
      })}
      <p className="soft">{t("source")}</p>
    </>
  );
}

/** The largest set of figures that may stand in one chart: the same unit and the same period. */
function comparable<One extends { unit: string; period: { code: string } }>(figures: One[]): One[] {
  const sets = figures.map((figure) =>
    figures.filter((other) => other.unit === figure.unit && other.period.code === figure.period.code),
  );
  return sets.reduce((most, set) => (set.length > most.length ? set : most), []);
}
