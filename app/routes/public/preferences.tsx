import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { anyone } from "~/http/guards";
import { localPath } from "~/http/local-path";
import { titleOf } from "~/http/meta";
import { textCookie } from "~/platform/session/cookies";
import { Button } from "~/ui/button/button";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "static:preferences.title");

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { locale } = await anyone(args);
  const form = await args.request.formData();
  const cookie = await textCookie().serialize(form.get("text") === "large" ? "large" : "normal");
  return redirect(localPath(form.get("back"), locale), { status: 303, headers: { "Set-Cookie": cookie } });
}

export default function Preferences() {
  const { t } = useTranslation(["static", "common"]);
  return (
    <>
      <PageHead title={t("preferences.title")} lead={t("preferences.lead")} />
      <Form inline>
        <Button name="text" value="large">
          {t("common:text.large")}
        </Button>
        <Button name="text" value="normal" variant="quiet">
          {t("common:text.normal")}
        </Button>
      </Form>
    </>
  );
}
