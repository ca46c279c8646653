import { useTranslation } from "react-i18next";

/** The one box of the portal: any script, any spelling. Names are offered while typing where scripts run. */
export function SearchBox({
  action,
  value,
  id = "q",
  hint,
}: {
  action: string;
  value?: string;
  id?: string;
  hint?: string;
}) {
  const { t } = useTranslation("common");
  return (
    <search className="site-search">
      <form action={action}>
        <label className="unseen" htmlFor={id}>
          {t("search.label")}
        </label>
        <input
          id={id}
          type="search"
          name="q"
          defaultValue={value}
          maxLength={200}
          placeholder={hint ?? t("search.hint")}
          autoComplete="off"
          data-suggest={action}
          data-offers={t("search.offers", { number: "{count}" })}
        />
        <button className="button" type="submit">
          {t("search.go")}
        </button>
      </form>
    </search>
  );
}
