import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { askToFollow } from "~/domain/following/following.server";
import { followForm } from "~/domain/following/form";
import { paramsOf, targetOf } from "~/domain/following/target";
import { formOf, parseForm, unprocessable } from "~/http/form/form";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { Followed } from "~/http/parts/following/followed";
import { ScheduleFields } from "~/http/parts/following/schedule-fields";
import { found, valueOf } from "~/http/refuse";
import { named } from "~/http/views/following";
import { href } from "~/paths";
import { env } from "~/platform/env";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Checkbox } from "~/ui/field/choice";
import { TextField } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => [...titleOf(at, "following:title"), { name: "robots", content: "noindex" }];

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await anyone(args);
  const target = found(targetOf(new URL(args.request.url).searchParams));
  return { named: found(await named(target, locale)), feed: `${href(locale, "feed")}?${paramsOf(target)}` };
}

export async function action(args: ActionFunctionArgs) {
  const { locale } = await anyone(args);
  const target = found(targetOf(new URL(args.request.url).searchParams));
  found(await named(target, locale));
  const parsed = parseForm(followForm, await formOf(args.request));
  if (!parsed.ok) return unprocessable(parsed);
  const { email, consent: _, ...schedule } = parsed.value;
  valueOf(await askToFollow({ email, schedule, target }, locale, env().BASE_URL, args.context.network ?? ""));
  return redirect(href(locale, "followAsked"), 303);
}

export default function Follow() {
  const { t } = useTranslation("following");
  const locale = useLocale();
  const { named: what, feed } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const labels = {
    email: t("email"),
    rhythm: t("rhythm.legend"),
    hour: t("hour"),
    timeZone: t("timeZone"),
    consent: t("consent"),
  };
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <p>
        <Followed named={what} />
      </p>
      <ErrorSummary faults={sent?.faults} labels={labels} />
      <Form>
        <TextField
          name="email"
          type="email"
          label={t("email")}
          hint={t("emailHint")}
          autoComplete="email"
          defaultValue={sent?.typed.email}
          error={sent?.faults.email}
          required
          isPrivate
        />
        <ScheduleFields values={{ rhythm: "weekly", hour: "8" }} sent={sent} />
        <Checkbox
          name="consent"
          label={t("consent")}
          required
          error={sent?.faults.consent}
          defaultChecked={sent?.typed.consent === "yes"}
        />
        <div>
          <Button>{t("ask")}</Button>
        </div>
      </Form>
      <Notice title={t("feed.title")}>
        <p>
          {t("feed.text")} <a href={feed}>{t("feed.link")}</a> · <a href={href(locale, "privacy")}>{t("privacy")}</a>
        </p>
      </Notice>
    </>
  );
}
