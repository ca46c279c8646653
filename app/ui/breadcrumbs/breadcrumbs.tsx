import { useTranslation } from "react-i18next";

/** Where a page stands. The last item is the page itself. */
export function Breadcrumbs({ items }: { items: { href?: string; label: string }[] }) {
  const { t } = useTranslation("common");
  return (
    <nav className="breadcrumbs" aria-label={t("breadcrumbs")}>
      <ol>
        {items.map(({ href, label }, index) => (
          <li key={index}>{href ? <a href={href}>{label}</a> : <span aria-current="page">{label}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}
