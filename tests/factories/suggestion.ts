import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import type { Command, Suggestion } from "~/domain/suggestion/suggestion";
import { ratings, refusalReasons, replyClasses, states } from "~/domain/suggestion/suggestion";

/** A suggestion as it stands somewhere on its way. */
export function aSuggestion(wishes: Partial<Suggestion> = {}): Suggestion {
  return {
    id: "00000000-0000-4000-8000-000000000001",
    reference: "YJ-2026-0001",
    authorId: "author",
    locale: "zh-Hans",
    title: "路灯",
    matter: "背景",
    analysis: "分析",
    measures: "建议",
    function: "rights-protection",
    placeSlug: null,
    publishable: true,
    state: "submitted",
    version: 1,
    unitSlug: null,
    submittedAt: new Date("2026-01-05T02:00:00Z"),
    assignedAt: null,
    dueOn: null,
    acceptBy: null,
    reply: null,
    rating: null,
    publishedAt: null,
    ...wishes,
  };
}

/** What a member's form sends. */
export function aText(wishes: Record<string, string> = {}): Record<string, string> {
  return {
    requestKey: randomUUID(),
    locale: "zh-Hant",
    title: "開平碉樓的夜間照明",
    matter: "夜間沒有照明。",
    analysis: "遊客早早離開。",
    measures: "請在主要碉樓裝設路燈。",
    function: "cultural-exchange",
    placeSlug: "kaiping",
    publishable: "yes",
    ...wishes,
  };
}

const text = fc.string({ minLength: 1, maxLength: 20 });

/** Any command that the forms can make. */
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom<Command>(
    { verb: "take" },
    { verb: "withdraw" },
    { verb: "accept" },
    { verb: "publish" },
    { verb: "unpublish" },
  ),
  fc.record({ verb: fc.constant("return" as const), words: text }),
  fc.record({ verb: fc.constant("ask_back" as const), words: text }),
  fc.record({ verb: fc.constant("supervise" as const), words: fc.constantFrom("", "请按期办结。") }),
  fc.record({ verb: fc.constant("refuse" as const), reason: fc.constantFrom(...refusalReasons), words: text }),
  fc.record({
    verb: fc.constant("assign" as const),
    unit: fc.constantFrom("unit-a", "unit-b"),
    dueOn: fc.constantFrom("2026-04-01", "2026-06-30"),
  }),
  fc.record({
    verb: fc.constant("reply" as const),
    text,
    locale: fc.constantFrom("en" as const, "pt" as const),
    class: fc.constantFrom(...replyClasses),
  }),
  fc.record({ verb: fc.constant("rate" as const), rating: fc.constantFrom(...ratings), words: text }),
  fc.record({
    verb: fc.constant("revise" as const),
    text: fc.record({
      title: text,
      matter: text,
      analysis: text,
      measures: text,
      function: fc.constant("cultural-exchange" as const),
      placeSlug: fc.constant(null),
      publishable: fc.boolean(),
      locale: fc.constant("en" as const),
    }),
  }),
);

/** Any suggestion, whether its parts fit together or not. */
export const anySuggestion: fc.Arbitrary<Suggestion> = fc
  .record({
    state: fc.constantFrom(...states),
    version: fc.integer({ min: 1, max: 50 }),
    authorId: fc.constantFrom("author", "committee", "officer", "other"),
    unitSlug: fc.constantFrom(null, "unit-a", "unit-b"),
    publishable: fc.boolean(),
    rating: fc.constantFrom(null, ...ratings),
    publishedAt: fc.constantFrom(null, new Date("2026-03-01T00:00:00Z")),
  })
  .map(aSuggestion);
