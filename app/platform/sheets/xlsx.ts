import { bytesOf, inBeijing, looksLikeFormula, type Cell, type Sheet } from "./sheet";
import { zip, type Part } from "./zip";

/** The most that the format holds: rows of one sheet, its heading among them, and UTF-16 units of one cell. */
const rowsMost = 1_048_576;
const unitsMost = 32_767;

/** Day 25569 of a spreadsheet is the first of January 1970. */
const firstDay = 25_569;
const day = 24 * 3600 * 1000;

/** The styles of a cell, by their place in `styles`. */
const heading = 1;
const moment = 2;
const quoted = 3;

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * A table as a workbook (ECMA-376, SpreadsheetML), made while its rows are read: words stand in their cells as text and are
 * never formulas, moments are dates in Beijing time, the heading stays in sight. What one sheet cannot hold goes on in
 * the next one; a cell's text that is too long ends in an ellipsis. `most`: rows of one sheet, for tests.
 */
export function xlsx(sheet: Sheet, most = rowsMost): AsyncGenerator<Uint8Array> {
  return zip(partsOf(sheet, most));
}

async function* partsOf({ title, head, total, rows }: Sheet, most: number): AsyncGenerator<Part> {
  const count = Math.max(1, Math.ceil(total / (most - 1)));
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  yield text("[Content_Types].xml", contentTypes(numbers));
  yield text("_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]]));
  yield text("xl/workbook.xml", workbook(title, numbers));
  const sheets = numbers.map((number) => ["worksheet", `worksheets/sheet${number}.xml`] as const);
  yield text("xl/_rels/workbook.xml.rels", relations([...sheets, ["styles", "styles.xml"]]));
  yield text("xl/styles.xml", styles);
  const reading = rows[Symbol.asyncIterator]();
  try {
    for (const number of numbers)
      yield { name: `xl/worksheets/sheet${number}.xml`, bytes: bytesOf(worksheet(head, reading, most, number === 1)) };
    if (!(await reading.next()).done) throw new RangeError("More rows than were counted.");
  } finally {
    await reading.return?.();
  }
}

function text(name: string, content: string): Part {
  const whole = async function* () {
    yield Buffer.from(xml + content);
  };
  return { name, bytes: whole() };
}

async function* worksheet(head: string[], rows: AsyncIterator<Cell[]>, most: number, first: boolean) {
  const columns = head.map((_, index) => letters(index));
  yield `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"${first ? ' tabSelected="1"' : ""}>`;
  yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  yield `<cols><col min="1" max="${head.length}" width="22" customWidth="1"/></cols><sheetData>`;
  yield rowOf(head, columns, 1, heading);
  for (let number = 2; number <= most; number += 1) {
    const { value, done } = await rows.next();
    if (done) break;
    yield rowOf(value, columns, number);
  }
  yield "</sheetData></worksheet>";
}

function rowOf(cells: Cell[], columns: string[], number: number, style?: number): string {
  const parts = cells.map((value, index) => cellOf(value, `${columns[index] ?? letters(index)}${number}`, style));
  return `<row r="${number}">${parts.join("")}</row>`;
}

function cellOf(value: Cell, at: string, style?: number): string {
  if (value === null || value === "") return "";
  if (typeof value === "number") return `<c r="${at}"><v>${value}</v></c>`;
  if (value instanceof Date)
    return `<c r="${at}" s="${moment}"><v>${inBeijing(value).getTime() / day + firstDay}</v></c>`;
  // Text stays text also for who opens the cell and leaves it again: the apostrophe that typing would need is a style here.
  const how = style ?? (looksLikeFormula(value) ? quoted : 0);
  return `<c r="${at}" t="inlineStr"${how ? ` s="${how}"` : ""}><is><t xml:space="preserve">${plain(value)}</t></is></c>`;
}

/** A column's name: A to Z, then AA and on. */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/** Signs that XML 1.0 knows no way to write. */
const unwritable = /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu;
const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Words as they stand in XML. `_x0041_` would be read as an A: its first sign is written by its own number. */
function plain(words: string): string {
  const whole = words.length > unitsMost ? `${words.slice(0, unitsMost - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : words;
  return whole
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(unwritable, "\uFFFD")
    .replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_")
    .replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
}

function contentTypes(numbers: number[]): string {
  const kinds = [
    ...numbers.map((number) => [`xl/worksheets/sheet${number}.xml`, "worksheet"]),
    ["xl/workbook.xml", "sheet.main"],
    ["xl/styles.xml", "styles"],
  ];
  const parts = kinds.map(([name, kind]) => `<Override PartName="/${name}" ContentType="${type}.${kind}+xml"/>`);
  const relationships = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`;
  return `<Types xmlns="${packages}/content-types">${relationships}${parts.join("")}</Types>`;
}

function relations(all: (readonly [kind: string, target: string])[]): string {
  const parts = all.map(
    ([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${parts.join("")}</Relationships>`;
}

/** The name of a sheet may have 31 signs, and these not at all. */
function workbook(title: string, numbers: number[]): string {
  const name = plain(title.replace(/[[\]:*?/\\]/g, " ").slice(0, 25));
  const sheets = numbers.map(
    (number) => `<sheet name="${number === 1 ? name : `${name} ${number}`}" sheetId="${number}" r:id="rId${number}"/>`,
  );
  return `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.join("")}</sheets></workbook>`;
}

const styles = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
