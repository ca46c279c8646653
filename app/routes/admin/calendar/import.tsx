import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { regions } from "~/domain/calendar/calendar";
import { formOf, withFiles } from "~/http/form/form";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { CalendarFaults, SaidFields } from "~/http/parts/admin/day-fields";
import { ImportPreview } from "~/http/parts/admin/import-preview";
import { importCalendar, type Seen } from "~/http/views/calendar";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { FileField, Select, TextArea } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";
import { Section } from "~/ui/section/section";

export const meta: MetaFunction = (at) => titleOf(at, "calendar:imported.title");

export async function loader(args: LoaderFunctionArgs) {
  await only(args, "admin");
  return { region: new URL(args.request.url).searchParams.get("region") ?? "jiangmen" };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "admin");
  const answer = await importCalendar(actor, await formOf(args.request, withFiles));
  if ("looked" in answer) return seen(answer);
  return redirect(`${href(locale, "adminCalendar")}?region=${answer.region}&year=${answer.year}&saved`, 303);
}

/** The page with what the calendar would change; with faults of the form, or of one entry, nothing can be taken in. */
function seen(answer: Seen) {
  const wrong = !answer.looked || answer.looked.faults.length > 0;
  return data(answer, { status: wrong ? 422 : 200, headers: { "Cache-Control": "no-store" } });
}

export default function Import() {
  const { t } = useTranslation("calendar");
  const locale = useLocale();
  const { region } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const looked = sent?.looked;
  return (
    <>
      <PageHead
        kicker={<a href={`${href(locale, "adminCalendar")}?region=${region}`}>{t("title")}</a>}
        title={t("imported.title")}
        lead={t("imported.lead")}
      />
      <CalendarFaults sent={sent} />
      {looked && sent ? <ImportPreview looked={looked} typed={sent.typed} /> : null}
      <Section title={looked ? t("imported.again") : t("imported.file")}>
        <Form multipart>
          <input type="hidden" name="step" value="look" />
          <Select
            name="region"
            label={t("region.label")}
            required
            error={sent?.faults.region}
            defaultValue={sent?.typed.region ?? region}
            options={regions.map((value) => ({ value, label: t(`region.${value}`) }))}
          />
          <FileField
            name="file"
            label={t("imported.file")}
            hint={t("imported.fileHint")}
            error={sent?.faults.file}
            accept=".ics,.json,text/calendar,application/json"
          />
          <TextArea
            name="text"
            label={t("imported.text")}
            hint={t("imported.textHint")}
            rows={6}
            error={sent?.faults.text}
            defaultValue={sent?.typed.text}
          />
          <SaidFields sent={sent} known={{}} />
          <div>
            <Button>{t("imported.look")}</Button>
          </div>
        </Form>
      </Section>
    </>
  );
}
