import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { find } from "~/domain/catalogue/finding.server";
import { entryKinds } from "~/domain/catalogue/entry";
import { changeable } from "~/domain/catalogue/draft/drafts.server";
import { pageNumber, pageSize } from "~/domain/kernel/page";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs/breadcrumbs";
import { Button } from "~/ui/button/button";
import { Select, TextField } from "~/ui/field/field";
import { PageHead } from "~/ui/page-head/page-head";
import { Pager } from "~/ui/pager/pager";

export const meta: MetaFunction = (at) => titleOf(at, "draft:entries.title");

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await only(args, "editor");
  const query = new URL(args.request.url).searchParams;
  const text = (query.get("q") ?? "").slice(0, 200);
  const kind = entryKinds.find((one) => one === query.get("kind")) ?? "initiative";
  const number = pageNumber(query.get("page"));
  const { hits, total } = await find({ text, kind, locale, limit: pageSize, offset: (number - 1) * pageSize });
  return { text, kind, number, total, hits: await changeable(hits) };
}

export default function EditorEntries() {
  const { t } = useTranslation(["draft", "common"]);
  const locale = useLocale();
  const { text, kind, number, total, hits } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        items={[{ href: href(locale, "editorDesk"), label: t("desk.title") }, { label: t("entries.title") }]}
      />
      <PageHead title={t("entries.title")} />
      <search>
        <form method="get" className="form">
          <Select
            name="kind"
            label={t("entries.kind")}
            required
            defaultValue={kind}
            options={entryKinds.map((value) => ({ value, label: t(`common:kind.${value}`) }))}
          />
          <TextField name="q" type="search" label={t("entries.find")} defaultValue={text} maxLength={200} />
          <div>
            <Button>{t("entries.go")}</Button>
          </div>
        </form>
      </search>
      {hits.length === 0 ? <p>{t("entries.none")}</p> : null}
      <ul className="plain-list">
        {hits.map(({ slug, title }) => (
          <li key={slug}>
            <a className="desk-case" href={href(locale, "editorEntry", { slug })}>
              {title}
            </a>
          </li>
        ))}
      </ul>
      <Pager
        {...{ number, total, size: pageSize }}
        hrefOf={(page) => `?${new URLSearchParams({ kind, q: text, page: String(page) })}`}
      />
    </>
  );
}
