import { array, assert, constant, constantFrom, oneof, property, tuple, type Arbitrary } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Person, Role } from "~/domain/kernel/actor";
import { locales, type Locale } from "~/domain/kernel/locale";
import { emptyEntry } from "~/domain/catalogue/entry";
import { gapsOf, step, upon, writtenAt, type Command, type Draft, type Happened } from "./draft";
import { factsIn, factsForm, textIn } from "./form";
import { may } from "./policy";

const facts = { ...factsIn({ seen: 0 }), cited: "江门日报，2024年3月1日" };
const text = { name: "-", summary: "-", body: [] };
const someone = (id: string, ...roles: Role[]): Person => ({
  id,
  name: id,
  grants: roles.map((role) => ({ role, organisation: null })),
});
const people = [
  someone("editor", "editor"),
  someone("translator", "translator"),
  someone("both", "editor", "reviewer"),
  someone("one", "reviewer"),
  someone("two", "reviewer"),
  someone("three", "reviewer", "translator"),
  someone("four", "reviewer"),
  someone("outsider", "committee"),
];
const commands: Arbitrary<Command> = oneof(
  { weight: 1, arbitrary: constantFrom(...locales).map((language): Command => ({ verb: "write", language, text })) },
  constant<Command>({ verb: "describe", facts }),
  { weight: 3, arbitrary: constant<Command>({ verb: "submit" }) },
  { weight: 6, arbitrary: constant<Command>({ verb: "pass" }) },
  { weight: 3, arbitrary: constant<Command>({ verb: "publish", against: null }) },
  constant<Command>({ verb: "return", words: "-" }),
  constantFrom<Command>({ verb: "recall" }, { verb: "drop" }, { verb: "revive" }),
);
const deeds = array(tuple(constantFrom(...people), commands), { maxLength: 60, size: "max" });

const each = { "zh-Hans": "-", "zh-Hant": "-", en: "-", pt: "-" };
const empty = emptyEntry("a", "project");
/** A change begins with all that is published. */
const whole = { ...empty, names: each, summary: each, sources: [{ id: "public-reading", note: null }] };

function begun(content = empty): { draft: Draft; events: Happened[] } {
  const draft = { id: "", reference: "", source: "zh-Hans", content, state: "draft", version: 1 } as const;
  return {
    draft,
    events: [{ version: 1, verb: "begin", actorId: "editor", at: new Date(0), language: null, words: null }],
  };
}

/** Does what is allowed and possible, in order, and shows each step as it was done. */
function live(
  deedsDone: [Person, Command][],
  seen: (now: { draft: Draft; events: Happened[] }) => void = () => {},
  now = begun(),
) {
  for (const [actor, command] of deedsDone) {
    const language = command.verb === "write" ? command.language : null;
    if (!may(actor, command.verb, now, language ?? undefined)) continue;
    const stepped = step(now.draft, now.events, command);
    if (!stepped.ok) continue;
    now.draft = stepped.value;
    const { version } = now.draft;
    now.events = [
      ...now.events,
      { version, verb: command.verb, actorId: actor.id, at: new Date(0), language, words: null },
    ];
    seen(now);
  }
  return now;
}

