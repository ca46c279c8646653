import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Seen } from "~/http/views/bring-list";
import { Badge } from "~/ui/badge/badge";
import { Button } from "~/ui/button/button";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { Section } from "~/ui/section/section";
import { Table } from "~/ui/table/table";

export type AnyStep = { what: "add" | "change" | "same"; row: number; fields?: string[] };
type Preview<Step> = NonNullable<Seen<Step>["looked"]>;
type Result<Step> = Exclude<Preview<Step>["result"], { fault: string }>;
type How<Step> = {
  labelOf: (column: string) => string;
  /** What of a record stands in its row, the name first. */
  head: [string, ...string[]];
  cells: (step: Step) => [string, ...ReactNode[]];
};
type Props<Step> = How<Step> & { looked: Preview<Step>; children?: ReactNode };
const focus = { tabIndex: -1, autoFocus: true };

/** So many faults are told at once: who mends them finds the others. */
const faultsMost = 100;

/** What a list would change, with the button that has it changed; or, row by row, what is wrong with it. */
export function ListPreview<Step extends AnyStep>({ looked, children, ...how }: Props<Step>) {
  const { t } = useTranslation("list");
  const { result, rows, encoding, changed } = looked;
  if ("fault" in result)
    return (
      <div role="alert" {...focus}>
        <Notice tone="warn" title={t(`import.fault.${result.fault}`)}>
          {"column" in result ? how.labelOf(result.column) : null}
        </Notice>
      </div>
    );
  if (result.faults.length > 0) return <Faults faults={result.faults} labelOf={how.labelOf} />;
  return (
    <Section title={t("import.preview")}>
      {changed ? <Notice tone="warn" title={t("import.changed")} /> : null}
      <Steps steps={result.steps} {...how} />
      {encoding && encoding !== "utf-8" ? <p className="soft">{t("import.read", { encoding })}</p> : null}
      {result.steps.some(({ what }) => what !== "same") ? (
        <Form isPrivate>
          <input type="hidden" name="rows" value={rows} />
          <input type="hidden" name="seen" value={result.seen} />
          {children}
          <div>
            <Button>{t("import.take")}</Button>
          </div>
        </Form>
      ) : null}
    </Section>
  );
}

function Faults<Step>({ faults, labelOf }: Pick<Result<Step>, "faults"> & Pick<How<Step>, "labelOf">) {
  const { t } = useTranslation("list");
  return (
    <div role="alert" {...focus}>
      <Notice tone="warn" title={t("import.faults", { count: faults.length })}>
        <ul>
          {faults.slice(0, faultsMost).map(({ row, column, fault, value }, index) => (
            <li key={index}>
              <strong>{column ? t("import.cell", { row, column: labelOf(column) }) : t("import.row", { row })}</strong>{" "}
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

function Steps<Step extends AnyStep>({ steps, labelOf, head: [name, ...head], cells }: How<Step> & { steps: Step[] }) {
  const { t } = useTranslation("list");
  const count = (what: AnyStep["what"]) => steps.filter((step) => step.what === what).length;
  return (
    <>
      <p {...focus}>{t("import.counts", { added: count("add"), changed: count("change"), same: count("same") })}</p>
      <Table
        caption={t("import.preview")}
        hideCaption
        head={[name, t("import.rowHead"), t("import.what"), ...head]}
        rows={steps.map((step) => {
          const [first, ...rest] = cells(step);
          const what = (
            <span key="what">
              <Badge tone={tones[step.what]}>{t(`import.step.${step.what}`)}</Badge>{" "}
              {step.fields?.map(labelOf).join(", ")}
            </span>
          );
          return [first, step.row, what, ...rest];
        })}
      />
    </>
  );
}
