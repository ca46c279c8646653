import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach } from "vitest";
import { find } from "~/domain/catalogue/finding.server";
import { forgetNames } from "~/domain/catalogue/known.server";
import { refreshSearch } from "~/domain/catalogue/indexing.server";
import { loadContent } from "~/domain/catalogue/loading.server";
import { emptyEntry } from "~/domain/catalogue/entry";
import { locales, type Locale } from "~/domain/kernel/locale";
import type { Role } from "~/domain/kernel/actor";
import { db } from "~/platform/db/client";
import * as check from "~/routes/editor/check";
import * as draft from "~/routes/editor/draft";
import * as entry from "~/routes/editor/entry";
import * as facts from "~/routes/editor/facts";
import * as fresh from "~/routes/editor/new";
import * as step from "~/routes/editor/step";
import * as text from "~/routes/editor/text";
import * as withdrawal from "~/routes/editor/withdrawal";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, signedInAs, visit } from "../enquiry/visit";

type Fields = Record<string, string>;
export const desks = ["editor", "translator", "one", "two", "three"] as const;
export type Cast = Record<(typeof desks)[number], { cookie: string; id: string; email: string }>;

/** An editor, a translator and three reviewers, each with the cookie of their session. */
export async function aDesk(): Promise<Cast> {
  const somebody = async (role: Role) => {
    const { id, email, token } = await aPerson({ role, locale: "en" });
    return { id, email, cookie: await signedInAs(token) };
  };
  return {
    editor: await somebody("editor"),
    translator: await somebody("translator"),
    one: await somebody("reviewer"),
    two: await somebody("reviewer"),
    three: await somebody("reviewer"),
  };
}

const nobody = { cookie: "", id: "", email: "" };
/** Who works in the tests of a file that begins `onAFreshDesk`. */
export const cast: Cast = { editor: nobody, translator: nobody, one: nobody, two: nobody, three: nobody };

/** A database of its own for a file, and before each test no draft, and the entries that the portal comes with: a bridge, and a school that is related to it. */
export function onAFreshDesk(): void {
  beforeAll(async () => {
    await freshDatabase();
    Object.assign(cast, await aDesk());
  });
  beforeEach(async () => {
    await db().draft.deleteMany();
    await db().heldEntry.deleteMany();
    await withContent([anEntry("bridge", "Bridge", ["端芬"]), { ...anEntry("school", "School"), related: ["bridge"] }]);
  });
}

const each = (words: string) => ({ "zh-Hans": words, "zh-Hant": words, en: words, pt: words });

/** An entry as content comes with the portal: of a kind, called so in all four languages. */
export function anEntry(slug: string, name = slug, places: string[] = []) {
  const sources = [{ id: "public-reading", note: null }];
  return { ...emptyEntry(slug, "project"), names: each(name), summary: each(`${name}.`), sources, places };
}

/** Has the portal come with these entries, and with two places of one name. */
export async function withContent(entries: unknown[]): Promise<void> {
  const place = (slug: string, hans: string, name: string) => ({
    slug,
    code: null,
    type: "town",
    parent: null,
    names: { "zh-Hans": hans, "zh-Hant": hans, en: name, pt: name },
    pinyin: name.toLowerCase(),
    readings: [],
    jyutping: "",
    spellings: [],
    unconfirmed: false,
    notes: null,
  });
  const places = [
    place("baisha-a", "白沙", "Baisha"),
    place("baisha-b", "白沙", "Baisha"),
    place("duanfen", "端芬", "Duanfen"),
  ];
  const none = { figures: [], surnames: [], divisions: { towns: [], villages: [] } };
  await loadContent({ entries, places, ...none });
}

const send =
  (action: (args: ReturnType<typeof visit>) => Promise<unknown>, name: "reference" | "slug") =>
  (who: { cookie: string }, about: string, body: Fields, language = "") =>
    answerOf(action(visit({ params: { [name]: about, language }, cookie: who.cookie, body })));

/** The forms of the room, sent as somebody about a draft or an entry. */
export const forms = {
  begin: send(entry.action, "slug"),
  withdraw: send(withdrawal.action, "slug"),
  write: send(text.action, "reference"),
  describe: send(facts.action, "reference"),
  step: send(step.action, "reference"),
  check: send(check.action, "reference"),
};

export const rowOf = (reference: string) =>
  db().draft.findUniqueOrThrow({ where: { reference }, include: { events: { orderBy: { version: "asc" } } } });
export const versionOf = async (reference: string) => String((await rowOf(reference)).version);

/** The page of a draft as somebody sees it. */
export const seenBy = (who: { cookie: string }, reference: string) =>
  draft.loader(visit({ params: { reference }, cookie: who.cookie }));

const referenceIn = (to: string | null) => /GJ-\d{4}-\d{4}/.exec(to ?? "")?.[0] ?? "";

/** Begins a draft of a published entry and gives its reference. */
export async function begun(editor: { cookie: string }, slug: string): Promise<string> {
  return referenceIn((await forms.begin(editor, slug, { requestKey: randomUUID() })).to);
}

/** Begins a draft of an entry that there is none of yet. */
export async function begunNew(editor: { cookie: string }, fields: Fields) {
  const body = { requestKey: randomUUID(), kind: "project", source: "zh-Hans", ...fields };
  const answer = await answerOf(fresh.action(visit({ cookie: editor.cookie, body })));
  return { ...answer, reference: referenceIn(answer.to) };
}

/** The version that the form of a text carries as it is opened now. */
export async function seenText(who: { cookie: string }, reference: string, language: Locale): Promise<string> {
  const { view } = await seenBy(who, reference);
  return String(view.seen.texts[language]);
}

/** Writes one language, as its page is opened now. */
export async function written(who: { cookie: string }, reference: string, language: Locale, name: string, body = "") {
  const seen = await seenText(who, reference, language);
  return forms.write(who, reference, { seen, name, summary: `${name}.`, body }, language);
}

export async function writtenInAll(editor: { cookie: string }, reference: string, name: string): Promise<void> {
  for (const language of locales) await written(editor, reference, language, name);
}

export async function stepped(who: { cookie: string }, reference: string, verdict: string) {
  return forms.step(who, reference, { verdict, seen: await versionOf(reference) });
}

/** Passes the check that a draft waits for; the third publishes. */
export async function passed(who: { cookie: string }, reference: string) {
  const { view } = await seenBy(who, reference);
  const verdict = view.draft.state === "third_check" ? "publish" : "pass";
  const against = view.against ?? "";
  return forms.check(who, reference, { verdict, against, answered: "yes", seen: String(view.draft.version) });
}

/** Takes a complete draft through its three checks. */
export async function published({ editor, one, two, three }: Cast, reference: string): Promise<void> {
  await stepped(editor, reference, "submit");
  for (const who of [one, two, three]) await passed(who, reference);
}

/** What an entry is called in English as it is published now; null: it is not. */
export const nameOf = async (slug: string) => {
  const row = await db().entry.findUnique({ where: { slug } });
  return (row?.content as { names?: { en?: string } } | undefined)?.names?.en ?? null;
};

/** What the search has of this name, once the worker has done its job. */
export async function searched(slug: string, named: string): Promise<string[]> {
  await refreshSearch(`entry:${slug}`);
  forgetNames();
  const { hits } = await find({ text: named, locale: "en", limit: 20, offset: 0 });
  return hits.map((hit) => `${hit.kind}:${hit.slug}`);
}