describe("the life of a draft", () => {
  it("is published by three people alone, of whom none wrote any of it, and complete", () => {
    let published = 0;
    assert(
      property(deeds, (all) => {
        live(
          all,
          ({ draft, events }) => {
            if (draft.state !== "published") return;
            published += 1;
            const round = events.slice(events.findLastIndex(({ verb }) => verb === "submit") + 1);
            const checkers = round.map(({ actorId }) => actorId);
            expect(round.map(({ verb }) => verb)).toEqual(["pass", "pass", "publish"]);
            expect(new Set(checkers).size).toBe(3);
            for (const { verb, actorId } of events)
              if (!["pass", "publish", "return"].includes(verb)) expect(checkers).not.toContain(actorId);
            expect(gapsOf(draft, events)).toEqual([]);
          },
          begun(whole),
        );
      }),
      { numRuns: 3000 },
    );
    expect(published).toBeGreaterThan(0);
  });

  it("changes by nobody outside, and a translator never the original", () => {
    assert(
      property(deeds, (all) => {
        for (const { verb, actorId, language } of live(all).events) {
          expect(actorId).not.toBe("outsider");
          if (actorId === "translator") expect([verb, language === "zh-Hans"]).toEqual(["write", false]);
        }
      }),
    );
  });

  it("holds still while it is checked: what the third reviewer publishes is what the first one read", () => {
    assert(
      property(deeds, (all) => {
        let submitted = "";
        live(
          all,
          ({ draft, events }) => {
            if (events.at(-1)?.verb === "submit") submitted = JSON.stringify(draft.content);
            if (draft.state !== "draft" && draft.state !== "dropped")
              expect(JSON.stringify(draft.content)).toBe(submitted);
          },
          begun(whole),
        );
      }),
    );
  });

  it("has a version for every step, one after the other", () => {
    assert(
      property(deeds, (all) => {
        const { draft, events } = live(all);
        expect(events.map(({ version }) => version)).toEqual(events.map((_, at) => at + 1));
        expect(draft.version).toBe(events.length);
      }),
    );
  });
});

describe("what is published", () => {
  it("are the texts and facts of the draft, upon whatever else the entry has by then", () => {
    const corrected = { ...whole, related: ["b"], figures: ["c"], asPrinted: "-", flags: ["no1_proposal" as const] };
    const drafted = { ...whole, names: { ...each, en: "new" }, year: 2024, places: ["taishan"] };
    expect(upon(corrected, drafted)).toEqual({ ...corrected, names: drafted.names, year: 2024, places: ["taishan"] });
    expect(upon(null, drafted)).toEqual(drafted);
  });
});

describe("what is missing", () => {
  const write = (language: Locale): [Person, Command] => [someone("e", "editor"), { verb: "write", language, text }];

  it("is every text, and the source", () => {
    const { draft, events } = begun();
    expect(gapsOf(draft, events)).toEqual([
      ...locales.map((language) => ({ what: "empty", language })),
      { what: "unsourced" },
    ]);
  });

  it("is a translation that was not looked at since the original changed, until it is", () => {
    const order = [...locales, "zh-Hans" as const].map(write);
    const { draft, events } = live(order);
    const olds = gapsOf(draft, events).filter(({ what }) => what === "older");
    expect(olds.map((gap) => "language" in gap && gap.language)).toEqual(["zh-Hant", "en", "pt"]);
    const mended = live([...order, write("pt"), write("en"), write("zh-Hant")]);
    expect(gapsOf(mended.draft, mended.events)).toEqual([{ what: "unsourced" }]);
    expect(writtenAt(mended.events)).toEqual({ "zh-Hans": 6, pt: 7, en: 8, "zh-Hant": 9 });
  });

  it("is a text that one language has and another has not", () => {
    const long: [Person, Command] = [
      someone("e", "editor"),
      { verb: "write", language: "zh-Hans", text: { ...text, body: ["-"] } },
    ];
    const { draft, events } = live([long, write("zh-Hant"), write("en"), write("pt")]);
    expect(gapsOf(draft, events).map(({ what }) => what)).toEqual(["half", "half", "half", "unsourced"]);
  });
});

describe("forms", () => {
  it("part paragraphs by empty lines, whatever else is in them", () => {
    const body = "一。\n二。\n\n \n三。\n\n";
    expect(textIn({ seen: 0, name: "-", summary: "-", body }).body).toEqual(["一。\n二。", "三。"]);
  });

  it("take a year, days in order, and each line once", () => {
    const bad = { seen: "0", year: "99", start: "2024-03-02", end: "2024-03-01" };
    expect(factsForm.safeParse(bad).success).toBe(false);
    const good = factsForm.parse({ seen: "0", year: "2024", aliases: " Toisan \n\nToisan\n台山" });
    expect(factsIn(good)).toMatchObject({ year: 2024, aliases: ["Toisan", "台山"], places: [], unconfirmed: false });
  });
});
