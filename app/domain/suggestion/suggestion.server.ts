import { isLocale, type Locale } from "~/domain/kernel/locale";
import { holds, type Person, type Role } from "~/domain/kernel/actor";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { now } from "~/platform/clock";
import { env } from "~/platform/env";
import { dropFile, keepFile } from "~/platform/files/files";
import type { Letter } from "~/platform/mail/mail";
import { addMonths, chinaDay, mayBeDue, replyMonths } from "./due";
import { may, permitted, scopeOf } from "./policy";
import * as store from "./store.server";
import { overdue, step, type Command, type State, type Suggestion, type Text } from "./suggestion";

export type Upload = { name: string; type: string; bytes: Uint8Array };

/** Submits a member's suggestion and gives its reference. The same request key again gives the same reference. */
export async function submit(
  actor: Person,
  requestKey: string,
  text: Text,
  uploads: Upload[],
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
  const own = { requestKey, authorId: actor.id, series: `suggestion-${chinaDay(at).slice(0, 4)}`, at, files };
  const author = await store.authorOf(actor.id);
  try {
    return done(await store.create(text, own, (reference) => letterTo(author, "submitted", reference, 1, "member")));
  } catch (error) {
    await Promise.all(files.map(({ storageKey }) => dropFile(storageKey)));
    const first = await store.findByRequestKey(requestKey, actor.id);
    if (first) return done(first);
    throw error;
  }
}

/** One page of what the actor sees in this role, with what is overdue today. */
export async function listFor(
  actor: Person,
  role: "member" | "committee" | "unit",
  states: State[] | null,
  number: number,
) {
  const page = await store.list(scopeFor(actor, role), states, number);
  const today = chinaDay(now());
  return { ...page, items: page.items.map((item) => ({ ...item, overdue: overdue(item, today) })) };
}

export type View = NonNullable<Awaited<ReturnType<typeof read>>>;

/** A suggestion as the actor may see it in this role, with all its steps and what may be done now; null: not found. */
export async function read(actor: Person, role: "member" | "committee" | "unit", reference: string) {
  const found = await store.find(reference, scopeFor(actor, role));
  if (!found) return null;
  const { suggestion, files, events, author } = found;
  const [units, today] = [await store.units(), chinaDay(now())];
  return {
    suggestion,
    files,
    author: role === "unit" || role === "committee" ? author.name : null,
    events: events.map(({ verb, at, particulars, words, actorRole }) => ({
      verb,
      at,
      words,
      actorRole,
      particulars: recordOf(particulars),
    })),
    units,
    overdue: overdue(suggestion, today),
    dueSuggested: addMonths(today, replyMonths),
    can: permitted(actor, suggestion),
  };
}

/** Does something to a suggestion in one role: one scoped read, one pure step, one transaction. */
export async function act(
  actor: Person,
  role: "member" | "committee" | "unit",
  reference: string,
  command: Command,
): Promise<Result<Suggestion>> {
  const found = await store.find(reference, scopeFor(actor, role));
  if (!found) return refuse("not_found");
  if (!may(actor, command.verb, found.suggestion)) return refuse("forbidden");
  const at = now();
  if (command.verb === "assign" && !(await assignable(command, found.suggestion, at))) return refuse("invalid");
  const stepped = step(found.suggestion, command, at);
  if (!stepped.ok) return stepped;
  const { next, event } = stepped.value;
  return store.save(next, {
    event,
    actorId: actor.id,
    actorRole: role,
    at,
    letters: await lettersAbout(next, command, found.author),
  });
}

/** A file of a suggestion that the actor may see, or null. */
export async function fileFor(actor: Person, id: string) {
  return /^[0-9a-f-]{36}$/.test(id) ? store.findFile(id, scopeOf(actor)) : null;
}

async function assignable(
  { unit, dueOn }: { unit: string; dueOn: string },
  suggestion: Suggestion,
  at: Date,
): Promise<boolean> {
  const units = await store.units();
  return (
    units.some(({ slug }) => slug === unit) && mayBeDue(dueOn, chinaDay(at), chinaDay(suggestion.assignedAt ?? at))
  );
}

/** Only what this role lets the actor see: a clerk who is also a member keeps the two apart. */
function scopeFor(actor: Person, role: Role) {
  const grants = actor.grants.filter((grant) => grant.role === role);
  return scopeOf(holds(actor, role) ? { ...actor, grants } : null);
}

type Reader = { id: string; email: string; locale: string };
const toAuthor = { return: "returned", refuse: "not_taken", assign: "assigned_member", reply: "replied" } as const;

async function lettersAbout(next: Suggestion, command: Command, author: Reader): Promise<Letter[]> {
  const { verb } = command;
  const own = isOwn(verb) ? [letterTo(author, toAuthor[verb], next.reference, next.version, "member")] : [];
  const told = verb === "assign" || verb === "rate" ? await store.officersOf(next.unitSlug ?? "") : [];
  const template = verb === "assign" ? "assigned_unit" : "rated";
  return [...own, ...told.map((officer) => letterTo(officer, template, next.reference, next.version, "unit"))];
}

function isOwn(verb: string): verb is keyof typeof toAuthor {
  return verb in toAuthor;
}

function letterTo(
  reader: Reader,
  template: string,
  reference: string,
  version: number,
  desk: "member" | "unit",
): Letter {
  const locale: Locale = isLocale(reader.locale) ? reader.locale : "zh-Hans";
  const link = `${env().BASE_URL}/${locale}/${desk}/suggestions/${reference}`;
  return {
    dedupeKey: `${reference}:${version}:${template}:${reader.id}`,
    recipient: reader.email,
    locale,
    template,
    params: { reference, link },
  };
}

function recordOf(value: unknown): Record<string, string> {
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.map(([key, one]) => [key, String(one)]));
}
