import { plainWords } from "~/domain/kernel/words";
import { addDays, isDay } from "../days";
import type { Entry, RowFault } from "./entry";

const longest = 31;

/** Marks that calendars put behind a day's name: off, or worked. */
const offMark = /\s*[(（[]\s*(休|休息|放假|假|off)\s*[)）\]]\s*$/iu;
const workMark = /\s*[(（[]\s*(班|补班|補班|调休|調休|上班|work(ing)?( day)?)\s*[)）\]]\s*$/iu;
const workWords = /(补班|補班|上班)$/u;

type Line = { name: string; params: string; value: string };

/**
 * The days of an iCalendar file, one entry for each day of an event. An event is worked when it says so: by
 * `X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY`, by a category `worked`, or by a mark such as (班) behind its name.
 */
export function readIcs(plain: string): Entry[] | null {
  const lines = plain
    .replace(/\r\n?/g, "\n")
    .replace(/\n[ \t]/g, "")
    .split("\n");
  if (!/^END:VCALENDAR/i.test(lines.at(-1) ?? "")) return null;
  const entries: Entry[] = [];
  let event: Line[] | null = null;
  let row = 0;
  for (const line of lines) {
    if (/^BEGIN:VEVENT\s*$/i.test(line)) event = [];
    else if (/^END:VEVENT\s*$/i.test(line) && event) {
      row += 1;
      entries.push(...daysOf(event, row));
      event = null;
    } else if (event) event.push(lineOf(line));
  }
  return event ? null : entries;
}

function lineOf(line: string): Line {
  const colon = /^((?:[^":]|"[^"]*")*):(.*)$/.exec(line);
  const [name = "", ...params] = (colon?.[1] ?? line).split(";");
  return { name: name.toUpperCase(), params: params.join(";").toUpperCase(), value: (colon?.[2] ?? "").trim() };
}

function daysOf(event: Line[], row: number): Entry[] {
  const valueOf = (name: string) => event.find((line) => line.name === name)?.value ?? "";
  const fault = (kind: RowFault["fault"], value: string): RowFault[] => [{ row, fault: kind, value }];
  if (valueOf("STATUS").toUpperCase() === "CANCELLED") return [];
  if (valueOf("RRULE") !== "" || valueOf("RDATE") !== "") return fault("repeats", spoken(valueOf("SUMMARY")));
  const [from, to] = [dayOf(valueOf("DTSTART")), dayOf(valueOf("DTEND"))];
  if (from === "time" || to === "time") return fault("with_time", valueOf("DTSTART"));
  if (!from) return fault("bad_day", valueOf("DTSTART"));
  const days = lengthOf(from, to, valueOf("DURATION"));
  if (days === null) return fault("bad_day", valueOf("DTEND") || valueOf("DURATION"));
  if (days > longest) return fault("too_long", `${from} – ${to ?? ""}`);
  const summary = spoken(valueOf("SUMMARY"));
  const works =
    valueOf("X-APPLE-SPECIAL-DAY").toUpperCase() === "ALTERNATE-WORKDAY" ||
    valueOf("CATEGORIES").toLowerCase() === "worked" ||
    workMark.test(summary) ||
    workWords.test(summary);
  const name = plainWords(summary.replace(offMark, "").replace(workMark, ""));
  return Array.from({ length: days }, (_, index) => ({
    row,
    day: addDays(from, index),
    kind: works ? "worked" : "closed",
    name,
  }));
}

/** A date of ICS as YYYY-MM-DD; `time` for a time of day, null for what is no date. Midnight counts as the date. */
function dayOf(value: string): string | null {
  const parts = /^(\d{4})(\d{2})(\d{2})(T(\d{6})Z?)?$/.exec(value);
  if (!parts) return null;
  const [, year, month, date, time, clock] = parts;
  const day = `${year}-${month}-${date}`;
  if (!isDay(day)) return null;
  return time === undefined || (clock === "000000" && !value.endsWith("Z")) ? day : "time";
}

/** How many days an event lasts: its end is the day after its last. Null where that is no length. */
function lengthOf(from: string, to: string | null, duration: string): number | null {
  if (to) {
    const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
    return days > 0 ? days : to === from ? 1 : null;
  }
  if (duration === "") return 1;
  const parts = /^P(\d{1,3})([DW])$/.exec(duration);
  return parts && Number(parts[1]) > 0 ? Number(parts[1]) * (parts[2] === "W" ? 7 : 1) : null;
}

function spoken(value: string): string {
  return value.replace(/\\([,;\\nN])/g, (_, sign: string) => (/n/i.test(sign) ? " " : sign)).trim();
}
