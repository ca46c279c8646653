import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deeds } from "~/domain/kernel/deed";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { found } from "~/http/refuse";
import { readJournalPage } from "~/http/views/journal";
import { href } from "~/paths";
import { ButtonLink } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Select, TextField } from "~/ui/field/field";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { Lines } from "./lines";

export const meta: MetaFunction = (at) => titleOf(at, "journal:title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "auditor");
  return found(await readJournalPage(actor, new URL(args.request.url).searchParams));
}

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function Journal() {
  const { t } = useTranslation("journal");
  const locale = useLocale();
  const { lines, newer, older, faults, typed } = useLoaderData<typeof loader>();
  const query = new URLSearchParams(Object.entries(typed));
  const turned = (name: string, seq: number | undefined) => `?${new URLSearchParams([...query, [name, String(seq)]])}`;
  const labels = { actor: t("field.actor"), verb: t("field.verb"), reference: t("field.reference") };
  const days = { from: t("field.from"), until: t("field.until") };
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <ErrorSummary faults={faults} labels={{ ...labels, ...days }} />
      <Search faults={faults} typed={typed} />
      {lines.length > 0 ? <Lines lines={lines} /> : <Notice>{t("none")}</Notice>}
      {newer || older ? (
        <nav className="pager" aria-label={t("pages")}>
          {newer ? <a href={lines.length > 0 ? turned("after", lines[0]?.seq) : `?${query}`}>{t("newer")}</a> : null}
          {older ? <a href={turned("before", lines.at(-1)?.seq)}>{t("older")}</a> : null}
        </nav>
      ) : null}
      <p>
        <ButtonLink href={`${href(locale, "journalExport")}?${query}`} variant="quiet">
          {t("export")}
        </ButtonLink>
      </p>
      <p className="soft">{t("exportNote")}</p>
    </>
  );
}

/** What to look for. The address of the page that answers says it all, so that it can be kept or sent on. */
function Search({ faults, typed }: Pick<Loaded, "faults" | "typed">) {
  const { t } = useTranslation("journal");
  const locale = useLocale();
  const field = (name: keyof Loaded["typed"]) => ({
    name,
    label: t(`field.${name}`),
    defaultValue: typed[name],
    error: faults[name],
  });
  return (
    <search>
      <form className="form" action={href(locale, "journal")} noValidate>
        <div className="form-pair">
          <TextField {...field("actor")} hint={t("field.actorHint")} autoComplete="off" />
          <Select
            {...field("verb")}
            emptyLabel={t("field.anyVerb")}
            options={deeds.map((deed) => ({ value: deed, label: t(`verb.${deed}`) }))}
          />
          <TextField {...field("reference")} hint={t("field.referenceHint")} autoComplete="off" />
          <TextField {...field("from")} type="date" />
          <TextField {...field("until")} type="date" />
        </div>
        <div className="form-buttons">
          <button type="submit" className="button button-primary">
            {t("search")}
          </button>
          <ButtonLink href={href(locale, "journal")} variant="quiet">
            {t("all")}
          </ButtonLink>
        </div>
      </form>
    </search>
  );
}
