import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { PageHead } from "~/ui/page-head/page-head";
import { Chapters } from "~/ui/prose/chapters";

export { publicHeaders as headers } from "~/http/page/headers";

export const meta: MetaFunction = (at) => titleOf(at, "static:terms.title");

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return null;
}

const chapters = ["legal", "proposals", "never", "official", "language"] as const;

export default function Terms() {
  const { t } = useTranslation("static", { keyPrefix: "terms" });
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <Chapters items={chapters.map((id) => ({ id, title: t(`${id}.title`), text: t(`${id}.text`) }))} />
    </>
  );
}
