import { workingDaysOf } from "~/domain/calendar/calendar.server";
import { addDays, chinaDay, monthsLater } from "~/domain/calendar/days";
import { holds, type Person, type Role } from "~/domain/kernel/actor";
import { isKey } from "~/domain/kernel/key";
import type { Locale } from "~/domain/kernel/locale";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { valueAt, valueOn } from "~/domain/setting/setting";
import { valuesNow, wordsOnSettings } from "~/domain/setting/setting.server";
import { now } from "~/platform/clock";
import { env } from "~/platform/env";
import { dropFile, keepFile } from "~/platform/files/files";
import type { Letter } from "~/platform/mail/mail";
import { lastDue, mayBeDue, type Rules } from "./due";
import { historyOf, recordOf } from "./rows";
import { letterOf, toAuthor, toCommittee, type Reader, type Told } from "./letters";
import { nextOf, turnOf } from "./next";
import { may, permitted, scopeOf } from "./policy";
import * as store from "./store.server";
import {
  noteOf,
  overdue,
  ratingOf,
  step,
  type Command,
  type State,
  type Suggestion,
  type Text,
  type Verb,
} from "./suggestion";

/** In which role somebody looks at suggestions. */
export type Desk = "member" | "committee" | "unit" | "supervision";

export type Upload = { name: string; type: string; bytes: Uint8Array };

/**
 * Submits a member's suggestion and gives its reference. The same request key again gives the same reference. `shown` is
 * the language in which the form asked for consent.
 */
export async function submit(
  actor: Person,
  requestKey: string,
  text: Text,
  uploads: Upload[],
  shown: Locale,
): Promise<Result<string>> {
  if (!may(actor, "submit", null)) return refuse("forbidden");
  const known = await store.findByRequestKey(requestKey, actor.id);
  if (known) return done(known);
  const at = now();
  const files = await Promise.all(
    uploads.map(async ({ name, type, bytes }) => ({
      name,
      type,
      size: bytes.length,
      storageKey: await keepFile(bytes),
    })),
  );
  const own = { requestKey, shown, authorId: actor.id, series: `suggestion-${chinaDay(at).slice(0, 4)}`, at, files };
  const told: Told[] = [
    { reader: await store.authorOf(actor.id), desk: "member", template: "submitted" },
    ...(await committeeTold("submit", at)),
  ];
  try {
    return done(await store.create(text, own, (reference) => lettersOf({ reference, version: 1 }, told)));
  } catch (error) {
    await Promise.all(files.map(({ storageKey }) => dropFile(storageKey)));
    const first = await store.findByRequestKey(requestKey, actor.id);
    if (first) return done(first);
    throw error;
  }
}

/** One page of what the actor sees in this role, with what is overdue today and what waits for this role. */
export async function listFor(actor: Person, role: Desk, states: State[] | null, number: number) {
  const page = await store.list(scopeFor(actor, role), states, number);
  const shown = { page: number, ...(states && { states: states.join(":") }) };
  if (role !== "member") await store.noteLook({ id: actor.id, part: role }, "suggestion.list", "", shown);
  const today = chinaDay(now());
  const items = page.items.map((item) => ({
    ...item,
    overdue: overdue(item, today),
    yours: turnOf(item.state) === role,
  }));
  return { ...page, items };
}

export type View = NonNullable<Awaited<ReturnType<typeof read>>>;

/** A suggestion as the actor may see it in this role, with all its steps and what may be done now; null: not found. */
export async function read(actor: Person, role: Desk, reference: string) {
  const found = await store.find(reference, scopeFor(actor, role));
  if (!found) return null;
  const { suggestion, files, events, author } = found;
  const { state } = suggestion;
  if (role !== "member") await store.noteLook({ id: actor.id, part: role }, "suggestion.read", reference, { state });
  const [units, words, today] = [await store.units(), await wordsOnSettings(), chinaDay(now())];
  const since = events.at(-1)?.at ?? suggestion.submittedAt;
  return {
    role,
    suggestion,
    files,
    author: role === "member" ? null : author.name,
    events: historyOf(events),
    units,
    rating: ratingOf(suggestion),
    overdue: overdue(suggestion, today),
    next: nextOf(suggestion, since, valueAt(words, "ruling_days", since)),
    due: {
      suggested: monthsLater(today, valueOn(words, "reply_months", today)),
      first: addDays(today, 1),
      last: lastDue(today),
      again: valueOn(words, "second_reply_months", today),
    },
    can: permitted(actor, suggestion),
  };
}

type Found = NonNullable<Awaited<ReturnType<typeof store.find>>>;

/**
 * Does something to a suggestion in one role: one scoped read, one pure step, one transaction. `seen` is the version
 * that was on the page: where the suggestion has moved on since, it is a conflict, unless the same person already did
 * the very same from that page. A form sent twice is thus done once and answered alike.
 */
