import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { states, underWay } from "~/domain/catalogue/draft/draft";
import { listFor } from "~/domain/catalogue/draft/drafts.server";
import { desk, may } from "~/domain/catalogue/draft/policy";
import { pageNumber } from "~/domain/kernel/page";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { Chips } from "~/http/parts/admin/chips";
import { DraftList } from "~/http/parts/draft/draft-list";
import { found } from "~/http/refuse";
import { href } from "~/paths";
import { ButtonLink } from "~/ui/button/button";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "draft:desk.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, ...desk);
  const query = new URL(args.request.url).searchParams;
  const state = states.find((one) => one === query.get("state")) ?? null;
  const page = await listFor(actor, state ? [state] : underWay, pageNumber(query.get("page")));
  return { state, page: found(page), edits: may(actor, "begin", null) };
}

export default function EditorDesk() {
  const { t } = useTranslation("draft");
  const locale = useLocale();
  const { state, page, edits } = useLoaderData<typeof loader>();
  const chips = states.map((one) => ({ text: t(`state.${one}`), href: `?state=${one}`, current: one === state }));
  return (
    <>
      <PageHead title={t("desk.title")} lead={t("desk.lead")}>
        {edits ? (
          <p className="chips">
            <ButtonLink href={href(locale, "editorNew")}>{t("new.title")}</ButtonLink>
            <ButtonLink href={href(locale, "editorEntries")} variant="quiet">
              {t("entries.title")}
            </ButtonLink>
          </p>
        ) : null}
      </PageHead>
      <Chips
        label={t("desk.filter")}
        chips={[{ text: t("desk.open"), href: href(locale, "editorDesk"), current: state === null }, ...chips]}
      />
      <DraftList page={page} query={state ? { state } : {}} />
    </>
  );
}
