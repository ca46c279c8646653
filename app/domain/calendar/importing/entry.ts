import type { DayKind } from "../calendar";

/** A day as a file tells it. `name` is what stands there: a code or somebody's words. */
export type ToldRow = { row: number; day: string; kind: DayKind; name: string };

/** What is wrong with one entry of a file, counted from 1; zero is the file as a whole. `value` is what stood there. */
export type RowFault = { row: number; fault: Fault; value: string };
export type Fault =
  | "unknown_format"
  | "no_days"
  | "too_many"
  | "bad_day"
  | "bad_kind"
  | "no_name"
  | "long_name"
  | "not_weekend"
  | "twice"
  | "with_time"
  | "repeats"
  | "too_long";

/** An entry before it is checked, or what made it unreadable. */
export type Entry = { row: number; day: string; kind: string; name: string } | RowFault;
