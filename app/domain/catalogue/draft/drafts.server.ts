import { emptyEntry, type EntryKind } from "~/domain/catalogue/entry";
import { holds, type Person } from "~/domain/kernel/actor";
import type { Locale } from "~/domain/kernel/locale";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { namesOf } from "~/domain/person/person.server";
import { now } from "~/platform/clock";
import { env } from "~/platform/env";
import { concerns, gapsOf, noteOf, says, seenOf, step, type Command, type Draft, type State } from "./draft";
import { lettersAfter, telling } from "./letters";
import { placeNames, placesNamed } from "./places.server";
import { findEntry } from "./entry-store.server";
import { desk, may, permitted, waitsFor } from "./policy";
import * as people from "./people-store.server";
import * as store from "./store.server";

/** What an editor begins: a change of an entry that is published, or an entry of which there is none yet. */
export type Wish = { requestKey: string; slug: string } & ({ kind: EntryKind; source: Locale } | { kind?: never });

/** Begins a draft and gives its reference; sent twice it is one. Refused as a conflict where the key is taken. */
export async function begin(actor: Person, { requestKey, slug, ...wish }: Wish): Promise<Result<string>> {
  if (!may(actor, "begin", null)) return refuse("forbidden");
  const isNew = wish.kind !== undefined;
  const own = { requestKey, slug, source: isNew ? wish.source : ("zh-Hans" as const), by: actor.id, at: now() };
  return store.begin(own, (entry) => {
    if (isNew) return entry ? refuse("conflict") : done(emptyEntry(slug, wish.kind));
    return entry ? done(entry.content) : refuse("not_found");
  });
}

/** Takes an entry off the portal at once, and gives the reference under which it is kept; sent twice it is done once. */
export async function withdraw(
  actor: Person,
  slug: string,
  sent: { requestKey: string; words: string },
): Promise<Result<string>> {
  if (!may(actor, "withdraw", null)) return refuse("forbidden");
  return store.withdraw({ ...sent, slug, by: actor.id, at: now() });
}

/** A published entry that an editor may change or withdraw, with the draft of it that is under way; null: not found. */
export async function entryToChange(actor: Person, slug: string, locale: Locale) {
  const entry = may(actor, "begin", null) ? await findEntry(slug) : null;
  if (!entry) return null;
  const { kind, names } = entry.content;
  return { slug, kind, title: names[locale], open: await store.openOf(slug) };
}

/** Of what a search found, the entries that editors may change: what members submitted is theirs. */
export async function changeable(hits: { slug: string; title: string }[]): Promise<{ slug: string; title: string }[]> {
  const entries = await store.entriesAmong(hits.map(({ slug }) => slug));
  return hits.flatMap(({ slug, title }) => (entries.has(slug) ? [{ slug, title }] : []));
}

/** One page of drafts in these states, each with what it lacks and whether it waits for the actor. */
export async function listFor(actor: Person, states: readonly State[], number: number) {
  if (!may(actor, "list", null)) return null;
  await store.noteLook(lookingAs(actor), "draft.list", "");
  const page = await store.list(states, number);
  const items = page.items.map(({ draft, events, updatedAt }) => ({
    reference: draft.reference,
    kind: draft.content.kind,
    title: titleOf(draft),
    source: draft.source,
    state: draft.state,
    updatedAt,
    yours: waitsFor(actor, { draft, events }),
  }));
  return { ...page, items };
}

function titleOf({ content, source }: Draft): string {
  return content.names[source] || content.slug;
}

export type View = NonNullable<Awaited<ReturnType<typeof read>>>;

/** A draft as it stands, beside the entry as it is published, with what it lacks and what the actor may do now; null: not found. */
export async function read(actor: Person, reference: string, locale: Locale) {
  const found = may(actor, "read", null) ? await store.find(reference) : null;
  if (!found) return null;
  await store.noteLook(lookingAs(actor), "draft.read", reference);
  const { draft, events, entry } = found;
  const [names, placeName] = [await namesOf(events.map(({ actorId }) => actorId)), await placeNames(locale)];
  const can = permitted(actor, found);
  return {
    draft,
    title: titleOf(draft),
    entry: entry?.content ?? null,
    against: entry?.updatedAt.toISOString() ?? null,
    gaps: gapsOf(draft, events),
    places: draft.content.places.map(placeName),
    placesPublished: (entry?.content.places ?? []).map(placeName),
    events: events.map(({ actorId, ...rest }) => ({ ...rest, by: names[actorId] || "–" })),
    seen: {
      step: seenOf(draft, events, { verb: "submit" }),
      facts: seenOf(draft, events, { verb: "describe" }),
      texts: {
        "zh-Hans": seenOf(draft, events, { verb: "write", language: "zh-Hans" }),
        "zh-Hant": seenOf(draft, events, { verb: "write", language: "zh-Hant" }),
        en: seenOf(draft, events, { verb: "write", language: "en" }),
        pt: seenOf(draft, events, { verb: "write", language: "pt" }),
      },
    },
    can: { ...can, revive: can.revive && isFree(found) },
  };
}

const isFree = ({ entry, busy }: Pick<store.Found, "entry" | "busy">) => entry === null && !busy;

/**
 * Does something to a draft: one read, one pure step, one transaction. `seen` is the version of what the command is
 * about that was on the page: where that has changed since it is a conflict, unless the same person already did the
 * very same from that page. Refused `invalid` where a place is not known, or what is submitted is not complete.
 */
export async function act(actor: Person, reference: string, wish: Command, seen: number): Promise<Result<Draft>> {
  const command = await withPlaces(wish);
  if (!command) return refuse("invalid");
  const at = now();
  const readers = telling.includes(command.verb) ? await people.readers(at) : [];
  return store.change(reference, (found) => {
    const { draft, events, entry } = found;
    const note = noteOf(command);
    const late = seen === seenOf(draft, events, command) ? null : repeated(found, actor, command, seen);
    if (late?.ok) return late;
    if (!may(actor, command.verb, found, note.language ?? undefined)) return refuse("forbidden");
    if (late) return late;
    if (command.verb === "revive" && !isFree(found)) return refuse("wrong_state");
    if (command.verb === "publish" && command.against !== (entry?.updatedAt.toISOString() ?? null))
      return refuse("conflict");
    const stepped = step(draft, events, command);
    if (!stepped.ok) return stepped;
    const next = stepped.value;
    const event = { ...note, actorId: actor.id, at };
    const letters = lettersAfter(next, [...events, { ...event, version: next.version }], readers, env().BASE_URL);
    return done({ next, event, letters, part: partOf(actor, command) });
  });
}

/** Nothing to do, when this person did exactly this to what they saw; otherwise a conflict. */
function repeated({ draft, events }: store.Found, actor: Person, command: Command, seen: number): Result<null> {
  const deed = events.find((one) => one.version > seen && concerns(one, command, draft.source));
  const { verb, language, words } = noteOf(command);
  const same = deed?.verb === verb && deed.language === language && deed.words === words;
  return same && deed.actorId === actor.id && says(draft, command) ? done(null) : refuse("conflict");
}

async function withPlaces(command: Command): Promise<Command | null> {
  if (command.verb !== "describe") return command;
  const places = await placesNamed(command.facts.places);
  return places && { ...command, facts: { ...command.facts, places } };
}

function lookingAs(actor: Person) {
  return { id: actor.id, part: desk.find((role) => holds(actor, role)) ?? "editor" };
}

function partOf(actor: Person, { verb }: Command): store.Change["part"] {
  if (verb === "return" || verb === "pass" || verb === "publish") return "reviewer";
  return holds(actor, "editor") ? "editor" : "translator";
}
