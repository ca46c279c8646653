import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { read } from "~/domain/suggestion/suggestion.server";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { AssignmentForm, ReviewForm } from "~/http/parts/suggestion/committee-forms";
import { Seen } from "~/http/parts/suggestion/suggestion-sent";
import { SuggestionSteps } from "~/http/parts/suggestion/suggestion-steps";
import { SuggestionHead, SuggestionReply, SuggestionText } from "~/http/parts/suggestion/suggestion-view";
import { found } from "~/http/refuse";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { Form } from "~/ui/form/form";
import { Section } from "~/ui/section/section";
import { Columns } from "~/ui/stack/stack";

export const meta: MetaFunction = (at) => titleOf(at, "suggestion:committee.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "committee");
  return { view: found(await read(actor, "committee", args.params.reference ?? "")) };
}

export default function CommitteeSuggestion() {
  const { view } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const { reference } = view.suggestion;
  return (
    <>
      <SuggestionHead view={view} />
      <Columns>
        <div>
          <SuggestionReply view={view} />
          <SuggestionText view={view} />
        </div>
        <div>
          <ReviewForm view={view} action={href(locale, "committeeReview", { reference })} />
          <AssignmentForm view={view} action={href(locale, "committeeAssignment", { reference })} />
          <Publication action={href(locale, "committeePublication", { reference })} />
          <SuggestionSteps view={view} />
        </div>
      </Columns>
    </>
  );
}

function Publication({ action }: { action: string }) {
  const { t } = useTranslation("suggestion");
  const { can, suggestion } = useLoaderData<typeof loader>().view;
  if (!suggestion.reply) return null;
  const verb = can.publish ? "publish" : can.unpublish ? "unpublish" : null;
  return (
    <Section title={t("publication.title")}>
      {suggestion.publishable ? null : <p>{t("publication.noConsent")}</p>}
      {verb ? (
        <Form action={action}>
          <Seen version={suggestion.version} />
          <input type="hidden" name="verdict" value={verb} />
          <Button variant={verb === "publish" ? "primary" : "danger"}>{t(`publication.${verb}`)}</Button>
        </Form>
      ) : null}
    </Section>
  );
}
