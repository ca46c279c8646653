import { useTranslation } from "react-i18next";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { formatTime } from "~/platform/i18n/format";
import { Button } from "~/ui/button/button";
import { Form } from "~/ui/form/form";
import { Table } from "~/ui/table/table";

type Identity = { id: string; provider: string; label: string; createdAt: Date | string; usedAt: Date | string | null };
type Props = { identities: Identity[]; nameOf: (provider: string) => string };

/** The identities that are linked to one's account, each with the button that ends the link. */
export function OwnIdentities({ identities, nameOf }: Props) {
  const { t } = useTranslation("account");
  const locale = useLocale();
  if (identities.length === 0) return <p>{t("sso.none")}</p>;
  return (
    <Table
      caption={t("sso.own")}
      hideCaption
      head={(["provider", "label", "used", "end"] as const).map((key) => t(`sso.column.${key}`))}
      rows={identities.map(({ id, provider, label, usedAt }) => [
        nameOf(provider),
        label,
        usedAt ? formatTime(usedAt, locale) : "–",
        <Form key="end" inline action={href(locale, "accountSsoEnd", { id })}>
          <Button variant="quiet" label={`${t("sso.column.end")}: ${nameOf(provider)}, ${label}`}>
            {t("sso.column.end")}
          </Button>
        </Form>,
      ])}
    />
  );
}
