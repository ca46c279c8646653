import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pageNumber } from "~/domain/kernel/page";
import { ownMembership } from "~/domain/membership/desk.server";
import { listFor } from "~/domain/suggestion/suggestion.server";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { SuggestionList } from "~/http/parts/suggestion/suggestion-list";
import { MemberFacts } from "~/http/parts/membership/member-facts";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { ButtonLink } from "~/ui/button/button";
import { PageHead } from "~/ui/page-head/page-head";
import { Section } from "~/ui/section/section";

export const meta: MetaFunction = (at) => titleOf(at, "suggestion:desk.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "member");
  const number = pageNumber(new URL(args.request.url).searchParams.get("page"));
  return { member: await ownMembership(actor), page: await listFor(actor, "member", null, number) };
}

export default function Desk() {
  const { t } = useTranslation("suggestion");
  const locale = useLocale();
  const { page, member } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t("desk.title")} lead={t("desk.lead")} />
      <p>
        <ButtonLink href={href(locale, "memberNew")}>{t("desk.new")}</ButtonLink>
      </p>
      <SuggestionList
        page={page}
        caption={t("desk.title")}
        none={t("desk.none")}
        addressOf={(reference) => href(locale, "memberSuggestion", { reference })}
      />
      {member ? (
        <Section title={t("membership:own.title")}>
          <MemberFacts member={member} />
          {member.kind === "overseas_guest" ? <p>{t("membership:own.guest")}</p> : null}
          <p className="soft">{t("membership:own.correct")}</p>
        </Section>
      ) : null}
    </>
  );
}
