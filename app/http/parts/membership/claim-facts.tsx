import { useTranslation } from "react-i18next";
import type { Said } from "~/domain/membership/claim/claim";
import { useLocale } from "~/http/page/use-locale";
import { formatTime } from "~/platform/i18n/format";
import { Facts } from "~/ui/facts/facts";

type When = Date | string | null;
type Props = {
  claim: { said: Said; createdAt: Date | string; confirmedAt: When; decidedAt: When; reason: string | null };
};

/** What somebody says of themselves, and how far their claim has come. */
export function ClaimFacts({ claim: { said, createdAt, confirmedAt, decidedAt, reason } }: Props) {
  const { t } = useTranslation("membership");
  const locale = useLocale();
  const time = (at: When) => at && formatTime(at, locale);
  return (
    <Facts
      items={[
        { term: t("field.email"), detail: said.email },
        { term: t("field.kind"), detail: t(`kind.${said.kind}`) },
        { term: t("field.session"), detail: t("term", { session: said.session }) },
        { term: t("field.sector"), detail: said.sector },
        { term: t("field.locale"), detail: t(`enquiry:language.${said.locale}`) },
        { term: t("claims.made"), detail: time(createdAt) },
        { term: t("claims.since"), detail: time(confirmedAt) },
        { term: t("claims.declined"), detail: time(decidedAt) },
        { term: t("claims.reason"), detail: reason && t(`reason.${reason}`) },
      ]}
    />
  );
}
