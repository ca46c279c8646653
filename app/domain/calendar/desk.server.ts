import type { z } from "zod";
import type { Person } from "~/domain/kernel/actor";
import { wishOf } from "~/domain/kernel/listing";
import type { Localized } from "~/domain/kernel/locale";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { now } from "~/platform/clock";
import { calendarOn, inForceOn, isWorkingDay, regions, type Region } from "./calendar";
import { addDays, chinaDay, isDay, isWeekend } from "./days";
import { nameOfForm, type dayForm, type importForm, type removalForm } from "./form";
import { readCalendar } from "./importing/read";
import { may } from "./policy";
import * as store from "./store.server";

const regionOf = (text: string | undefined | null) => regions.find((one) => one === text);

/**
 * A year of a region's calendar: the latest word about each day, what is not in force yet or not announced, and how many
 * working days the year has as things stand. Without a region or year: Jiangmen, this year.
 */
export async function readYear(actor: Person, query: URLSearchParams) {
  if (!may(actor, "see")) return null;
  const today = chinaDay(now());
  const region = regionOf(query.get("region")) ?? "jiangmen";
  const asked = query.get("year") ?? "";
  const year = /^(199\d|20\d\d)$/.test(asked) ? Number(asked) : Number(today.slice(0, 4));
  const told = await store.told(region);
  const sort = wishOf(query, ["day"], { by: "day", down: false }).sort;
  const known = latest(told.filter(({ day }) => day.startsWith(`${year}-`)));
  const days = sort.down ? known.toReversed() : known;
  const calendar = calendarOn(told, today);
  return {
    region,
    year,
    sort,
    years: yearsOf(told, year),
    days: days.map((one) => ({
      ...one,
      ahead: one.inForce !== null && one.inForce > today,
      weekend: isWeekend(one.day),
    })),
    unconfirmed: days.some(({ confirmed }) => !confirmed),
    working: daysOf(year).filter((day) => isWorkingDay(calendar, day)).length,
  };
}

/** One day of a region with every word that was said about it, newest first; null where there is no such day or region. */
export async function readDay(actor: Person, region: string | undefined, day: string | undefined) {
  const where = regionOf(region);
  if (!may(actor, "see") || !where || !day || !isDay(day)) return null;
  const words = (await store.told(where)).filter((one) => one.day === day);
  const counts = inForceOn(words, chinaDay(now())).get(day);
  const last = words.at(-1) ?? null;
  return {
    region: where,
    day,
    last,
    version: last?.version ?? 0,
    counting: counts?.version ?? 0,
    words: words.toReversed(),
  };
}

/** Says what a day is. Refused as a conflict where somebody has said something else since the page was made. */
export async function changeDay(
  actor: Person,
  region: string | undefined,
  sent: z.output<typeof dayForm>,
): Promise<Result<Region>> {
  const where = regionOf(region);
  if (!may(actor, "tell")) return refuse("forbidden");
  if (!where) return refuse("not_found");
  const { day, kind, source, inForce = null, confirmed } = sent;
  const word = { region: where, day, kind, name: nameOfForm(sent), source, inForce, confirmed: confirmed === "yes" };
  const told = await store.tell([word], actor.id, now(), sent.seen);
  return told.ok ? done(where) : told;
}

/** Takes back what was said about a day: it is what its week says again. The words before it stay. */
export async function removeDay(
  actor: Person,
  region: string | undefined,
  day: string | undefined,
  sent: z.output<typeof removalForm>,
): Promise<Result<Region>> {
  const found = await readDay(actor, region, day);
  if (!found?.last) return refuse("not_found");
  const { name, confirmed } = found.last;
  const { seen, source, inForce = null } = sent;
  const word = { region: found.region, day: found.day, kind: "ordinary" as const, name, source, inForce, confirmed };
  const told = await store.tell([word], actor.id, now(), seen ?? found.version);
  return told.ok ? done(found.region) : told;
}

/** What a calendar would change, day by day, or what is wrong with it; nothing is kept. `known` finds the code of a name. */
export async function lookAt(actor: Person, { region, text, ...said }: Import, known: Known) {
  if (!may(actor, "tell")) return null;
  const { rows, faults } = readCalendar(text);
  const before = new Map(latest(await store.told(region)).map((one) => [one.day, one]));
  const days = rows.map(({ row, day, kind, name }) => {
    const was = before.get(day);
    const named = nameOf(name, known, was?.name);
    const same = was?.kind === kind && same4(was.name, named) && was.source === said.source;
    return {
      row,
      day,
      kind,
      name: named,
      news: same ? ("same" as const) : was ? ("changed" as const) : ("new" as const),
    };
  });
  return { region, days, faults };
}

/** Takes a calendar in, all of it or nothing, and tells how many days were new or other than before. */
export async function takeIn(actor: Person, sent: Import, known: Known): Promise<Result<number>> {
  const seen = await lookAt(actor, sent, known);
  if (!seen) return refuse("forbidden");
  if (seen.faults.length > 0) return refuse("invalid");
  const { source, inForce = null, confirmed } = sent;
  const words = seen.days.flatMap(({ day, kind, name, news }) =>
    news === "same" ? [] : [{ region: seen.region, day, kind, name, source, inForce, confirmed: confirmed === "yes" }],
  );
  return words.length === 0 ? done(0) : store.tell(words, actor.id, now());
}

type Import = Omit<z.output<typeof importForm>, "step">;
type Known = (name: string) => string | undefined;
type Name = string | Localized;

/** A name as it is kept: its code, or the same words in all languages until somebody writes the others. */
function nameOf(written: string, known: Known, was: Name | undefined): Name {
  if (written === "") return was ?? "";
  return known(written) ?? { "zh-Hans": written, "zh-Hant": written, en: written, pt: written };
}

function same4(one: Name, other: Name): boolean {
  if (typeof one === "string" || typeof other === "string") return one === other;
  return (["zh-Hans", "zh-Hant", "en", "pt"] as const).every((locale) => one[locale] === other[locale]);
}

/** The latest word about each day, whether in force yet or not. */
function latest(told: store.Told[]): store.Told[] {
  return [...new Map(told.map((one) => [one.day, one])).values()];
}

function yearsOf(told: store.Told[], shown: number): number[] {
  const years = new Set([shown, ...told.map(({ day }) => Number(day.slice(0, 4)))]);
  return [...years].toSorted((one, other) => one - other);
}

function daysOf(year: number): string[] {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = addDays(day, 1)) days.push(day);
  return days;
}
