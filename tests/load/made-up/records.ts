import type { Entry } from "~/domain/catalogue/entry";
import { locales, type Locale, type Localized } from "~/domain/kernel/locale";
import { givenNames, surnames } from "./family-names";
import { diceOf, uuidOf, type Dice } from "./random";
import { topics } from "./topics";
import * as words from "./words";

/** A real place that records are laid in, with the spellings that families use. */
export type Ground = { slug: string; names: Localized; spellings: string[] };

export type MadeEntry = { entry: Entry; places: string[]; position: number };
export type MadePerson = { id: string; email: string; name: string; nameLatin: string; locale: Locale };
export type MadeSuggestion = {
  id: string;
  reference: string;
  requestKey: string;
  authorId: string;
  locale: Locale;
  title: string;
  matter: string;
  analysis: string;
  measures: string;
  function: string;
  placeSlug: string;
  rating: string;
  submittedAt: string;
};

const number = (n: number) => String(n).padStart(6, "0");
const pick = (four: words.Four, locale: Locale) => four[locales.indexOf(locale)] ?? "";

function fill(four: words.Four, place: Localized, topic: words.Four): words.Four {
  const filled = (locale: Locale) =>
    pick(four, locale)
      .replaceAll("{P}", place[locale])
      .replaceAll("{T}", pick(topic, locale))
      .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return [filled("zh-Hans"), filled("zh-Hant"), filled("en"), filled("pt")];
}

/** Counties are written about most, then towns; each village now and then. */
function groundOf(dice: Dice, grounds: readonly Ground[]): Ground {
  const depth = dice.below(10);
  const reach = depth < 4 ? 11 : depth < 8 ? 100 : grounds.length;
  return dice.of(grounds.slice(0, Math.min(reach, grounds.length)));
}

/** Families abroad write the spelling they grew up with: now and then the Latin titles do. */
function namesOf(dice: Dice, { names, spellings }: Ground): Localized {
  if (spellings.length === 0 || dice.below(4) > 0) return names;
  const spelling = dice.of(spellings);
  return /\p{Script=Han}/u.test(spelling) ? names : { ...names, en: spelling, pt: spelling };
}

export function madeEntry(
  kind: "proposal" | "project",
  seed: number,
  n: number,
  grounds: readonly Ground[],
): MadeEntry {
  const dice = diceOf(seed, kind, n);
  const [code, ...topic] = dice.of(topics);
  const ground = groundOf(dice, grounds);
  const second = dice.below(4) === 0 ? groundOf(dice, grounds) : ground;
  const place = namesOf(dice, ground);
  const title = fill(dice.of(kind === "proposal" ? words.proposalTitles : words.projectTitles), place, topic);
  const [reason, measure, other] = [dice.of(words.reasons), dice.of(words.measures), dice.of(words.measures)];
  const because = fill(reason, place, topic);
  const body = locales.map((locale) => [
    pick(because, locale),
    `${pick(measure, locale)}${pick(other, locale)}`,
    pick(words.notice, locale),
  ]);
  const places = [...new Set([ground, second])];
  return {
    position: 1_000_000 + (kind === "project" ? 10_000_000 : 0) + n,
    places: places.map(({ slug }) => slug),
    entry: {
      slug: `synthetic-${seed}-${kind}-${number(n)}`,
      kind,
      function: code,
      year: 2003 + dice.below(21),
      state: dice.of(words.states[kind]),
      flags: [],
      unconfirmed: dice.below(20) === 0,
      dates: { start: null, end: null, fuzzy: null },
      names: words.localized(title),
      aliases: [`S${seed}-${number(n)}`],
      asPrinted: null,
      summary: words.localized(because),
      body: { "zh-Hans": body[0] ?? [], "zh-Hant": body[1] ?? [], en: body[2] ?? [], pt: body[3] ?? [] },
      steps: [],
      units: [],
      places: places.map(({ names }) => names["zh-Hans"]),
      related: [],
      figures: [],
      sources: [],
    },
  };
}

export function madePerson(seed: number, n: number): MadePerson {
  const dice = diceOf(seed, "person", n);
  const [surname, given, locale] = [dice.of(surnames), dice.of(givenNames), dice.of(locales)];
  const script = locale === "zh-Hans" ? 0 : 1;
  const latin = `${given[2]} ${surname[2]}`;
  return {
    id: uuidOf("person", seed, n),
    email: `synthetic-${seed}-${number(n)}@load.invalid`,
    name: locale.startsWith("zh") ? `${surname[script]}${given[script]}` : latin,
    nameLatin: latin,
    locale,
  };
}

export function madeSuggestion(seed: number, n: number, people: number, grounds: readonly Ground[]): MadeSuggestion {
  const dice = diceOf(seed, "suggestion", n);
  const locale = dice.of(locales);
  const [code, ...topic] = dice.of(topics);
  const ground = groundOf(dice, grounds);
  const place = namesOf(dice, ground);
  const year = 2014 + dice.below(10);
  const filled = (four: words.Four) => pick(fill(four, place, topic), locale);
  return {
    id: uuidOf("suggestion", seed, n),
    reference: `YJ-${year}-9${String(seed).padStart(4, "0")}${number(n)}`,
    requestKey: uuidOf("request", seed, n),
    authorId: uuidOf("person", seed, dice.below(people)),
    locale,
    title: filled(dice.of(words.proposalTitles)),
    matter: filled(dice.of(words.reasons)),
    analysis: `${filled(dice.of(words.reasons))}\n${pick(words.notice, locale)}`,
    measures: `${filled(dice.of(words.measures))}\n${filled(dice.of(words.measures))}`,
    function: code,
    placeSlug: ground.slug,
    rating: dice.of(["satisfied", "basically_satisfied"]),
    submittedAt: new Date(Date.UTC(year, dice.below(9), 1 + dice.below(28), 2)).toISOString(),
  };
}
