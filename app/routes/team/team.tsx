import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { heads } from "~/domain/kernel/actor";
import { teamForm } from "~/domain/person/team/form";
import { addToTeam, readTeams } from "~/domain/person/team/team.server";
import { formOf, parseForm, unprocessable } from "~/http/form/form";
import { mustProve, unproven } from "~/http/form/unproven";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { ProveFirst } from "~/http/parts/admin/prove-first";
import { notGranted } from "~/http/parts/admin/refused";
import { JoinForm } from "~/http/parts/team/join-form";
import { TeamTables } from "~/http/parts/team/team-tables";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { Section } from "~/ui/section/section";

export const meta: MetaFunction = (at) => titleOf(at, "team:title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, ...heads);
  return { teams: found(await readTeams(actor)) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale, own } = await only(args, ...heads);
  const form = await formOf(args.request);
  if (mustProve(own)) return unproven(form);
  const parsed = parseForm(teamForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  const result = await addToTeam(actor, parsed.value);
  const refused = !result.ok && result.reason === "too_many" ? null : notGranted(result, form);
  if (refused) return unprocessable(refused);
  valueOf(result);
  return redirect(`${href(locale, "team")}?sent`, 303);
}

/** What has just been done, as the address of the page says it. */
const done = ["sent", "ended", "taken"] as const;

export default function TeamPage() {
  const { t } = useTranslation("team");
  const locale = useLocale();
  const { teams } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const [query] = useSearchParams();
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      {done.map((key) => (query.has(key) ? <Notice key={key} tone="good" title={t(`done.${key}`)} /> : null))}
      {teams.map((team) => (
        <Section key={team.organisation} title={team.names[locale]}>
          <TeamTables team={team} />
        </Section>
      ))}
      <Section title={t("join.title")}>
        <p>{t("join.text")}</p>
        <ProveFirst sent={sent} />
        <JoinForm teams={teams} sent={sent} />
      </Section>
    </>
  );
}
