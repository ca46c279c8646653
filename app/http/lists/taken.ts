import type { Taken } from "~/domain/export/making.server";
import { each } from "~/domain/kernel/listing";
import type { Cell } from "~/platform/sheets/sheet";

type View<Row> = Pick<Taken, "at" | "close"> & { total: number; rows: Iterable<Row> | AsyncIterable<Row> };
type How<Row> = Pick<Taken, "deed" | "part"> & {
  title: string;
  head: string[];
  cells: (row: Row) => Cell[];
  particulars?: Record<string, string | null>;
};

/** A list as it was at one moment, with the words and the order of cells that its export has. */
export function taken<Row>(
  { rows, total, at, close }: View<Row>,
  { title, head, cells, particulars = {}, deed, part }: How<Row>,
): Taken {
  const codes = Object.entries(particulars).flatMap(([name, value]) => (value ? [[name, value] as const] : []));
  const sheet = { title, head, total, rows: each(rows, cells) };
  return { sheet, at, deed, part, particulars: Object.fromEntries(codes), close };
}
