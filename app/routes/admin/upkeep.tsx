import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readUpkeep } from "~/domain/upkeep/upkeep.server";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { FailedJobs, IndexHealth, StuckLetters } from "~/http/parts/admin/upkeep";
import { found } from "~/http/refuse";
import { href } from "~/paths";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "admin:upkeep.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "admin");
  return found(await readUpkeep(actor, new URL(args.request.url).searchParams));
}

export default function Upkeep() {
  const { t } = useTranslation("admin");
  const locale = useLocale();
  const view = useLoaderData<typeof loader>();
  const [query] = useSearchParams();
  const said = (["retried", "gone", "rebuilding"] as const).find((key) => query.has(key));
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "adminDesk")}>{t("desk")}</a>}
        title={t("upkeep.title")}
        lead={t("upkeep.lead")}
      />
      {said ? <Notice tone={said === "gone" ? "info" : "good"}>{t(`upkeep.${said}`)}</Notice> : null}
      <FailedJobs {...view.jobs} />
      <StuckLetters {...view.letters} />
      <IndexHealth {...view.index} />
    </>
  );
}
