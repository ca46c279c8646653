import { useTranslation } from "react-i18next";
import { QrCode } from "~/ui/qr/qr";
import { Section } from "~/ui/section/section";

/** The address of a record, to copy, and as a code for a phone. */
export function Share({ address, qr }: { address: string; qr: string }) {
  const { t } = useTranslation("entry");
  return (
    <Section title={t("share")}>
      <p>
        <a href={address}>{address}</a>
      </p>
      <QrCode svg={qr} label={t("qr")} />
    </Section>
  );
}
