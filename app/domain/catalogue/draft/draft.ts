import type { Entry } from "~/domain/catalogue/entry";
import { locales, type Locale } from "~/domain/kernel/locale";
import { done, refuse, type Result } from "~/domain/kernel/refusal";

/**
 * The life of a draft (稿件) of an entry: written in four languages, then checked three times (三审) before it is
 * published. A published entry may be withdrawn again; what comes back goes through all three checks anew.
 */
export const states = [
  "draft",
  "first_check",
  "second_check",
  "third_check",
  "published",
  "withdrawn",
  "dropped",
] as const;
export type State = (typeof states)[number];

export const checks = ["first_check", "second_check", "third_check"] as const satisfies State[];

/** States in which somebody has something to do with a draft: an entry has one of these at most. */
export const underWay: readonly State[] = ["draft", ...checks];

export type Draft = {
  id: string;
  reference: string;
  /** The language that it is written in first; the others are translations of it. */
  source: Locale;
  content: Entry;
  state: State;
  version: number;
};

/** What a draft says in one language. */
export type Text = { name: string; summary: string; body: string[] };

/** What a draft says in no language: facts for the filters and the page's margin. `cited` is where they are from. */
export type Facts = Pick<Entry, "function" | "year" | "state" | "unconfirmed" | "aliases" | "places"> & {
  searchWords: string[];
  start: string | null;
  end: string | null;
  cited: string | null;
};

/** What somebody does to a draft. */
export type Command =
  | { verb: "write"; language: Locale; text: Text }
  | { verb: "describe"; facts: Facts }
  | { verb: "submit" }
  | { verb: "recall" }
  | { verb: "drop" }
  | { verb: "revive" }
  | { verb: "return"; words: string }
  | { verb: "pass" }
  /** `against` is when the entry that the reviewer compared it with was last changed; null where there was none. */
  | { verb: "publish"; against: string | null };
export type Verb = Command["verb"];

/** One step of its history, as it is kept. `language` says which text was written, `words` why it was returned or withdrawn. */
export type Happened = {
  version: number;
  verb: Verb | "begin" | "withdraw";
  actorId: string;
  at: Date;
  language: Locale | null;
  words: string | null;
};

/** What the history keeps of a command besides who did it, and when. */
export function noteOf(command: Command): Pick<Happened, "verb" | "language" | "words"> {
  return {
    verb: command.verb,
    language: command.verb === "write" ? command.language : null,
    words: command.verb === "return" ? command.words : null,
  };
}

/** From which states each verb leads on. A verb that is not possible is refused, whoever asks. */
export const possible: Record<Verb, readonly State[]> = {
  write: ["draft"],
  describe: ["draft"],
  submit: ["draft"],
  recall: checks,
  drop: ["draft"],
  revive: ["withdrawn"],
  return: checks,
  pass: ["first_check", "second_check"],
  publish: ["third_check"],
};

/** What keeps a draft from its checks: a text that is empty, half, or older than the one it translates; no source named. */
export type Gap = { what: "empty" | "half" | "older"; language: Locale } | { what: "unsourced" };

/** At which version of the draft each language was last written, or looked over and kept; 0: as it came. */
export function writtenAt(events: readonly Happened[]): Record<Locale, number> {
  const at: Record<Locale, number> = { "zh-Hans": 0, "zh-Hant": 0, en: 0, pt: 0 };
  for (const { verb, language, version } of events) if (verb === "write" && language) at[language] = version;
  return at;
}

export function gapsOf({ content, source }: Draft, events: readonly Happened[]): Gap[] {
  const at = writtenAt(events);
  const hasBody = locales.some((language) => content.body[language].length > 0);
  const gaps = locales.flatMap((language): Gap[] => {
    if (!content.names[language] || !content.summary[language]) return [{ what: "empty", language }];
    if (hasBody && content.body[language].length === 0) return [{ what: "half", language }];
    return at[language] < at[source] ? [{ what: "older", language }] : [];
  });
  return content.sources.length > 0 ? gaps : [...gaps, { what: "unsourced" }];
}

/** Who wrote any of it, or stood in for it: none of them checks it. */
export function handsOf(events: readonly Happened[]): string[] {
  const own: readonly Happened["verb"][] = ["pass", "publish", "return"];
  return [...new Set(events.flatMap(({ verb, actorId }) => (own.includes(verb) ? [] : [actorId])))];
}

