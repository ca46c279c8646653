import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysOfNotices, noticesSchema } from "../notices";
import { readCalendar } from "./read";

const ics = (...events: string[][]) =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    ...events.flatMap((lines) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"]),
    "END:VCALENDAR",
  ].join("\r\n");
const json = (value: unknown) => readCalendar(JSON.stringify(value));
const faultsOf = (text: string) => readCalendar(text).faults.map(({ row, fault }) => `${row} ${fault}`);

describe("a calendar in ICS", () => {
  it("of a whole year made by others says what the portal ships", () => {
    const path = createRequire(import.meta.url).resolve("chinese-days");
    const theirs = readCalendar(readFileSync(`${path.slice(0, path.lastIndexOf("dist"))}dist/years/2026.ics`, "utf8"));
    expect(theirs.faults).toEqual([]);
    const ours = daysOfNotices(noticesSchema.parse(JSON.parse(readFileSync("prisma/content/calendar.json", "utf8"))));
    const told = (days: { day: string; kind: string }[]) => days.map(({ day, kind }) => `${day} ${kind}`).toSorted();
    const jiangmen = ours.filter(({ region, day }) => region === "jiangmen" && day.startsWith("2026"));
    expect(told(theirs.rows)).toEqual(told(jiangmen));
    expect(theirs.rows.find(({ day }) => day === "2026-01-01")?.name).toBe("元旦");
  });

  it("tells each day of an event up to the day before its end, and unfolds, unescapes and reads marks", () => {
    const text = ics(
      ["DTSTART;VALUE=DATE:20270206", "DTEND;VALUE=DATE:20270209", "SUMMARY:Lunar New Ye", " ar\\, three days"],
      ["DTSTART;VALUE=DATE:20270213", "SUMMARY:春节（班）"],
      ["DTSTART;VALUE=DATE:20270214", "SUMMARY:x", "CATEGORIES:worked"],
      ["DTSTART;TZID=Asia/Shanghai:20270501T000000", "DURATION:P2D", "SUMMARY:劳动节(休)"],
      ["DTSTART;VALUE=DATE:20270601", "SUMMARY:gone", "STATUS:CANCELLED"],
    );
    expect(readCalendar(text)).toEqual({
      faults: [],
      rows: [
        { row: 1, day: "2027-02-06", kind: "closed", name: "Lunar New Year, three days" },
        { row: 1, day: "2027-02-07", kind: "closed", name: "Lunar New Year, three days" },
        { row: 1, day: "2027-02-08", kind: "closed", name: "Lunar New Year, three days" },
        { row: 2, day: "2027-02-13", kind: "worked", name: "春节" },
        { row: 3, day: "2027-02-14", kind: "worked", name: "x" },
        { row: 4, day: "2027-05-01", kind: "closed", name: "劳动节" },
        { row: 4, day: "2027-05-02", kind: "closed", name: "劳动节" },
      ],
    });
  });

  it("says of each event what is wrong with it", () => {
    const text = ics(
      ["DTSTART:20270206T090000Z", "SUMMARY:x"],
      ["DTSTART;VALUE=DATE:20270206", "SUMMARY:x", "RRULE:FREQ=YEARLY"],
      ["DTSTART;VALUE=DATE:20270206", "DTEND;VALUE=DATE:20270101", "SUMMARY:x"],
      ["DTSTART;VALUE=DATE:20270101", "DTEND;VALUE=DATE:20271231", "SUMMARY:x"],
      ["SUMMARY:no day"],
      ["DTSTART;VALUE=DATE:20270206"],
      ["DTSTART;VALUE=DATE:20270208", "SUMMARY:x（班）"],
      ["DTSTART;VALUE=DATE:20270231", "SUMMARY:x"],
    );
    expect(faultsOf(text)).toEqual([
      "1 with_time",
      "2 repeats",
      "3 bad_day",
      "4 too_long",
      "5 bad_day",
      "6 no_name",
      "7 not_weekend",
      "8 bad_day",
    ]);
  });
});

describe("a calendar in JSON", () => {
  it("is a list, or the days of an object; a day without a kind is closed", () => {
    const days = [
      { day: "2027-02-06", name: "spring_festival" },
      { day: "2027-02-07", kind: "ordinary" },
    ];
    const rows = [
      { row: 1, day: "2027-02-06", kind: "closed", name: "spring_festival" },
      { row: 2, day: "2027-02-07", kind: "ordinary", name: "" },
    ];
    expect(json(days)).toEqual({ rows, faults: [] });
    expect(json({ days })).toEqual({ rows, faults: [] });
  });

  it("says of each entry what is wrong with it", () => {
    const days = [
      { day: "2027-02-30", name: "x" },
      { day: "2027-02-06", kind: "half", name: "x" },
      { day: "2027-02-08", kind: "worked", name: "x" },
      { day: "2027-02-06" },
      { day: "2027-02-06", name: "x" },
      { day: "2027-02-06", name: "y" },
      { day: "2027-02-07", name: "x".repeat(81) },
      "2027-02-07",
      { day: { at: 1 }, name: "x" },
    ];
    expect(json(days).faults.map(({ row, fault }) => `${row} ${fault}`)).toEqual([
      "1 bad_day",
      "2 bad_kind",
      "3 not_weekend",
      "4 no_name",
      "6 twice",
      "7 long_name",
      "8 bad_day",
      "9 bad_day",
    ]);
  });
});

describe("anything else", () => {
  it("is no calendar, or an empty one, and says so", () => {
    for (const text of [
      "",
      "hello",
      "{}",
      "null",
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR",
      "BEGIN:VCALENDAR",
    ])
      expect(faultsOf(text), text).toEqual(["0 unknown_format"]);
    for (const text of ["[]", "BEGIN:VCALENDAR\nEND:VCALENDAR"]) expect(faultsOf(text), text).toEqual(["0 no_days"]);
    expect(json(Array.from({ length: 1001 }, () => ({ day: "2027-02-06", name: "x" }))).faults).toMatchObject([
      { row: 0, fault: "too_many" },
    ]);
  });

  it("never throws, and never tells a day that is none or one twice", () => {
    const line = fc.constantFrom(
      "BEGIN:VEVENT",
      "END:VEVENT",
      "DTSTART;VALUE=DATE:20270206",
      "DTEND;VALUE=DATE:20270210",
      "DTSTART:2027",
      "DURATION:P1W",
      "SUMMARY:x",
      " folded",
      "SUMMARY",
      ":",
    );
    const broken = fc.array(line).map((lines) => ["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR"].join("\n"));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), broken), (text) => {
        const { rows } = readCalendar(text);
        expect(new Set(rows.map(({ day }) => day)).size).toBe(rows.length);
      }),
      { numRuns: 2000 },
    );
  });
});
