import type { Person } from "~/domain/kernel/actor";
import { locales } from "~/domain/kernel/locale";
import { dayNames, inLieu } from "~/domain/calendar/calendar";
import { lookAt, readDay, takeIn } from "~/domain/calendar/desk.server";
import { calendarMost, importForm } from "~/domain/calendar/form";
import { namesOf } from "~/domain/person/person.server";
import { faultOf, parseForm, type FormFaults } from "~/http/form/form";
import { words } from "~/platform/i18n/i18n";

/** One day with the names of those who said what it is. */
export async function readDayPage(actor: Person, region: string | undefined, day: string | undefined) {
  const found = await readDay(actor, region, day);
  return found && { ...found, names: await namesOf(found.words.map(({ changedById }) => changedById)) };
}

type Looked = NonNullable<Awaited<ReturnType<typeof lookAt>>>;
/** What a calendar would change is there once the form itself is right. */
export type Seen = FormFaults & { looked: Looked | null };
type ImportAnswer = { taken: number; region: Looked["region"]; year: string } | Seen;

/**
 * What a form that brings a calendar comes to: taken in, looked at, or faults. A file chosen counts before what was
 * pasted, and stands in the page afterwards, so that taking it in needs no second choosing.
 */
export async function importCalendar(actor: Person, form: FormData): Promise<ImportAnswer> {
  const file = form.get("file");
  form.delete("file");
  if (file instanceof File && file.size > 0) {
    if (file.size > calendarMost * 3) return { ...faultOf("file", "too_long", form), looked: null };
    form.set("text", new TextDecoder().decode(await file.arrayBuffer()));
  }
  const parsed = parseForm(importForm, form);
  if (!parsed.ok) return { ...parsed, looked: null };
  const { step, ...sent } = parsed.value;
  const { typed } = faultOf("text", "bad_value", form);
  const looked = await lookAt(actor, sent, codeOf);
  if (step === "take" && looked?.faults.length === 0) {
    const taken = await takeIn(actor, sent, codeOf);
    if (taken.ok) return { taken: taken.value, region: sent.region, year: looked.days[0]?.day.slice(0, 4) ?? "" };
  }
  return { faults: {}, typed, looked };
}

/** The code of a day's name, as it stands itself or as one of the four languages writes it. */
function codeOf(name: string): string | undefined {
  return codes().get(fold(name));
}

let known: Map<string, string> | undefined;

function codes(): Map<string, string> {
  known ??= new Map(
    dayNames.flatMap((code) => [
      [code, code] as const,
      [inLieu + code, inLieu + code] as const,
      ...locales.flatMap((locale) => {
        const t = words(locale, "calendar");
        const name = t(`name.${code}`);
        return [[fold(name), code] as const, [fold(t("inLieu", { name })), inLieu + code] as const];
      }),
    ]),
  );
  return known;
}

function fold(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/[’']/g, "'");
}
