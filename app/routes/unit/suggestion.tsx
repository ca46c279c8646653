import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "~/domain/suggestion/suggestion.server";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { SuggestionSteps } from "~/http/parts/suggestion/suggestion-steps";
import { SuggestionHead, SuggestionReply, SuggestionText } from "~/http/parts/suggestion/suggestion-view";
import { AcceptanceForm, ReplyForm } from "~/http/parts/suggestion/unit-forms";
import { found } from "~/http/refuse";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { Columns } from "~/ui/stack/stack";

export const meta: MetaFunction = (at) => titleOf(at, "suggestion:unit.desk");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "unit");
  return { view: found(await read(actor, "unit", args.params.reference ?? "")) };
}

export default function UnitSuggestion() {
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
          <AcceptanceForm view={view} action={href(locale, "unitAcceptance", { reference })} />
          <ReplyForm view={view} action={href(locale, "unitReply", { reference })} />
        </div>
        <div>
          <SuggestionSteps view={view} />
        </div>
      </Columns>
    </>
  );
}
