import { deflateRawSync } from "node:zlib";
import { downloadZip } from "client-zip";
import { beforeAll, describe, expect, it } from "vitest";
import { csv } from "~/platform/sheets/csv";
import { entriesOf } from "~/platform/sheets/unzip";
import { xlsx } from "~/platform/sheets/xlsx";
import * as template from "~/routes/members/template";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { signedInAs, visit } from "../enquiry/visit";
import { head as heads, look, one, resultOf, send, someone, written } from "./bringing";

let clerk = "";

beforeAll(async () => {
  await freshDatabase();
  clerk = await signedInAs((await aPerson({ role: "committee", organisation: "demo-committee" })).token);
});

describe("the file of a list", () => {
  const kept = [
    ["姓名", "電郵地址", "委員類別", "屆次", "通訊語言"],
    ["陳大文", "CHAN@example.org", "澳門委員", "第十四屆 14", "繁體中文"],
  ];
  const named = async (list: string | Uint8Array<ArrayBuffer>) => resultOf(await look(clerk, list)).steps[0]?.member;
  async function bytesOf(pieces: AsyncIterable<Uint8Array>) {
    const all: Uint8Array[] = [];
    for await (const piece of pieces) all.push(piece);
    return new Uint8Array(Buffer.concat(all));
  }
  const sheet = () => ({
    title: "x",
    head: kept[0] ?? [],
    total: 1,
    rows: (async function* () {
      yield kept[1] ?? [];
    })(),
  });

  it("may be CSV with any of three signs between, as UTF-8 with or without its mark, or a workbook", async () => {
    const right = { name: "陳大文", email: "chan@example.org", kind: "macao", session: 14, locale: "zh-Hant" };
    for (const sign of [",", ";", "\t"]) expect(await named(written(kept, sign))).toMatchObject(right);
    expect(await named(`\uFEFF${written(kept)}`)).toMatchObject(right);
    expect(await named(new Uint8Array(Buffer.from(`\uFEFF${written(kept)}`, "utf16le")))).toMatchObject(right);
    expect(await named(await bytesOf(csv(sheet())))).toMatchObject(right);
    expect(await named(await bytesOf(xlsx(sheet())))).toMatchObject(right);
  });

  it("may be written as Excel does in Macao or in mainland China: which it is the first row tells", async () => {
    const rest = Buffer.from(",e-mail address,kind,session,locale\r\n");
    const row = Buffer.from(",a@example.org,macao,14,en");
    const list = (name: string, cell: string) =>
      new Uint8Array(Buffer.concat([Buffer.from(name, "hex"), rest, Buffer.from(cell, "hex"), row]));
    const macao = await look(clerk, list("a96da657", "b3afa46aa4e5"));
    expect([resultOf(macao).steps[0]?.member.name, macao.looked?.encoding]).toEqual(["陳大文", "big5"]);
    const seen = await look(clerk, list("d0d5c3fb", "b3c2b4f3cec4"));
    expect([resultOf(seen).steps[0]?.member.name, seen.looked?.encoding]).toEqual(["陈大文", "gb18030"]);
  });

  it.each([
    ["", "required"],
    ["PK\u0003\u0004 and nothing", "no_table"],
    ["a\0b,c", "no_table"],
    ["x".repeat(1024 * 1024 + 1), "file_too_large"],
  ])("that is none is refused: %#", async (list, fault) => {
    expect(await look(clerk, list)).toMatchObject({ status: 422, sent: { faults: { file: [fault] }, looked: null } });
  });

  it("says which column is missing, that there is no row, or that there are too many", async () => {
    const fault = async (rows: string[][]) => (await look(clerk, written(rows))).looked?.result;
    expect(await fault([heads.slice(1), one(someone()).slice(1)])).toEqual({ fault: "no_column", column: "name" });
    expect(await fault([heads])).toEqual({ fault: "no_rows" });
    const many = Array.from({ length: 1001 }, () => one(someone()));
    expect(await fault([heads, ...many])).toEqual({ fault: "too_many_rows" });
  });

  it("that unpacks to more than it says, or to more than may be, is refused and does no harm", async () => {
    const huge = new Uint8Array(64 * 1024 * 1024);
    const plain = Buffer.from(
      await downloadZip([{ name: "[Content_Types].xml", input: huge.subarray(0, 9) }]).arrayBuffer(),
    );
    expect((await look(clerk, new Uint8Array(plain))).sent?.faults).toEqual({ file: ["no_table"] });
    const packed = deflateRawSync(huge);
    const bomb = zipOf("[Content_Types].xml", packed, 0);
    expect(bomb.length).toBeLessThan(100_000);
    expect((await look(clerk, new Uint8Array(bomb))).sent?.faults).toEqual({ file: ["no_table"] });
  });

  it.each([
    '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    "<row r='1e9'/>",
    '<row spans=">" r="Infinity"/>',
    '<row r="3"><c r="ZZZ3"><v>1</v></c></row>',
  ])("that reaches to the end of the world with %s is refused before anybody goes there", async (row) => {
    const entries = entriesOf(Buffer.from(await bytesOf(xlsx(sheet()))), 8 * 1024 * 1024) ?? new Map<string, Buffer>();
    const files = [...entries].map(([name, bytes]) => ({
      name,
      input: bytes.toString("utf8").replace("</sheetData>", `${row}</sheetData>`),
    }));
    expect(files.some(({ input }) => input.includes(row))).toBe(true);
    const far = new Uint8Array(await downloadZip(files).arrayBuffer());
    expect((await look(clerk, far)).sent?.faults).toEqual({ file: ["no_table"] });
  });

  it("of one row without end is read as far as a list may reach", async () => {
    expect((await look(clerk, "A,".repeat(400_000))).looked?.result).toMatchObject({ fault: "no_column" });
  });

  it("has a template in each language that is itself a list without rows", async () => {
    for (const lang of ["zh-Hans", "zh-Hant", "en", "pt"]) {
      const answer = await template.loader(visit({ cookie: clerk, params: { lang } }));
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect((await look(clerk, bytes)).looked?.result).toEqual({ fault: "no_rows" });
    }
  });

  it("carried by somebody else's page in its place is refused", async () => {
    const [long, wide] = [[["a".repeat(3000)]], [Array.from({ length: 101 }, () => "a")]];
    const many = Array.from({ length: 2000 }, () => ["a"]);
    for (const rows of ["", "{", '{"a":1}', '[["a",1]]', ...[long, wide, many].map((all) => JSON.stringify(all))])
      expect((await send(clerk, { rows, seen: "x" })).status).toBe(422);
  });
});

/** A ZIP of one entry that says a size of its own. */
function zipOf(name: string, packed: Buffer, said: number): Buffer {
  const head = (mark: number, length: number) => {
    const bytes = Buffer.alloc(length);
    bytes.writeUInt32LE(mark);
    return bytes;
  };
  const [file, entry, end] = [head(0x04034b50, 30), head(0x02014b50, 46), head(0x06054b50, 22)];
  for (const [bytes, at] of [
    [file, 8],
    [entry, 10],
  ] as const) {
    bytes.writeUInt16LE(8, at);
    bytes.writeUInt32LE(packed.length, at + 10);
    bytes.writeUInt32LE(said, at + 14);
    bytes.writeUInt16LE(name.length, at + 18);
  }
  const start = file.length + name.length + packed.length;
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([file, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}
