import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readPerson } from "~/domain/person/people/people.server";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { Access } from "~/http/parts/admin/access";
import { found } from "~/http/refuse";
import { href } from "~/paths";
import { formatTime } from "~/platform/i18n/format";
import { Badge } from "~/ui/badge/badge";
import { ButtonLink } from "~/ui/button/button";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { Section } from "~/ui/section/section";
import { Table } from "~/ui/table/table";

export const meta: MetaFunction = (at) => titleOf(at, "admin:people.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "admin");
  return found(await readPerson(actor, args.params.person));
}

/** What has just been done, as the address of the page says it. */
const done = [
  ["password", "person.passwordSent"],
  ["saved", "grant.saved"],
  ["out", "access.sessionsEnded"],
  ["disabled", "access.wasDisabled"],
  ["enabled", "access.wasEnabled"],
] as const;

export default function PersonPage() {
  const { t } = useTranslation("admin");
  const locale = useLocale();
  const { person, organisations, self, can, sessions } = useLoaderData<typeof loader>();
  const [query] = useSearchParams();
  const nameOf = (slug: string | null) => organisations.find((one) => one.slug === slug)?.names[locale] ?? slug ?? "–";
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "adminPeople")}>{t("people.title")}</a>}
        title={person.name}
        lead={person.email}
      />
      {done.map(([key, text]) => (query.has(key) ? <Notice key={key} tone="good" title={t(text)} /> : null))}
      <Section title={t("person.grants")}>
        {person.grants.length === 0 ? (
          <p>{t("person.none")}</p>
        ) : (
          <Table
            caption={t("person.grants")}
            hideCaption
            head={(["role", "organisation", "from", "until", "state", "end"] as const).map((key) => t(`person.${key}`))}
            rows={person.grants.map(({ id, role, organisation, from, until, valid, ahead, can: mayEnd }) => [
              t(`session:role.${role}`),
              nameOf(organisation),
              formatTime(from, locale),
              until ? formatTime(until, locale) : t("person.open"),
              <Badge key="state" tone={valid ? "good" : "plain"}>
                {t(valid ? "person.valid" : ahead ? "person.ahead" : "person.over")}
              </Badge>,
              mayEnd ? (
                <a
                  key="end"
                  href={href(locale, "adminGrantEnd", { person: person.id, grant: id })}
                  aria-label={`${t("person.end")}: ${t(`session:role.${role}`)} ${nameOf(organisation)}`}
                >
                  {t("person.end")}
                </a>
              ) : (
                "–"
              ),
            ])}
          />
        )}
        <p className="form-inline">
          {self ? null : (
            <ButtonLink href={href(locale, "adminGrant", { person: person.id })}>{t("person.grant")}</ButtonLink>
          )}
          <ButtonLink
            variant="quiet"
            href={`${href(locale, "adminGrants")}?${new URLSearchParams({ q: person.email })}`}
          >
            {t("grants.title")}
          </ButtonLink>
        </p>
      </Section>
      <Access person={person} can={can} sessions={sessions} />
    </>
  );
}
