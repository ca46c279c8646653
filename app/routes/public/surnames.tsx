import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { surnameCards } from "~/domain/surname/surnames.server";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { SurnameChips } from "~/http/parts/place/surname-chips";
import { PageHead } from "~/ui/page-head/page-head";

export { publicHeaders as headers } from "~/http/page/headers";

export const meta: MetaFunction = (at) => titleOf(at, "surname:title");

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return { surnames: await surnameCards() };
}

export default function Surnames() {
  const { t } = useTranslation("surname");
  const { surnames } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <SurnameChips surnames={surnames} />
      <p className="soft">{t("source")}</p>
    </>
  );
}
