import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isUnderWay } from "~/domain/export/export";
import { readExport } from "~/domain/export/export.server";
import { signedIn } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { found } from "~/http/refuse";
import { href } from "~/paths";
import { formatNumber, formatSize, formatTime } from "~/platform/i18n/format";
import { Button, ButtonLink } from "~/ui/button/button";
import { Facts } from "~/ui/facts/facts";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";
import { Progress } from "~/ui/bar-chart/progress";

export const meta: MetaFunction = (at) => titleOf(at, "list:export");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await signedIn(args);
  return { one: found(await readExport(actor, args.params.export)) };
}

type One = ReturnType<typeof useLoaderData<typeof loader>>["one"];

/** How far a file is; when it is whole, what it holds and where it is fetched. A script brings it up to date by itself. */
export default function ExportPage() {
  const { t } = useTranslation("list");
  const locale = useLocale();
  const { one } = useLoaderData<typeof loader>();
  const underWay = isUnderWay(one.state);
  const particulars = { format: t(`format.${one.format}`), time: formatTime(one.askedAt, locale) };
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "exports")}>{t("exports")}</a>}
        title={t(`name.${one.list}`)}
        lead={t("asked", particulars)}
      />
      <div className="stack" data-follow="" data-under-way={underWay ? "" : undefined}>
        <output className="stack" data-part="state">
          {t(`state.${one.state}`)}
        </output>
        <div data-part="far">{one.state === "void" ? null : <Far one={one} />}</div>
        <div className="stack" data-part="file">
          {one.state === "ready" ? <File one={one} /> : null}
          {underWay ? (
            <noscript>
              <form method="get">
                <Button variant="quiet">{t("again")}</Button>
              </form>
            </noscript>
          ) : null}
        </div>
      </div>
      <Form inline action={href(locale, "exportEnd", { export: one.id })}>
        <Button variant="quiet">{t("end")}</Button>
      </Form>
      <p className="soft">{t("kept")}</p>
    </>
  );
}

function Far({ one: { rows, total } }: { one: One }) {
  const { t } = useTranslation("list");
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  return (
    <Progress label={t("far.label")} done={rows} total={total}>
      {total === null ? t("far.begun") : t("far.of", { done: number(rows), total: number(total) })}
    </Progress>
  );
}

function File({ one }: { one: One }) {
  const { t } = useTranslation("list");
  const locale = useLocale();
  return (
    <>
      <p>
        <ButtonLink href={href(locale, "exportFile", { export: one.id })}>{t("fetch")}</ButtonLink>
      </p>
      <Facts
        items={[
          { term: t("fact.rows"), detail: formatNumber(one.rows, locale) },
          { term: t("fact.asOf"), detail: one.asOf && formatTime(one.asOf, locale) },
          { term: t("fact.size"), detail: one.size && formatSize(one.size, locale) },
          { term: t("fact.sha256"), detail: one.sha256 && <code>{one.sha256}</code> },
          { term: t("fact.until"), detail: formatTime(one.expiresAt, locale) },
        ]}
      />
    </>
  );
}
