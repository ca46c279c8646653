import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { read } from "~/domain/suggestion/suggestion.server";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { RatingForm } from "~/http/parts/suggestion/rating-form";
import { Seen } from "~/http/parts/suggestion/suggestion-sent";
import { SuggestionSteps } from "~/http/parts/suggestion/suggestion-steps";
import { SuggestionHead, SuggestionReply, SuggestionText } from "~/http/parts/suggestion/suggestion-view";
import { found } from "~/http/refuse";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { Button, ButtonLink } from "~/ui/button/button";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { Columns } from "~/ui/stack/stack";

export const meta: MetaFunction = (at) => titleOf(at, "suggestion:public.list");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "member");
  const view = found(await read(actor, "member", args.params.reference ?? ""));
  return { view, received: new URL(args.request.url).searchParams.has("received") };
}

export default function MemberSuggestion() {
  const { t } = useTranslation("suggestion");
  const locale = useLocale();
  const { view, received } = useLoaderData<typeof loader>();
  const { reference } = view.suggestion;
  return (
    <>
      {received ? (
        <div data-draft-taken="suggestion">
          <Notice tone="good" title={t("received", { reference })}>
            <p>{t("receivedText")}</p>
          </Notice>
        </div>
      ) : null}
      <SuggestionHead view={view} />
      <Columns>
        <div>
          <SuggestionReply view={view} />
          <RatingForm view={view} action={href(locale, "memberRating", { reference })} />
          <SuggestionText view={view} />
        </div>
        <div>
          <SuggestionSteps view={view} />
          {view.can.revise ? (
            <ButtonLink href={href(locale, "memberRevision", { reference })}>{t("revise.title")}</ButtonLink>
          ) : null}
          {view.can.withdraw ? (
            <Form action={href(locale, "memberWithdrawal", { reference })}>
              <Seen version={view.suggestion.version} />
              <Button variant="danger">{t("withdraw")}</Button>
            </Form>
          ) : null}
        </div>
      </Columns>
    </>
  );
}
