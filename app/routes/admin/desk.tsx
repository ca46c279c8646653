import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { Card, CardList } from "~/ui/card/card";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "admin:desk");

export async function loader(args: LoaderFunctionArgs) {
  await only(args, "admin");
  return null;
}

const pages = { people: "adminPeople", organisations: "adminOrganisations", upkeep: "adminUpkeep" } as const;

export default function AdminDesk() {
  const { t } = useTranslation(["calendar", "admin", "setting", "list"]);
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("admin:desk")} />
      <CardList>
        <Card level={2} href={href(locale, "adminCalendar")} title={t("title")}>
          <p>{t("lead")}</p>
        </Card>
        <Card level={2} href={href(locale, "adminSettings")} title={t("setting:title")}>
          <p>{t("setting:lead")}</p>
        </Card>
        {(["people", "organisations", "upkeep"] as const).map((part) => (
          <Card key={part} level={2} href={href(locale, pages[part])} title={t(`admin:${part}.title`)}>
            <p>{t(`admin:${part}.lead`)}</p>
          </Card>
        ))}
        <Card level={2} href={href(locale, "exports")} title={t("list:exports")}>
          <p>{t("list:exportsLead")}</p>
        </Card>
      </CardList>
    </>
  );
}
