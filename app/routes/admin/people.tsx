import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { people } from "~/domain/person/people/people.server";
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
import { ButtonLink } from "~/ui/button/button";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "admin:people.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "admin");
  return found(await people(actor, new URL(args.request.url).searchParams));
}

export default function People() {
  const { t } = useTranslation("admin");
  const locale = useLocale();
  const { search, page } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "adminDesk")}>{t("desk")}</a>}
        title={t("people.title")}
        lead={t("people.lead")}
      />
      <p className="form-inline">
        <ButtonLink href={href(locale, "adminInvitations")}>{t("invite.title")}</ButtonLink>
        <ButtonLink variant="quiet" href={href(locale, "adminGrants")}>
          {t("grants.title")}
        </ButtonLink>
      </p>
      <ListFinder label={t("people.search")} words={search.words} own={["role"]}>
        <RoleFilter role={search.role} />
      </ListFinder>
      <ListTable
        list="people"
        caption={t("people.title")}
        none={t("people.none")}
        sort={search.sort}
        page={page}
        columns={[
          { label: t("people.name"), sort: "name" },
          { label: t("people.email"), sort: "email" },
          { label: t("people.roles") },
          { label: t("people.since"), sort: "since" },
        ]}
        rows={page.items.map(({ id, name, email, grants, createdAt, disabledAt }) => [
          <a key="name" className="desk-case" href={href(locale, "adminPerson", { person: id })}>
            {name}
          </a>,
          email,
          disabledAt ? (
            <Badge key="off" tone="warn">
              {t("people.off")}
            </Badge>
          ) : (
            grants.map(({ role }) => t(`session:role.${role}`)).join(", ") || t("people.noRole")
          ),
          formatDay(createdAt, locale),
        ])}
      />
    </>
  );
}
