import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { roles } from "~/domain/kernel/actor";
import { orders } from "~/domain/person/people/form";
import { people } from "~/domain/person/people/people.server";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { found } from "~/http/refuse";
import { href } from "~/paths";
import { formatDay } from "~/platform/i18n/format";
import { Button, ButtonLink } from "~/ui/button/button";
import { Select, TextField } from "~/ui/field/field";
import { PageHead } from "~/ui/page-head/page-head";
import { Pager } from "~/ui/pager/pager";
import { Table } from "~/ui/table/table";

export const meta: MetaFunction = (at) => titleOf(at, "admin:people.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "admin");
  return found(await people(actor, new URL(args.request.url).searchParams));
}

/** The address of a page of the same list. */
function atPage(query: string, number: number): string {
  const next = new URLSearchParams(query);
  next.set("page", String(number));
  return `?${next}`;
}

export default function People() {
  const { t } = useTranslation("admin");
  const locale = useLocale();
  const { search } = useLocation();
  const view = useLoaderData<typeof loader>();
  const { page } = view;
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "adminDesk")}>{t("desk")}</a>}
        title={t("people.title")}
        lead={t("people.lead")}
      />
      <p>
        <ButtonLink href={href(locale, "adminInvitations")}>{t("invite.title")}</ButtonLink>
      </p>
      <Finder view={view} />
      <p>
        {t("people.found", { count: page.total })} ·{" "}
        <a href={`${href(locale, "adminPeopleTable")}${search}`} download>
          {t("people.table")}
        </a>
      </p>
      {page.items.length === 0 ? (
        <p>{t("people.none")}</p>
      ) : (
        <Table
          caption={t("people.title")}
          hideCaption
          head={(["name", "email", "roles", "since"] as const).map((column) => t(`people.${column}`))}
          rows={page.items.map(({ id, name, email, grants, createdAt }) => [
            <a key="name" className="desk-case" href={href(locale, "adminPerson", { person: id })}>
              {name}
            </a>,
            email,
            grants.map(({ role }) => t(`session:role.${role}`)).join(", ") || t("people.noRole"),
            formatDay(createdAt, locale),
          ])}
        />
      )}
      <Pager {...page} hrefOf={(number) => atPage(search, number)} />
    </>
  );
}

function Finder({ view }: { view: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { t } = useTranslation("admin");
  return (
    <search>
      <form method="get" className="form">
        <TextField name="q" type="search" label={t("people.search")} defaultValue={view.search.words} />
        <Select
          name="role"
          label={t("people.role")}
          emptyLabel={t("people.any")}
          defaultValue={view.search.role ?? ""}
          options={roles.map((value) => ({ value, label: t(`session:role.${value}`) }))}
        />
        <Select
          name="order"
          label={t("people.order")}
          required
          defaultValue={view.search.order}
          options={orders.map((value) => ({ value, label: t(`people.orders.${value}`) }))}
        />
        <div>
          <Button>{t("people.go")}</Button>
        </div>
      </form>
    </search>
  );
}
