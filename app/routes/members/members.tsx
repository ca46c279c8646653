import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { members } from "~/domain/membership/desk.server";
import { kinds, states } from "~/domain/membership/member";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { MemberState } from "~/http/parts/membership/member-facts";
import { ListFinder } from "~/http/parts/list/finder";
import { ListTable } from "~/http/parts/list/list-table";
import { found } from "~/http/refuse";
import { href } from "~/paths";
import { ButtonLink } from "~/ui/button/button";
import { Select } from "~/ui/field/field";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "membership:list.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "committee");
  return found(await members(actor, new URL(args.request.url).searchParams));
}

export default function Members() {
  const { t } = useTranslation("membership");
  const locale = useLocale();
  const { search, page } = useLoaderData<typeof loader>();
  const [query] = useSearchParams();
  const taken = query.has("changed") ? { added: query.get("added"), changed: query.get("changed") } : null;
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "committeeDesk")}>{t("desk")}</a>}
        title={t("list.title")}
        lead={t("list.lead")}
      />
      {taken ? <Notice tone="good" title={t("import.taken", taken)} /> : null}
      <p className="form-inline">
        <ButtonLink href={href(locale, "committeeMemberNew")}>{t("new.title")}</ButtonLink>
        <ButtonLink href={href(locale, "committeeMembersImport")} variant="quiet">
          {t("import.title")}
        </ButtonLink>
        <ButtonLink href={href(locale, "committeeClaims")} variant="quiet">
          {t("claims.title")}
        </ButtonLink>
      </p>
      <ListFinder label={t("list.search")} words={search.words} own={["kind", "state"]}>
        <Select
          name="kind"
          label={t("field.kind")}
          emptyLabel={t("list.anyKind")}
          defaultValue={search.kind ?? ""}
          options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <Select
          name="state"
          label={t("field.state")}
          emptyLabel={t("list.anyState")}
          defaultValue={search.state ?? ""}
          options={states.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
      </ListFinder>
      <ListTable
        list="members"
        caption={t("list.title")}
        none={t("list.none")}
        sort={search.sort}
        page={page}
        columns={[
          ...(["name", "kind", "session", "email"] as const).map((key) => ({ label: t(`field.${key}`), sort: key })),
          { label: t("field.state") },
        ]}
        rows={page.items.map(({ id, name, nameLatin, email, kind, session, state }) => [
          <a key="name" className="desk-case" href={href(locale, "committeeMember", { member: id })}>
            {[name, nameLatin].filter(Boolean).join(" ")}
          </a>,
          t(`kind.${kind}`),
          t("term", { session }),
          email,
          <MemberState key="state" state={state} />,
        ])}
      />
    </>
  );
}
