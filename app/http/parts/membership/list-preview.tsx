import { useTranslation } from "react-i18next";
import type { Seen } from "~/http/views/member-list";
import { Badge } from "~/ui/badge/badge";
import { Button } from "~/ui/button/button";
import { Checkbox } from "~/ui/field/choice";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { Section } from "~/ui/section/section";
import { Table } from "~/ui/table/table";

type Preview = NonNullable<Seen["looked"]>;
type Result = Exclude<Preview["result"], { fault: string }>;
type Props = { looked: Preview };
const focus = { tabIndex: -1, autoFocus: true };

/** So many faults are told at once: who mends them finds the others. */
const faultsMost = 100;

/** What a list would change, with the button that has it changed; or, row by row, what is wrong with it. */
export function ListPreview({ looked: { result, rows, encoding, changed } }: Props) {
  const { t } = useTranslation("membership");
  if ("fault" in result)
    return (
      <div role="alert" {...focus}>
        <Notice tone="warn" title={t(`import.fault.${result.fault}`)}>
          {"column" in result ? t(`field.${result.column}`) : null}
        </Notice>
      </div>
    );
  if (result.faults.length > 0) return <Faults faults={result.faults} />;
  return (
    <Section title={t("import.preview")}>
      {changed ? <Notice tone="warn" title={t("import.changed")} /> : null}
      <Steps steps={result.steps} />
      {encoding && encoding !== "utf-8" ? <p className="soft">{t("import.read", { encoding })}</p> : null}
      {result.steps.some(({ what }) => what !== "same") ? (
        <Form isPrivate>
          <input type="hidden" name="rows" value={rows} />
          <input type="hidden" name="seen" value={result.seen} />
          <Checkbox name="invites" label={t("import.invites")} />
          <div>
            <Button>{t("import.take")}</Button>
          </div>
        </Form>
      ) : null}
    </Section>
  );
}

function Faults({ faults }: Pick<Result, "faults">) {
  const { t } = useTranslation("membership");
  return (
    <div role="alert" {...focus}>
      <Notice tone="warn" title={t("import.faults", { count: faults.length })}>
        <ul>
          {faults.slice(0, faultsMost).map(({ row, column, fault, value }, index) => (
            <li key={index}>
              <strong>
                {column ? t("import.cell", { row, column: t(`field.${column}`) }) : t("import.row", { row })}
              </strong>{" "}
              {value ? `“${value.slice(0, 80)}” ` : ""}
              {t(`form:error.${fault}`)}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

const tones = { add: "good", change: "warn", same: "plain" } as const;

function Steps({ steps }: Pick<Result, "steps">) {
  const { t } = useTranslation("membership");
  const count = (what: keyof typeof tones) => steps.filter((step) => step.what === what).length;
  return (
    <>
      <p {...focus}>{t("import.counts", { added: count("add"), changed: count("change"), same: count("same") })}</p>
      <Table
        caption={t("import.preview")}
        hideCaption
        head={[
          t("field.name"),
          t("import.rowHead"),
          t("import.what"),
          t("field.email"),
          t("field.kind"),
          t("field.session"),
        ]}
        rows={steps.map((step) => [
          step.member.name,
          step.row,
          <span key="what">
            <Badge tone={tones[step.what]}>{t(`import.step.${step.what}`)}</Badge>{" "}
            {step.what === "change" ? step.fields.map((field) => t(`field.${field}`)).join(", ") : null}
          </span>,
          step.member.email,
          t(`kind.${step.member.kind}`),
          t("term", { session: step.member.session }),
        ])}
      />
    </>
  );
}
