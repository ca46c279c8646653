import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { View } from "~/domain/suggestion/suggestion.server";
import type { FormFaults } from "~/http/form/form";
import type { Outdated } from "~/http/form/outdated";
import { Notice } from "~/ui/notice/notice";
import { GivenBack } from "~/ui/prose/given-back";
import { Section } from "~/ui/section/section";
import { SuggestionHead, SuggestionReply, SuggestionText } from "./suggestion-view";

/** What a form about a suggestion was answered with: faults, or that it came too late. */
export type Sent = FormFaults | Outdated | undefined;

/** Fields that hold what somebody wrote, of suggestions and of drafts. */
const ofSuggestions = ["title", "matter", "analysis", "measures", "text", "words"];
const ofDrafts = ["name", "summary", "body", "aliases", "places", "cited", "year", "start", "end"];
const written = [...ofSuggestions, ...ofDrafts];

/** The version that a form is about: the one first shown, until the reader has been told that it has grown old. */
export function Seen({ version, sent }: { version: number; sent?: Sent }) {
  const typed = sent && !("outdated" in sent) ? sent.typed.seen : undefined;
  return <input type="hidden" name="seen" value={typed ?? version} />;
}

/**
 * Says that a form came too late, and gives back what was written where the form itself is no longer there to hold it: also
 * where it had faults besides.
 */
export function TooLate({ sent, kept }: { sent: Sent; kept: boolean }) {
  const { t } = useTranslation("suggestion");
  if (!sent || (kept && !("outdated" in sent))) return null;
  const words = kept ? [] : written.flatMap((name) => sent.typed[name] || []);
  const focus = { tabIndex: -1, autoFocus: true };
  return (
    <>
      <div role="alert" {...focus}>
        <Notice tone="warn" title={t("late.title")}>
          <p>{t(kept ? "late.kept" : "late.over")}</p>
        </Notice>
      </div>
      {words.length > 0 ? (
        <Section title={t("late.typed")}>
          {words.map((value, index) => (
            <GivenBack key={index} id={`typed-${index}`} label={t("late.part", { number: index + 1 })} value={value} />
          ))}
        </Section>
      ) : null}
    </>
  );
}

/** The page of one step: how the suggestion stands, the form of the step while it is possible, then the text. */
export function StepPage({
  view,
  sent,
  step,
  open,
  children,
}: {
  view: View;
  sent: Sent;
  step: string;
  open: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation("suggestion");
  return (
    <>
      <TooLate sent={sent} kept={open} />
      <SuggestionHead view={view} step={step} />
      {open ? children : sent ? null : <p>{t("late.closed")}</p>}
      <SuggestionReply view={view} />
      <SuggestionText view={view} />
    </>
  );
}
