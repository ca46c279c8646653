import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { askExport, readExports } from "~/domain/export/export.server";
import { exportForm } from "~/domain/export/form";
import { formOf, parseForm } from "~/http/form/form";
import { signedIn } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { found, valueOf } from "~/http/refuse";
import { settled } from "~/http/views/exports";
import { href } from "~/paths";
import { formatNumber, formatTime } from "~/platform/i18n/format";
import { Badge } from "~/ui/badge/badge";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { Table } from "~/ui/table/table";

export const meta: MetaFunction = (at) => titleOf(at, "list:exports");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await signedIn(args);
  return { all: found(await readExports(actor)) };
}

/** Has a list made into a file. One that is made at once is waited for, so that its page shows it whole. */
export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await signedIn(args);
  found(await readExports(actor));
  const parsed = parseForm(exportForm, await formOf(args.request));
  if (!parsed.ok) throw new Response(null, { status: 422 });
  const id = valueOf(await askExport(actor, parsed.value, locale));
  await settled(actor, id);
  return redirect(href(locale, "export", { export: id }), 303);
}

/** What somebody took along within a day. It cannot grow long: the oldest go by themselves. */
export default function Exports() {
  const { t } = useTranslation("list");
  const locale = useLocale();
  const { all } = useLoaderData<typeof loader>();
  const [query] = useSearchParams();
  return (
    <>
      <PageHead title={t("exports")} lead={t("exportsLead")} />
      {query.has("ended") ? <Notice tone="good">{t("ended")}</Notice> : null}
      {all.length === 0 ? (
        <p>{t("noExports")}</p>
      ) : (
        <Table
          caption={t("exports")}
          hideCaption
          head={(["list", "format", "asked", "rows", "state"] as const).map((key) => t(`column.${key}`))}
          rows={all.map(({ id, list, format, askedAt, rows, state }) => [
            <a key="list" className="desk-case" href={href(locale, "export", { export: id })}>
              {t(`name.${list}`)}
            </a>,
            t(`format.${format}`),
            formatTime(askedAt, locale),
            formatNumber(rows, locale),
            <Badge key="state" tone={state === "ready" ? "good" : state === "void" ? "late" : "plain"}>
              {t(`short.${state}`)}
            </Badge>,
          ])}
        />
      )}
    </>
  );
}
