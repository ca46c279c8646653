import type { ReactNode } from "react";
import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button/button";
import { TextField } from "~/ui/field/field";

type Props = { label: string; words: string; prefix?: string; children?: ReactNode; own?: string[] };

/**
 * The form that searches a list by words, and by `children`, whose names are `own`. Whatever else the address says stays,
 * but for the page.
 */
export function ListFinder({ label, words, prefix = "", children, own = [] }: Props) {
  const { t } = useTranslation("list");
  const { search } = useLocation();
  const replaced = [`${prefix}q`, `${prefix}page`, ...own];
  const rest = [...new URLSearchParams(search)].filter(([name, value]) => value !== "" && !replaced.includes(name));
  return (
    <search>
      <form method="get" className="form">
        {rest.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField name={`${prefix}q`} type="search" label={label} defaultValue={words} maxLength={80} />
        {children}
        <div>
          <Button>{t("find")}</Button>
        </div>
      </form>
    </search>
  );
}
