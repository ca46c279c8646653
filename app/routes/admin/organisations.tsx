import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listOrganisations } from "~/domain/person/people/people.server";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { found } from "~/http/refuse";
import { href } from "~/paths";
import { PageHead } from "~/ui/page-head/page-head";
import { Table } from "~/ui/table/table";

export const meta: MetaFunction = (at) => titleOf(at, "admin:organisations.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "admin");
  return { all: found(await listOrganisations(actor)) };
}

export default function Organisations() {
  const { t } = useTranslation("admin");
  const locale = useLocale();
  const { all } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "adminDesk")}>{t("desk")}</a>}
        title={t("organisations.title")}
        lead={t("organisations.lead")}
      />
      {all.length === 0 ? (
        <p>{t("organisations.none")}</p>
      ) : (
        <Table
          caption={t("organisations.title")}
          hideCaption
          head={(["name", "kind", "key", "holders"] as const).map((column) => t(`organisations.${column}`))}
          rows={all.map(({ slug, kind, names, holders }) => [
            names[locale],
            t(`organisations.kinds.${kind}`),
            slug,
            holders,
          ])}
        />
      )}
    </>
  );
}
