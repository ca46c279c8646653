import { useTranslation } from "react-i18next";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { Notice } from "~/ui/notice/notice";

/** Asks the sender of a dangerous form to show who they are, in another tab, so that the form stays as it was filled in. */
export function ProveFirst({ sent }: { sent: object | undefined }) {
  const { t } = useTranslation("admin");
  const locale = useLocale();
  if (!sent || !("unproven" in sent)) return null;
  return (
    <div role="alert">
      <Notice tone="warn">
        <p>{t("proof.text")}</p>
        <p>
          <a href={href(locale, "accountProof")} target="_blank" rel="noopener" className="button button-quiet">
            {t("proof.go")}
          </a>
        </p>
      </Notice>
    </div>
  );
}
