import { useTranslation } from "react-i18next";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { QrCode } from "~/ui/qr/qr";
import { Section } from "~/ui/section/section";

/** The address of a record, to copy, and as a code for a phone. */
export function Share({ address, qr, record }: { address: string; qr: string; record: string }) {
  const { t } = useTranslation("entry");
  const locale = useLocale();
  const query = new URLSearchParams({ record });
  return (
    <Section title={t("share")}>
      <p>
        <a href={address}>{address}</a>
      </p>
      <p>
        <a href={`${href(locale, "follow")}?${query}`}>{t("follow")}</a> ·{" "}
        <a href={`${href(locale, "feed")}?${query}`}>{t("entry:feed")}</a>
      </p>
      <QrCode svg={qr} label={t("qr")} />
    </Section>
  );
}
