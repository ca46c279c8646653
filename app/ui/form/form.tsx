import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

type Props = {
  action?: string;
  draft?: string;
  requestKey?: string;
  multipart?: boolean;
  inline?: boolean;
  isPrivate?: boolean;
  children: ReactNode;
};

/**
 * A form that changes something. With `draft` the device keeps what is typed until it was taken; with `requestKey`
 * sending it twice makes one record. With `isPrivate` the browser does not fill it again for the next person. The browser's own checks are off: the server's answer says more, in one place.
 */
export function Form({ action, draft, requestKey, multipart, inline, isPrivate, children }: Props) {
  const { t } = useTranslation("form");
  return (
    <form
      method="post"
      action={action}
      data-draft={draft}
      autoComplete={isPrivate ? "off" : undefined}
      encType={multipart ? "multipart/form-data" : undefined}
      className={inline ? "form-inline" : "form"}
      noValidate
    >
      {requestKey ? <input type="hidden" name="requestKey" value={requestKey} /> : null}
      {children}
      {draft ? (
        <output className="form-draft" data-draft-note hidden>
          {t("draftKept")}
        </output>
      ) : null}
    </form>
  );
}
