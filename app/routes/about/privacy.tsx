import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { daysKept } from "~/domain/privacy/kept.server";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { PageHead } from "~/ui/page-head/page-head";
import { Chapters } from "~/ui/prose/chapters";

export { publicHeaders as headers } from "~/http/page/headers";

export const meta: MetaFunction = (at) => titleOf(at, "static:privacy.title");

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return { kept: await daysKept() };
}

const chapters = ["reading", "kept", "sealed", "leads", "following", "members", "others", "controller"] as const;

export default function Privacy() {
  const { t } = useTranslation("static", { keyPrefix: "privacy" });
  const { kept } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <Chapters items={chapters.map((id) => ({ id, title: t(`${id}.title`), text: t(`${id}.text`, kept) }))} />
    </>
  );
}
