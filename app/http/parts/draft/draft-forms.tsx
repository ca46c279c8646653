import { useTranslation } from "react-i18next";
import { checks } from "~/domain/catalogue/draft/draft";
import type { View } from "~/domain/catalogue/draft/drafts.server";
import { useLocale } from "~/http/page/use-locale";
import { Seen, type Sent } from "~/http/parts/suggestion/suggestion-sent";
import { languageNames } from "~/http/parts/suggestion/suggestion-fields";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Checkbox, Radios } from "~/ui/field/choice";
import { TextArea } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { Section } from "~/ui/section/section";

type Props = { view: View; sent?: Sent };

/** What is missing before a draft may be submitted. Nothing where nothing is. */
export function DraftGaps({ view }: { view: View }) {
  const { t } = useTranslation("draft");
  const locale = useLocale();
  if (view.gaps.length === 0 || view.draft.state !== "draft") return null;
  return (
    <Notice tone="warn" title={t("gap.title")}>
      <ul className="plain-list">
        {view.gaps.map((gap) =>
          "language" in gap ? (
            <li key={gap.language}>
              <a href={`${href(locale, "editorDraft", { reference: view.draft.reference })}#${gap.language}`}>
                {languageNames[gap.language]}
              </a>{" "}
              · {t(`gap.${gap.what}`)}
            </li>
          ) : (
            <li key={gap.what}>{t(`gap.${gap.what}`)}</li>
          ),
        )}
      </ul>
    </Notice>
  );
}

/** What an editor may do with a draft as a whole: a button for each step that is possible now. */
export function StepForms({ view, sent }: Props) {
  const { t } = useTranslation("draft");
  const locale = useLocale();
  const { draft, can, gaps, seen } = view;
  const ready = can.submit && gaps.length === 0;
  const steps = [
    ready ? "submit" : null,
    can.recall ? "recall" : null,
    can.revive ? "revive" : null,
    can.drop ? "drop" : null,
  ];
  const verdicts = steps.flatMap((one) => one ?? []);
  if (verdicts.length === 0) return null;
  return (
    <Section title={t("step.title")}>
      <ErrorSummary faults={sent?.faults} labels={{}} />
      {ready ? <p>{t("step.submitText")}</p> : null}
      <Form action={href(locale, "editorStep", { reference: draft.reference })}>
        <Seen version={seen.step} sent={sent} />
        <div className="chips" id="field-verdict" tabIndex={-1}>
          {verdicts.map((verdict) => (
            <Button key={verdict} name="verdict" value={verdict} variant={verdict === "submit" ? "primary" : "quiet"}>
              {t(`step.${verdict}`)}
            </Button>
          ))}
        </div>
      </Form>
    </Section>
  );
}

/** The check that a draft waits for: its question, and the answer. Others read whom it waits for. */
export function CheckForm({ view, sent }: Props) {
  const { t } = useTranslation("draft");
  const locale = useLocale();
  const { draft, can, seen, against } = view;
  const check = checks.find((one) => one === draft.state);
  if (!check) return null;
  if (!can.return) return <Notice title={t(`state.${check}`)}>{t("step.waits")}</Notice>;
  const passes = can.pass || can.publish;
  // What was answered about another state of things is not an answer about this one.
  const late = sent && "outdated" in sent;
  const typed: Partial<Record<string, string>> = late ? { words: sent.typed.words } : (sent?.typed ?? {});
  const verdict = can.publish ? "publish" : "pass";
  const pass = { value: verdict, label: t(`check.${verdict}`) };
  const options = [...(passes ? [pass] : []), { value: "return", label: t("check.return") }];
  return (
    <Section id="check" title={t("check.of", { check: t(`state.${check}`) })}>
      <ErrorSummary
        faults={sent?.faults}
        labels={{ verdict: t("check.verdict"), answered: t(`state.${check}`), words: t("check.words") }}
      />
      <Form action={href(locale, "editorCheck", { reference: draft.reference })}>
        <Seen version={seen.step} sent={sent} />
        {can.publish && against ? <input type="hidden" name="against" value={typed.against ?? against} /> : null}
        {passes ? (
          <Checkbox
            name="answered"
            label={t(`check.${check}`)}
            error={sent?.faults.answered}
            defaultChecked={typed.answered === "yes"}
            unmarked
          />
        ) : null}
        <Radios
          name="verdict"
          legend={t("check.verdict")}
          required
          error={sent?.faults.verdict}
          defaultValue={typed.verdict ?? (passes ? undefined : "return")}
          options={options}
        />
        <TextArea
          name="words"
          label={t("check.words")}
          rows={4}
          error={sent?.faults.words}
          defaultValue={typed.words}
          unmarked
        />
        <div>
          <Button>{t("check.submit")}</Button>
        </div>
      </Form>
    </Section>
  );
}
