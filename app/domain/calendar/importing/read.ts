import { kinds } from "../calendar";
import { isDay, isWeekend } from "../days";
import type { Entry, RowFault, ToldRow } from "./entry";
import { readIcs } from "./ics";
import { readJson } from "./json";

const daysMost = 1000;
const nameMost = 80;

/** Reads a calendar as ICS (RFC 5545) or JSON, whichever it is. With any fault nothing of it may be taken in. */
export function readCalendar(text: string): { rows: ToldRow[]; faults: RowFault[] } {
  const plain = text.replace(/^\uFEFF/, "").trim();
  const entries = /^BEGIN:VCALENDAR/i.test(plain) ? readIcs(plain) : readJson(plain);
  if (!entries) return { rows: [], faults: [{ row: 0, fault: "unknown_format", value: plain.slice(0, 40) }] };
  if (entries.length === 0) return { rows: [], faults: [{ row: 0, fault: "no_days", value: "" }] };
  if (entries.length > daysMost)
    return { rows: [], faults: [{ row: 0, fault: "too_many", value: String(entries.length) }] };
  const seen = new Set<string>();
  const rows: ToldRow[] = [];
  const faults: RowFault[] = [];
  for (const entry of entries) {
    const read = "fault" in entry ? entry : checked(entry, seen);
    if ("fault" in read) faults.push(read);
    else rows.push(read);
  }
  return { rows: rows.toSorted((one, other) => (one.day < other.day ? -1 : 1)), faults };
}

function checked({ row, day, kind: told, name }: Exclude<Entry, RowFault>, seen: Set<string>): ToldRow | RowFault {
  const kind = kinds.find((one) => one === told);
  if (!isDay(day) || day < "1990-01-01" || day > "2100-12-31") return { row, fault: "bad_day", value: day };
  if (!kind) return { row, fault: "bad_kind", value: told };
  if (kind === "worked" && !isWeekend(day)) return { row, fault: "not_weekend", value: day };
  if (kind !== "ordinary" && name === "") return { row, fault: "no_name", value: day };
  if ([...name].length > nameMost) return { row, fault: "long_name", value: name.slice(0, nameMost) };
  if (seen.has(day)) return { row, fault: "twice", value: day };
  seen.add(day);
  return { row, day, kind, name };
}
