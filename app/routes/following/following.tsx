import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { reschedule } from "~/domain/following/following.server";
import { scheduleForm } from "~/domain/following/form";
import { formOf, parseForm, unprocessable } from "~/http/form/form";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { Followed } from "~/http/parts/following/followed";
import { ScheduleFields } from "~/http/parts/following/schedule-fields";
import { found } from "~/http/refuse";
import { readFollowingPage } from "~/http/views/following";
import { href } from "~/paths";
import { Badge } from "~/ui/badge/badge";
import { Button } from "~/ui/button/button";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";
import { Section } from "~/ui/section/section";

export const meta: MetaFunction = (at) => [
  ...titleOf(at, "following:own.title"),
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await anyone(args);
  const token = args.params.token ?? "";
  return { token, ...found(await readFollowingPage(token, locale)) };
}

export async function action(args: ActionFunctionArgs) {
  const { locale } = await anyone(args);
  const token = args.params.token ?? "";
  const parsed = parseForm(scheduleForm, await formOf(args.request));
  if (!parsed.ok) return unprocessable(parsed);
  await reschedule(token, parsed.value);
  return redirect(href(locale, "following", { token }), 303);
}

export default function Following() {
  const { t } = useTranslation("following");
  const locale = useLocale();
  const { token, schedule, follows } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { rhythm, timeZone, hour } = schedule;
  const off = href(locale, "followOff", { token });
  return (
    <>
      <PageHead title={t("own.title")} lead={t("own.lead")} />
      <ul className="plain-list">
        {follows.map(({ id, confirmed, named }) => (
          <li key={id} className="follow">
            {named ? <Followed named={named} /> : <span className="soft">{t("gone")}</span>}
            {confirmed ? null : <Badge tone="warn">{t("unconfirmed")}</Badge>}
            <Form action={off}>
              <input type="hidden" name="follow" value={id} />
              <Button variant="quiet">{t("own.stop")}</Button>
            </Form>
          </li>
        ))}
      </ul>
      <Section title={t("own.when")}>
        <Form>
          <ScheduleFields values={{ rhythm, timeZone, hour: String(hour) }} sent={sent} />
          <div>
            <Button>{t("own.save")}</Button>
          </div>
        </Form>
      </Section>
      <Section title={t("off.title")}>
        <p>{t("off.lead")}</p>
        <Form action={off}>
          <div>
            <Button variant="danger">{t("off.all")}</Button>
          </div>
        </Form>
      </Section>
    </>
  );
}
