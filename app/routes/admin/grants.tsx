import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { holdings } from "~/domain/person/people/holding.server";
import { holdingStates } from "~/domain/person/people/holding";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { RoleFilter } from "~/http/parts/admin/role-filter";
import { ListFinder } from "~/http/parts/list/finder";
import { ListTable } from "~/http/parts/list/list-table";
import { found } from "~/http/refuse";
import { href } from "~/paths";
import { formatDay } from "~/platform/i18n/format";
import { Badge } from "~/ui/badge/badge";
import { Select } from "~/ui/field/field";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "admin:grants.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "admin");
  return found(await holdings(actor, new URL(args.request.url).searchParams));
}

export default function Grants() {
  const { t } = useTranslation("admin");
  const locale = useLocale();
  const { search, page } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "adminPeople")}>{t("people.title")}</a>}
        title={t("grants.title")}
        lead={t("grants.lead")}
      />
      <ListFinder label={t("grants.search")} words={search.words} own={["role", "state"]}>
        <RoleFilter role={search.role} />
        <Select
          name="state"
          label={t("grants.state")}
          emptyLabel={t("grants.any")}
          defaultValue={search.state ?? ""}
          options={holdingStates.map((value) => ({ value, label: t(`person.${value}`) }))}
        />
      </ListFinder>
      <ListTable
        list="grants"
        caption={t("grants.title")}
        none={t("grants.none")}
        sort={search.sort}
        page={page}
        columns={[
          { label: t("people.name"), sort: "name" },
          { label: t("person.role"), sort: "role" },
          { label: t("person.organisation"), sort: "organisation" },
          { label: t("person.from"), sort: "from" },
          { label: t("person.until"), sort: "until" },
          { label: t("person.state") },
        ]}
        rows={page.items.map(({ personId, name, email, role, names, organisation, from, until, state }) => [
          <a key="name" className="desk-case" href={href(locale, "adminPerson", { person: personId })}>
            {name} <span className="soft">{email}</span>
          </a>,
          t(`session:role.${role}`),
          names?.[locale] ?? organisation ?? "–",
          formatDay(from, locale),
          until ? formatDay(until, locale) : t("person.open"),
          <Badge key="state" tone={state === "valid" ? "good" : "plain"}>
            {t(`person.${state}`)}
          </Badge>,
        ])}
      />
    </>
  );
}
