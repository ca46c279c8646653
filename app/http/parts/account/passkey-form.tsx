import { useTranslation } from "react-i18next";

type Props = {
  options: string;
  parcel: string;
  host: string;
  kind: "add" | "enter";
  action?: string;
  label: string;
  failed: string;
};

/** A button that asks the device for a passkey. It shows itself only where a script runs and the device knows passkeys. */
export function PasskeyForm({ options, parcel, host, kind, action, label, failed }: Props) {
  const { t } = useTranslation("session");
  return (
    <form
      method="post"
      action={action}
      className="form"
      data-passkey={kind}
      data-passkey-host={host}
      data-passkey-options={options}
    >
      <input type="hidden" name="parcel" value={parcel} />
      <input type="hidden" name="response" />
      <p className="soft" data-passkey-none>
        {t("passkey.none")}
      </p>
      <p data-passkey-failed hidden role="alert">
        {failed}
      </p>
      <div>
        <button type="button" className="button button-quiet" hidden>
          {label}
        </button>
      </div>
    </form>
  );
}