export async function act(
  actor: Person,
  role: Desk,
  reference: string,
  command: Command,
  seen?: number,
): Promise<Result<Suggestion>> {
  const found = await store.find(reference, scopeFor(actor, role));
  if (!found) return refuse("not_found");
  if (!may(actor, command.verb, found.suggestion)) return refuse("forbidden");
  const { version } = found.suggestion;
  if (seen !== undefined && seen !== version) return repeated(found, actor, command, seen);
  const at = now();
  if (command.verb === "assign" && !(await assignable(command, at))) return refuse("invalid");
  const stepped = step(found.suggestion, command, at, await rulesNow());
  if (!stepped.ok) return stepped;
  const { next, event } = stepped.value;
  const letters = lettersOf(next, await toldOf(found, next, command, at));
  const shown = command.verb === "revise" ? (command.shown ?? next.locale) : next.locale;
  const saved = await store.save(next, { event, shown, actorId: actor.id, actorRole: role, at, letters });
  if (saved.ok || seen === undefined) return saved;
  const again = await store.find(reference, scopeFor(actor, role));
  return again ? repeated(again, actor, command, seen) : saved;
}

/** What was done already, when this person did exactly this to the version that they saw; otherwise a conflict. */
function repeated({ suggestion, events }: Found, actor: Person, command: Command, seen: number): Result<Suggestion> {
  const deed = events.find(({ version }) => version === seen + 1);
  if (deed?.verb !== command.verb || deed.actorId !== actor.id) return refuse("conflict");
  const { particulars, words } = noteOf(command);
  const kept = recordOf(deed.particulars);
  const same = deed.words === words && Object.entries(particulars).every(([key, value]) => kept[key] === value);
  const text = command.verb === "revise" ? Object.entries(command.text) : [];
  const written = new Map<string, unknown>(Object.entries(suggestion));
  return same && text.every(([key, value]) => written.get(key) === value) ? done(suggestion) : refuse("conflict");
}

/** A file of a suggestion that the actor may see, or null. */
export async function fileFor(actor: Person, id: string) {
  const file = isKey(id) ? await store.findFile(id, scopeOf(actor)) : null;
  if (!file) return null;
  const { reference, authorId } = file.suggestion;
  const part = (["committee", "supervision"] as const).find((one) => holds(actor, one)) ?? "unit";
  if (authorId !== actor.id) await store.noteLook({ id: actor.id, part }, "suggestion.file", reference, { file: id });
  return file;
}

async function rulesNow(): Promise<Rules> {
  const [calendar, valueOf] = await Promise.all([workingDaysOf("jiangmen"), valuesNow()]);
  return { calendar, acceptDays: valueOf("accept_days"), secondReplyMonths: valueOf("second_reply_months") };
}

async function assignable({ unit, dueOn }: { unit: string; dueOn: string }, at: Date): Promise<boolean> {
  const units = await store.units();
  return units.some(({ slug, open }) => slug === unit && open) && mayBeDue(dueOn, chinaDay(at));
}

/** Only what this role lets the actor see: a clerk who is also a member keeps the two apart. */
function scopeFor(actor: Person, role: Role) {
  const grants = actor.grants.filter((grant) => grant.role === role);
  return scopeOf(holds(actor, role) ? { ...actor, grants } : null);
}

/** Who is told of a step: the author of what others do, the next in turn, and a unit that loses the suggestion. */
async function toldOf({ suggestion, author }: Found, next: Suggestion, { verb }: Command, at: Date): Promise<Told[]> {
  const template = toAuthor[verb];
  const told: Told[] = template ? [{ reader: author, desk: "member", template }] : [];
  if (verb === "assign" || verb === "rate")
    told.push(...(await unitTold(next.unitSlug, verb === "assign" ? "assigned_unit" : "rated", at)));
  if (verb === "assign" && suggestion.unitSlug !== null && suggestion.unitSlug !== next.unitSlug)
    told.push(...(await unitTold(suggestion.unitSlug, "given_on", at)).map((one) => ({ ...one, toDesk: true })));
  if (verb === "supervise") told.push(...(await unitTold(next.unitSlug, "supervised", at)));
  return [...told, ...(await committeeTold(verb, at))];
}

async function unitTold(unit: string | null, template: string, at: Date): Promise<Told[]> {
  const readers: Reader[] = unit === null ? [] : await store.holdersOf("unit", unit, at);
  return readers.map((reader) => ({ reader, desk: "unit", template }));
}

async function committeeTold(verb: Verb | "submit", at: Date): Promise<Told[]> {
  if (!toCommittee.includes(verb)) return [];
  const readers = await store.holdersOf("committee", null, at);
  return readers.map((reader) => ({ reader, desk: "committee", template: "committee_turn" }));
}

function lettersOf(about: Pick<Suggestion, "reference" | "version">, told: Told[]): Letter[] {
  return told.map((one) => letterOf(about, one, env().BASE_URL));
}
