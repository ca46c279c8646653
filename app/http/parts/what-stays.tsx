import { useTranslation } from "react-i18next";
import { Notice } from "~/ui/notice/notice";

/** What is left of an enquiry that its asker erased. */
export function WhatStays() {
  const { t } = useTranslation("enquiry");
  return (
    <Notice title={t("erase.stays")}>
      <ul>
        <li>{t("erase.staysNumber")}</li>
        <li>{t("erase.staysJournal")}</li>
        <li>{t("erase.staysBackup")}</li>
      </ul>
    </Notice>
  );
}
