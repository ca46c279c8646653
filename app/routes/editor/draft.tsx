import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { read } from "~/domain/catalogue/draft/drafts.server";
import { desk } from "~/domain/catalogue/draft/policy";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { CheckForm, DraftGaps, StepForms } from "~/http/parts/draft/draft-forms";
import { DraftFacts, DraftSteps } from "~/http/parts/draft/draft-margin";
import { deviceKey, DraftPage } from "~/http/parts/draft/draft-page";
import { DraftTexts } from "~/http/parts/draft/draft-texts";
import { found } from "~/http/refuse";
import { Notice } from "~/ui/notice/notice";
import { Columns } from "~/ui/stack/stack";

export const meta: MetaFunction = (at) => titleOf(at, "draft:desk.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, locale } = await only(args, ...desk);
  return { view: found(await read(actor, args.params.reference ?? "", locale)) };
}

export default function DraftOfAnEntry() {
  const { t } = useTranslation("draft");
  const { view } = useLoaderData<typeof loader>();
  const [query] = useSearchParams();
  return (
    <DraftPage view={view}>
      {query.has("saved") ? (
        <div data-draft-taken={deviceKey(view.draft.reference, query.get("saved") ?? "")}>
          <Notice tone="good" title={t("saved")} />
        </div>
      ) : null}
      <DraftGaps view={view} />
      {view.can.return ? (
        <p>
          <a href="#check">{t("check.title")}</a>
        </p>
      ) : null}
      <Columns>
        <div>
          <DraftTexts view={view} />
        </div>
        <div>
          <DraftFacts view={view} />
          <DraftSteps view={view} />
        </div>
      </Columns>
      <CheckForm view={view} />
      <StepForms view={view} />
    </DraftPage>
  );
}