/** Who has passed it since it was last submitted: each check is another person's. */
export function checkersOf(events: readonly Happened[]): string[] {
  const round = events.slice(events.findLastIndex(({ verb }) => verb === "submit") + 1);
  return round.flatMap(({ verb, actorId }) => (verb === "pass" ? [actorId] : []));
}

/** The draft after a command; refused when the command does not fit the state, or the draft is not complete. */
export function step(now: Draft, events: readonly Happened[], command: Command): Result<Draft> {
  if (!possible[command.verb].includes(now.state)) return refuse("wrong_state");
  if (command.verb === "submit" && gapsOf(now, events).length > 0) return refuse("invalid");
  return done({ ...now, ...changeOf(now, events, command), version: now.version + 1 });
}

function changeOf(now: Draft, events: readonly Happened[], command: Command): Partial<Draft> {
  switch (command.verb) {
    case "write":
      return { content: withText(now.content, command.language, command.text) };
    case "describe":
      return { content: withFacts(now.content, command.facts) };
    case "submit":
      return { state: "first_check" };
    case "pass":
      return { state: now.state === "first_check" ? "second_check" : "third_check" };
    case "publish":
      return { state: "published" };
    case "recall":
    case "return":
    case "revive":
      return { state: "draft" };
    case "drop":
      // What was taken off the portal stays known as withdrawn, so that it can still be put back.
      return { state: events.some(({ verb }) => verb === "withdraw") ? "withdrawn" : "dropped" };
  }
}

function withText(content: Entry, language: Locale, { name, summary, body }: Text): Entry {
  return {
    ...content,
    names: { ...content.names, [language]: name },
    summary: { ...content.summary, [language]: summary },
    body: { ...content.body, [language]: body },
  };
}

export function textOf({ names, summary, body }: Entry, language: Locale): Text {
  return { name: names[language], summary: summary[language], body: body[language] };
}

/** The source that editors cite themselves, beside those that an entry came with. */
export const citedSource = "cited";

function withFacts(content: Entry, { start, end, cited, ...facts }: Facts): Entry {
  const others = content.sources.filter(({ id }) => id !== citedSource);
  const note = cited === null ? null : { "zh-Hans": cited, "zh-Hant": cited, en: cited, pt: cited };
  return {
    ...content,
    ...facts,
    dates: { ...content.dates, start, end },
    sources: note ? [...others, { id: citedSource, note }] : others,
  };
}

export function factsOf({ dates: { start, end }, sources, searchWords = [], ...entry }: Entry): Facts {
  const { function: fn, year, state, unconfirmed, aliases, places } = entry;
  const cited = sources.find(({ id }) => id === citedSource)?.note?.["zh-Hans"] ?? null;
  return { function: fn, year, state, unconfirmed, aliases, searchWords, places, start, end, cited };
}

/**
 * What is published of a draft: its texts and facts, upon the entry as it stands by then. What drafts do not change (steps,
 * units, figures, relations) may have been corrected since it was begun.
 */
export function upon(current: Entry | null, draft: Entry): Entry {
  const { names, summary, body } = draft;
  return withFacts({ ...(current ?? draft), names, summary, body }, factsOf(draft));
}

/**
 * The version that a form is about. Each text is changed apart from the others, and a translation together with what it
 * translates, so that four people may write at the same time; everything else is about the draft as it stands.
 */
export function seenOf(draft: Pick<Draft, "source" | "version">, events: readonly Happened[], about: About): number {
  const last = events.findLast((one) => concerns(one, about, draft.source));
  if (about.verb === "write" || about.verb === "describe") return last?.version ?? 0;
  return draft.version;
}

type About = { verb: Exclude<Verb, "write"> } | { verb: "write"; language: Locale };

/** Whether a step changed what a command is about. */
export function concerns(
  { verb, language }: Pick<Happened, "verb" | "language">,
  about: About,
  source: Locale,
): boolean {
  if (about.verb === "describe") return verb === "describe";
  if (about.verb !== "write") return true;
  return verb === "write" && (language === about.language || language === source);
}

/** Whether the draft already says what the command would have it say. */
export function says({ content }: Draft, command: Command): boolean {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  if (command.verb === "write") return same(textOf(content, command.language), command.text);
  return command.verb !== "describe" || same(factsOf(content), factsOf(withFacts(content, command.facts)));
}
