import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { signedIn } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { found } from "~/http/refuse";
import { readOwnPage } from "~/http/views/own";
import { href } from "~/paths";
import { formatDay, formatStamp } from "~/platform/i18n/format";
import { Button, ButtonLink } from "~/ui/button/button";
import { Facts } from "~/ui/facts/facts";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { Section } from "~/ui/section/section";
import { Table } from "~/ui/table/table";

export const meta: MetaFunction = (at) => titleOf(at, "own:title");

export async function loader(args: LoaderFunctionArgs) {
  const { own } = await signedIn(args);
  return found(await readOwnPage(own));
}

type Own = Awaited<ReturnType<typeof loader>>;

export default function Data() {
  const { t } = useTranslation("own");
  const locale = useLocale();
  const own = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      {own.erasure ? <Erasing dueAt={own.erasure.dueAt} /> : null}
      <Account own={own} />
      <Consents consents={own.consents} />
      <Section title={t("deeds.title")}>
        <p>{t("deeds.lead")}</p>
        <Deeds journal={own.journal} />
      </Section>
      <Notice title={t("kept.title")}>
        <ul>
          <li>{t("kept.account", { days: own.kept.account })}</li>
          <li>{t("kept.letters", { days: own.kept.mail })}</li>
          <li>{t("kept.record")}</li>
          <li>{t("kept.journal")}</li>
        </ul>
      </Notice>
      <div className="form-buttons">
        <ButtonLink href={href(locale, "ownExport")}>{t("export")}</ButtonLink>
        {own.can.erase ? (
          <ButtonLink href={href(locale, "ownErasure")} variant="quiet">
            {t("erase.title")}
          </ButtonLink>
        ) : null}
      </div>
      {own.can.erase || own.erasure ? null : <p className="soft">{t("erase.staff")}</p>}
    </>
  );
}

function Erasing({ dueAt }: { dueAt: Date }) {
  const { t } = useTranslation("own");
  const locale = useLocale();
  return (
    <Notice tone="warn" title={t("erasing.title", { day: formatDay(dueAt, locale) })}>
      <Form action={href(locale, "ownKeep")}>
        <div>
          <Button variant="quiet">{t("erasing.keep")}</Button>
        </div>
      </Form>
    </Notice>
  );
}

function Account({
  own: { email, name, nameLatin, locale: language, createdAt, grants, memberships, counts },
}: {
  own: Own;
}) {
  const { t } = useTranslation("own");
  const { t: session } = useTranslation("session");
  const { t: enquiry } = useTranslation("enquiry");
  const locale = useLocale();
  const { t: member } = useTranslation("membership");
  const terms = memberships.map(({ kind, session: number }) =>
    [member(`kind.${kind}`), member("term", { session: number })].join(", "),
  );
  const roles = grants.map(({ role }) => session(`role.${role}`)).join(" · ");
  return (
    <Section title={t("account.title")}>
      <Facts
        items={[
          { term: t("account.name"), detail: [name, nameLatin].filter(Boolean).join(" · ") },
          { term: t("account.email"), detail: email },
          { term: t("account.language"), detail: enquiry(`language.${language}`) },
          { term: t("account.roles"), detail: roles },
          { term: member("own.title"), detail: terms.join(" · ") },
          { term: t("account.since"), detail: formatDay(createdAt, locale) },
          { term: t("account.suggestions"), detail: counts.suggestions },
          { term: t("account.files"), detail: counts.files },
          { term: t("account.sessions"), detail: counts.sessions },
          { term: t("account.letters"), detail: counts.letters },
        ]}
      />
      <p>{t("account.correct")}</p>
    </Section>
  );
}

function Consents({ consents }: Pick<Own, "consents">) {
  const { t } = useTranslation("own");
  const { t: enquiry } = useTranslation("enquiry");
  const rows = consents.map(({ reference, purpose, version, locale, at, withdrawnAt }) => [
    reference,
    t(`consents.for.${purpose}`),
    version,
    enquiry(`language.${locale}`),
    formatStamp(at),
    withdrawnAt ? formatStamp(withdrawnAt) : "–",
  ]);
  const head = ["reference", "purpose", "version", "language", "at", "withdrawn"].map((name) => t(`consents.${name}`));
  return (
    <Section title={t("consents.title")}>
      {rows.length > 0 ? (
        <Table caption={t("consents.title")} hideCaption head={head} rows={rows} />
      ) : (
        <p>{t("consents.none")}</p>
      )}
    </Section>
  );
}

function Deeds({ journal }: Pick<Own, "journal">) {
  const { t } = useTranslation("own");
  const { t: words } = useTranslation("journal");
  const head = [words("column.at"), words("column.verb"), words("column.reference"), words("column.network")];
  const rows = journal.map(({ at, verb, reference, network }) => [
    formatStamp(at),
    words(`verb.${verb}`),
    /^[A-Z]/.test(reference) ? reference : "–",
    network ?? "–",
  ]);
  return <Table caption={t("deeds.title")} hideCaption head={head} rows={rows} />;
}
