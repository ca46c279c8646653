import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/meta";
import { PageHead } from "~/ui/page-head/page-head";
import { Prose } from "~/ui/prose/prose";

export { publicHeaders as headers } from "~/http/headers";

export const meta: MetaFunction = (at) => titleOf(at, "static:about.title");

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return null;
}

export default function About() {
  const { t } = useTranslation("static", { keyPrefix: "about" });
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <Prose paragraphs={["p1", "p2", "p3"].map((key) => t(key))} />
    </>
  );
}
