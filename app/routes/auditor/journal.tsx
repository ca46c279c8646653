import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deeds } from "~/domain/kernel/deed";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { TakeAlong } from "~/http/parts/list/take-along";
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
  const { t } = useTranslation(["journal", "list"]);
  const locale = useLocale();
  const { lines, newer, older, faults, typed } = useLoaderData<typeof loader>();
  const query = new URLSearchParams(Object.entries(typed));
  const turned = (name: string, seq: number | undefined) => `?${new URLSearchParams([...query, [name, String(seq)]])}`;
  const [first, last] = [lines[0]?.seq, lines.at(-1)?.seq];
  const [newest, oldest] = typed.order === "oldest" ? [last, first] : [first, last];
  const labels = { actor: t("field.actor"), verb: t("field.verb"), reference: t("field.reference") };
  const days = { from: t("field.from"), until: t("field.until") };
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <ErrorSummary faults={faults} labels={{ ...labels, ...days }} />
      <Search faults={faults} typed={typed} />
      {lines.length > 0 ? <Lines lines={lines} order={orderOf(query)} /> : <Notice>{t("none")}</Notice>}
      {newer || older ? (
        <nav className="pager" aria-label={t("pages")}>
          {newer ? <a href={lines.length > 0 ? turned("after", newest) : `?${query}`}>{t("newer")}</a> : null}
          {older ? <a href={turned("before", oldest)}>{t("older")}</a> : null}
        </nav>
      ) : null}
      {Object.keys(faults).length > 0 ? null : <TakeAlong list="journal" query={String(query)} />}
      <p className="soft">
        {t("exportNote")} <a href={href(locale, "exports")}>{t("list:exports")}</a>
      </p>
    </>
  );
}

/** The order of the lines now, and the address of the other one. */
function orderOf(query: URLSearchParams) {
  const other = new URLSearchParams(query);
  const oldest = query.get("order") === "oldest";
  if (oldest) other.delete("order");
  else other.set("order", "oldest");
  return { href: `?${other}`, now: oldest ? ("ascending" as const) : ("descending" as const) };
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
        {typed.order ? <input type="hidden" name="order" value={typed.order} /> : null}
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
