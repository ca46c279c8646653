import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readCase, writeAgain } from "~/domain/enquiry/enquiry.server";
import { longest, messageForm } from "~/domain/enquiry/form";
import { topicName } from "~/domain/enquiry/topics";
import { languageTag } from "~/domain/kernel/locale";
import { formOf, newRequestKey, parseForm, unprocessable } from "~/http/form/form";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { BeijingTime } from "~/http/parts/beijing-time";
import { EnquirySteps, useSpeaker } from "~/http/parts/enquiry-steps";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { enquiryCookie } from "~/platform/session/cookies";
import { Badge } from "~/ui/badge/badge";
import { Button, ButtonLink } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Facts } from "~/ui/facts/facts";
import { TextArea } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { Thread } from "~/ui/prose/thread";
import { PrivateView } from "~/ui/section/private-view";
import { Section } from "~/ui/section/section";
import { Columns } from "~/ui/stack/stack";

export const meta: MetaFunction = (at) => [
  ...titleOf(at, "enquiry:case.title"),
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await anyone(args);
  const enquiry = await readCase(await enquiryCookie().parse(args.request.headers.get("Cookie")));
  if (!enquiry) throw redirect(href(locale, "askReturn"), 303);
  return { enquiry, requestKey: newRequestKey() };
}

/** The asker writes again. */
export async function action(args: ActionFunctionArgs) {
  const { locale } = await anyone(args);
  const ticket: unknown = await enquiryCookie().parse(args.request.headers.get("Cookie"));
  const parsed = parseForm(messageForm, await formOf(args.request));
  if (!parsed.ok) return unprocessable(parsed);
  valueOf(await writeAgain(ticket, parsed.value));
  return redirect(href(locale, "askCase"), 303);
}

export default function AskCase() {
  const { t } = useTranslation("enquiry");
  const speaker = useSpeaker();
  const locale = useLocale();
  const { enquiry } = useLoaderData<typeof loader>();
  const { reference, state, topic, place, messages, events, reads } = enquiry;
  const said = messages.map(({ at, side, profession, ...message }) => ({
    ...message,
    side,
    who: speaker({ side, profession }),
    when: <BeijingTime at={at} />,
    ...(side === "station" ? { note: t("case.general") } : {}),
  }));
  return (
    <PrivateView>
      <PageHead kicker={t("station")} title={t("case.title")} lead={t(`stateText.${state}`)}>
        <p>
          <Badge tone={state === "answered" ? "good" : "plain"}>{t(`state.${state}`)}</Badge>
        </p>
      </PageHead>
      <Columns>
        <div>
          <Section title={t("case.thread")}>
            <Thread items={said} lang={languageTag[enquiry.locale]} />
          </Section>
          <div className="unprinted">{enquiry.can.write ? <WriteAgain /> : <p>{t("case.over")}</p>}</div>
        </div>
        <aside>
          <Facts
            items={[
              { term: t("reference"), detail: reference },
              { term: t("field.topic.label"), detail: topicName(topic, locale) },
              { term: t("field.place.label"), detail: place ? t(`county.${place}`) : null },
              {
                term: t("case.reads"),
                detail: reads.count > 0 ? t("case.readTimes", { count: reads.count }) : t("case.unread"),
              },
            ]}
          />
          <Section title={t("case.history")}>
            <EnquirySteps events={events} />
          </Section>
          <Keep />
        </aside>
      </Columns>
      <p className="soft">{t("disclaimer.text")}</p>
    </PrivateView>
  );
}

/** What the asker may do besides writing: keep a copy, close the view, end the enquiry, erase it. */
function Keep() {
  const { t } = useTranslation("enquiry");
  const locale = useLocale();
  const { can } = useLoaderData<typeof loader>().enquiry;
  return (
    <div className="stack unprinted">
      <Notice tone="private" title={t("case.leave")}>
        <p>{t("case.leaveText")}</p>
        <Form inline action={href(locale, "askLeave")}>
          <Button>{t("case.leave")}</Button>
        </Form>
      </Notice>
      <Section title={t("case.keep")}>
        <p>{t("case.keepText")}</p>
        <p className="form-buttons">
          <ButtonLink href={href(locale, "askCopy")} variant="quiet">
            {t("case.save")}
          </ButtonLink>
          <span data-print hidden>
            <button type="button" className="button button-quiet">
              {t("receipt.print")}
            </button>
          </span>
        </p>
      </Section>
      <Section title={t("case.end")}>
        {can.solve ? (
          <Form inline action={href(locale, "askSolved")}>
            <Button variant="quiet">{t("case.solve")}</Button>
          </Form>
        ) : null}
        <p>
          <a href={href(locale, "askErasure")}>{t("erase.title")}</a>
        </p>
      </Section>
    </div>
  );
}

function WriteAgain() {
  const { t } = useTranslation("enquiry");
  const { requestKey } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <Section title={t("case.write")}>
      <ErrorSummary faults={sent?.faults} labels={{ text: t("case.more") }} />
      <Form requestKey={requestKey} isPrivate>
        <TextArea
          name="text"
          label={t("case.more")}
          hint={t("warning.text")}
          maxLength={longest}
          isPrivate
          required
          defaultValue={sent?.typed.text}
          error={sent?.faults.text}
        />
        <div>
          <Button>{t("case.send")}</Button>
        </div>
      </Form>
    </Section>
  );
}
