import { inflateRawSync } from "node:zlib";
import { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { csv } from "./csv";
import type { Cell, Sheet } from "./sheet";
import { xlsx } from "./xlsx";

async function* given(rows: Cell[][]) {
  yield* rows;
}
const sheet = (rows: Cell[][], head = ["名稱", "N.º"], title = "People"): Sheet => ({
  title,
  head,
  total: rows.length,
  rows: given(rows),
});
async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
const text = async (rows: Cell[][], head?: string[]) => (await whole(csv(sheet(rows, head)))).toString("utf8");
const noon = new Date("2026-11-25T04:00:00Z");
const formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠x"];

describe("a table as CSV", () => {
  it("begins with the mark of UTF-8, ends its lines as RFC 4180 says, and quotes what would part cells", async () => {
    expect(
      await text([
        ["陳大文", 7],
        ['say "a", b', null],
        ["two\nlines", -3],
      ]),
    ).toBe('\uFEFF名稱,N.º\r\n陳大文,7\r\n"say ""a"", b",\r\n"two\nlines",-3\r\n');
  });

  it.each(formulas)("holds no formula for %j", async (words) => {
    const [, cell = ""] = (await text([[words]], ["x"])).split(/^\uFEFFx\r\n/);
    expect(cell.replace(/^"/, "").startsWith(`'${words}`)).toBe(true);
  });

  it("writes moments in Beijing time and says so", async () => {
    expect(await text([[noon]], ["x"])).toContain("2026-11-25T12:00:00.000+08:00");
  });
});

describe("a table as a workbook", () => {
  it("is read by another program as it was: words, numbers, moments, nothing", async () => {
    const rows: Cell[][] = [
      ["陳大文 𠮷", 7],
      ['<a href="x">&amp;</a>', -3.5],
      [null, 0],
      ["  two\nlines ", null],
    ];
    const read = await readSheet(await whole(xlsx(sheet(rows))), { trim: false });
    expect(read).toEqual([["名稱", "N.º"], ...rows]);
    const [, [moment] = []] = await readSheet(await whole(xlsx(sheet([[noon]], ["x"]))));
    expect(moment).toEqual(new Date("2026-11-25T12:00:00Z"));
  });

  it.each(formulas)("holds %j as text, also for who edits the cell", async (words) => {
    const xml = await partOf(xlsx(sheet([[words]], ["x"])));
    expect(xml).not.toContain("<f>");
    expect(xml).toMatch(/<c r="A2" t="inlineStr" s="3">/);
  });

  it("holds no sign that XML cannot write, and no half of a character", async () => {
    const xml = await partOf(xlsx(sheet([["a\u0000b\u000Bc\uD800d\uFFFEe_x0041_"]], ["x"])));
    expect(xml).toContain(">a\uFFFDb\uFFFDc\uFFFDd\uFFFDe_x005F_x0041_<");
  });

  it("shortens a cell to what the format holds, at a whole character", async () => {
    const [, [cell] = []] = await readSheet(await whole(xlsx(sheet([[`${"a".repeat(32_765)}𠮷𠮷`]], ["x"]))));
    expect(cell).toBe(`${"a".repeat(32_765)}…`);
    const [, [fits] = []] = await readSheet(await whole(xlsx(sheet([["a".repeat(32_767)]], ["x"]))));
    expect(fits).toBe("a".repeat(32_767));
  });

  it("goes on in another sheet where one is full", async () => {
    const rows = [1, 2, 3, 4, 5].map((number) => [`n${number}`]);
    const book = await whole(xlsx(sheet(rows, ["x"], "a/b: [ein] sehr langer Titel?"), 3));
    const read = await Promise.all([1, 2, 3].map((number) => readSheet(book, number)));
    expect(read.map((one) => one.flat())).toEqual([
      ["x", "n1", "n2"],
      ["x", "n3", "n4"],
      ["x", "n5"],
    ]);
    const names = Object.keys(await filesOf(book));
    expect(names.filter((name) => name.startsWith("xl/worksheets/"))).toHaveLength(3);
  });

  it("is whole where there are no rows, and fails where there are more than were counted", async () => {
    expect(await readSheet(await whole(xlsx(sheet([]))))).toEqual([["名稱", "N.º"]]);
    await expect(whole(xlsx({ ...sheet([["a"], ["b"], ["c"]], ["x"]), total: 1 }, 2))).rejects.toThrow(RangeError);
  });

  it("lets go of the rows when nobody reads on", async () => {
    let over = false;
    const rows = async function* () {
      try {
        for (let number = 0; number < 1_000_000; number += 1) yield [`row ${number}`];
      } finally {
        over = true;
      }
    };
    const book = xlsx({ ...sheet([]), total: 1_000_000, rows: rows() });
    for (let piece = 0; piece < 20; piece += 1) await book.next();
    await book.return(undefined);
    expect(over).toBe(true);
  });
});

/** The files of an archive by its list at the end, each checked against its sizes there. */
async function filesOf(book: Buffer): Promise<Record<string, string>> {
  const end = book.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  const files: Record<string, string> = {};
  let at = book.readUInt32LE(end + 16);
  for (let left = book.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, plain, length] = [
      book.readUInt32LE(at + 20),
      book.readUInt32LE(at + 24),
      book.readUInt16LE(at + 28),
    ];
    const from = book.readUInt32LE(at + 42) + 30 + length;
    const bytes = inflateRawSync(book.subarray(from, from + packed));
    expect(bytes).toHaveLength(plain);
    files[book.subarray(at + 46, at + 46 + length).toString()] = bytes.toString("utf8");
    at += 46 + length;
  }
  return files;
}

async function partOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  return (await filesOf(await whole(pieces)))["xl/worksheets/sheet1.xml"] ?? "";
}
