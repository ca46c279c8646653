import type { ReactNode } from "react";
import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { atPage, sortedBy, type Sort } from "~/domain/kernel/listing";
import type { Page } from "~/domain/kernel/page";
import type { ListName } from "~/domain/export/export";
import { Pager } from "~/ui/pager/pager";
import { Table } from "~/ui/table/table";
import { TakeAlong } from "./take-along";

/** A column's heading; one with `sort` orders the list by that name. */
type Column = { label: string; sort?: string };
type Props = {
  list: ListName;
  caption: string;
  none: string;
  sort: Sort;
  page: Omit<Page<unknown>, "items">;
  columns: Column[];
  rows: ReactNode[][];
  prefix?: string;
};

/** A page of a list: how many rows it has, the rows, the way to other pages and orders, and the list as a file. */
export function ListTable({ list, caption, none, sort, page, columns, rows, prefix }: Props) {
  const { t } = useTranslation("list");
  const { search } = useLocation();
  const plain = withoutNews(search);
  const sorts = columns.map(({ sort: by }) => {
    if (by === undefined) return undefined;
    const now = sort.by === by ? (sort.down ? ("descending" as const) : ("ascending" as const)) : undefined;
    return { href: sortedBy(plain, by, sort, prefix), ...(now && { now }) };
  });
  return (
    <>
      {rows.length > 0 ? <p>{t("found", { count: page.total })}</p> : null}
      {rows.length === 0 ? (
        <p>{none}</p>
      ) : (
        <Table caption={caption} hideCaption head={columns.map(({ label }) => label)} sorts={sorts} rows={rows} />
      )}
      <Pager {...page} hrefOf={(number) => atPage(plain, number, prefix)} />
      <TakeAlong list={list} query={plain} />
    </>
  );
}

/** An address without what it says only once, such as that something was saved. */
function withoutNews(search: string): string {
  return String(new URLSearchParams([...new URLSearchParams(search)].filter(([, value]) => value !== "")));
}
