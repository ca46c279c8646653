import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "~/domain/suggestion/suggestion.server";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { SupervisionForm } from "~/http/parts/suggestion/supervision-form";
import { SuggestionSteps } from "~/http/parts/suggestion/suggestion-steps";
import { SuggestionHead, SuggestionReply, SuggestionText } from "~/http/parts/suggestion/suggestion-view";
import { found } from "~/http/refuse";
import { href } from "~/paths";
import { Columns } from "~/ui/stack/stack";

export const meta: MetaFunction = (at) => titleOf(at, "suggestion:supervision.desk");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "supervision");
  return { view: found(await read(actor, "supervision", args.params.reference ?? "")) };
}

export default function SupervisedSuggestion() {
  const { view } = useLoaderData<typeof loader>();
  const { reference } = view.suggestion;
  return (
    <>
      <SuggestionHead view={view} />
      <Columns>
        <div>
          <SupervisionForm view={view} action={href(useLocale(), "supervisionStep", { reference })} />
          <SuggestionReply view={view} />
          <SuggestionText view={view} />
        </div>
        <div>
          <SuggestionSteps view={view} />
        </div>
      </Columns>
    </>
  );
}
