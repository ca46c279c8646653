import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readAsStaff } from "~/domain/enquiry/desk.server";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { found } from "~/http/refuse";
import { useLocale } from "~/http/page/use-locale";
import { EnquirySteps } from "~/http/parts/enquiry-steps";
import { href, type PageName } from "~/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs/breadcrumbs";
import { Button, ButtonLink } from "~/ui/button/button";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";
import { PrivateView } from "~/ui/section/private-view";
import { Section } from "~/ui/section/section";
import { Columns } from "~/ui/stack/stack";
import { CaseFacts, CaseWords, type StaffCase } from "./case";

export const meta: MetaFunction = (at) => titleOf(at, "enquiry:desk.case", { reference: at.params.reference ?? "" });

/** Opening an enquiry is noted in it. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "station");
  return { enquiry: found(await readAsStaff(actor, args.params.reference ?? "")) };
}

export default function StationEnquiry() {
  const { t } = useTranslation("enquiry");
  const locale = useLocale();
  const { enquiry } = useLoaderData<typeof loader>();
  return (
    <PrivateView>
      <Breadcrumbs
        items={[{ href: href(locale, "stationDesk"), label: t("desk.title") }, { label: enquiry.reference }]}
      />
      <PageHead kicker={t("station")} title={t("desk.case", { reference: enquiry.reference })} lead={t("desk.noted")} />
      <Columns>
        <div>
          <CaseWords enquiry={enquiry} />
          <Choices enquiry={enquiry} />
        </div>
        <aside>
          <CaseFacts enquiry={enquiry} />
          <Section title={t("desk.history")}>
            <EnquirySteps events={enquiry.events} />
          </Section>
        </aside>
      </Columns>
    </PrivateView>
  );
}

/** What this person may do next. */
function Choices({ enquiry: { reference, can } }: { enquiry: StaffCase }) {
  const { t } = useTranslation("enquiry");
  const locale = useLocale();
  const at = (page: PageName & `station${"Claim" | "Answer" | "Release" | "Closure" | "Removal" | "TakeOver"}`) =>
    href(locale, page, { reference });
  const post = [
    { may: can.claim, page: at("stationClaim"), label: t("desk.claim"), variant: "primary" as const },
    { may: can.close, page: at("stationClosure"), label: t("desk.close"), variant: "quiet" as const },
    { may: can.release, page: at("stationRelease"), label: t("desk.release"), variant: "quiet" as const },
  ];
  return (
    <div className="form-buttons">
      {can.answer ? <ButtonLink href={at("stationAnswer")}>{t("desk.answer")}</ButtonLink> : null}
      {post.map(({ may, page, label, variant }) =>
        may ? (
          <Form key={page} inline action={page}>
            <Button variant={variant}>{label}</Button>
          </Form>
        ) : null,
      )}
      {can.take_over ? <ButtonLink href={at("stationTakeOver")}>{t("desk.takeOver")}</ButtonLink> : null}
      {can.set_aside ? (
        <ButtonLink href={at("stationRemoval")} variant="quiet">
          {t("desk.setAside")}
        </ButtonLink>
      ) : null}
    </div>
  );
}
