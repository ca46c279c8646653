import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { factsOf } from "~/domain/catalogue/draft/draft";
import { act, read } from "~/domain/catalogue/draft/drafts.server";
import { factsForm, factsIn } from "~/domain/catalogue/draft/form";
import { faultOf, formOf, parseForm, unprocessable } from "~/http/form/form";
import { isOutdated, outdated } from "~/http/form/outdated";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { DraftPage } from "~/http/parts/draft/draft-page";
import { FactFields, useFactLabels } from "~/http/parts/draft/fields";
import { Seen } from "~/http/parts/suggestion/suggestion-sent";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Form } from "~/ui/form/form";

export const meta: MetaFunction = (at) => titleOf(at, "draft:facts.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, locale } = await only(args, "editor");
  return { view: found(await read(actor, args.params.reference ?? "", locale)) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "editor");
  const { reference = "" } = args.params;
  const form = await formOf(args.request);
  const parsed = parseForm(factsForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  const result = await act(actor, reference, { verb: "describe", facts: factsIn(parsed.value) }, parsed.value.seen);
  if (isOutdated(result)) return outdated(form);
  if (!result.ok && result.reason === "invalid") return unprocessable(faultOf("places", "unknown_place", form));
  valueOf(result);
  return redirect(`${href(locale, "editorDraft", { reference })}?saved`, 303);
}

export default function DraftFactsPage() {
  const { t } = useTranslation("draft");
  const { view } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const facts = factsOf(view.draft.content);
  const known = {
    function: facts.function ?? "",
    year: facts.year === null ? "" : String(facts.year),
    state: facts.state ?? "",
    unconfirmed: facts.unconfirmed ? "yes" : "",
    aliases: facts.aliases.join("\n"),
    searchWords: facts.searchWords.join("\n"),
    places: view.places.join("\n"),
    start: facts.start ?? "",
    end: facts.end ?? "",
    cited: facts.cited ?? "",
  };
  return (
    <DraftPage view={view} sent={sent} step={t("facts.title")} open={view.can.describe}>
      <ErrorSummary faults={sent?.faults} labels={useFactLabels()} />
      <Form>
        <Seen version={view.seen.facts} sent={sent} />
        <FactFields known={known} sent={sent} />
        <div>
          <Button>{t("text.save")}</Button>
        </div>
      </Form>
    </DraftPage>
  );
}
