import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf, spoken, writtenOf } from "~/domain/intake/list";
import { locales } from "~/domain/kernel/locale";
import { kinds } from "../member";
import { columns, columnsIn, readRow } from "./columns";

const itself = (codes: readonly string[]) => new Map(codes.map((code) => [spoken(code), code]));
const vocabulary = { head: itself(columns), kind: itself(kinds), locale: itself(locales) };
const right = { name: "梁", email: "a@example.org", kind: "macao", session: "14", locale: "pt" };
const cell = fc.oneof(fc.string(), fc.constantFrom(...Object.values(right), "2027-02-30", "1", "特邀"));

describe("a list of members", () => {
  it("whatever its cells hold, each row is a member or has faults, once for each column, in their order", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...columns, "other", ""]), fc.array(fc.array(cell)), (head, below) => {
        const written = writtenOf([head, ...below], columnsIn(vocabulary));
        expect(written.length).toBe(below.filter((row) => row.some((one) => one.trim() !== "")).length);
        for (const one of written) {
          const row = readRow(one, vocabulary);
          if (row.ok) continue;
          const places = row.faults.map(({ column }) => (column ? columns.indexOf(column) : -1));
          expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
          expect(places.length).toBeGreaterThan(0);
          for (const fault of row.faults) expect(fault.row).toBe(one.row);
        }
      }),
    );
  });

  it("is read alike in whichever order its columns stand, and a second column of a name is left out", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.entries(right), { minLength: 5 }), (cells) => {
        const [head, row] = [cells.map(([name]) => name), cells.map(([, value]) => value)];
        const [one] = writtenOf(
          [
            [...head, "name"],
            [...row, "other"],
          ],
          columnsIn(vocabulary),
        );
        expect(one && readRow(one, vocabulary)).toMatchObject({ ok: true, sent: { ...right, session: 14 } });
      }),
    );
  });

  it.each(["2027-02-06", "2027-2-6", "2027/02/06", "2027.2.6", "2027年2月6日"])("has %s for the same day", (from) => {
    const row = readRow({ row: 2, cells: { ...right, from } }, vocabulary);
    expect(row).toMatchObject({ ok: true, sent: { from: "2027-02-06" } });
  });

  it.each(["14", "第14届", "14.ª", "Session 14"])("has %s for the fourteenth session", (session) => {
    expect(readRow({ row: 2, cells: { ...right, session } }, vocabulary)).toMatchObject({ sent: { session: 14 } });
  });

  it("knows a column by its name in either script, in any case, with marks or spaces", () => {
    const heads = new Map([
      [spoken("電郵地址"), "email"],
      [spoken("Endereço electrónico"), "email"],
    ]);
    for (const name of ["电邮地址", " 電郵 地址 *", "ENDERECO ELECTRONICO"])
      expect(columnsOf([name], columnsIn({ ...vocabulary, head: heads }))).toEqual(["email"]);
  });
});
