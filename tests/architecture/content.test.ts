import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { entrySchema } from "~/domain/catalogue/entry";
import { figureSchema } from "~/domain/figure/figure";
import { joined } from "~/domain/finding/fold";
import { locales } from "~/domain/kernel/locale";
import { placeSchema, villagesSchema } from "~/domain/place/place";

const read = (name: string): unknown => JSON.parse(readFileSync(`prisma/content/${name}.json`, "utf8"));
const entries = z.array(entrySchema).parse(read("entries"));
const figures = z.array(figureSchema).parse(read("figures"));
const places = z.array(placeSchema).parse(read("places"));
const { towns, villages } = villagesSchema.parse(read("places-villages"));
const surnames = z.array(z.object({ slug: z.string(), places: z.array(z.string()) })).parse(read("surnames"));
const sources = new Set(
  z
    .array(z.object({ id: z.string() }))
    .parse(read("sources"))
    .map(({ id }) => id),
);
const words = (locale: string): { unit: Record<string, string> } & Record<string, Record<string, string>> =>
  JSON.parse(readFileSync(`locales/${locale}/figure.json`, "utf8"));
const twice = (all: string[]) => all.filter((one, at) => all.indexOf(one) !== at);
const unknown = (all: string[], known: Iterable<string>) => {
  const set = new Set(known);
  return all.filter((one) => !set.has(one));
};

/** Every text that stands for readers in a value, with the way to it. */
function texts(value: unknown, path: string): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

describe("the first content", () => {
  it("is whole", () => {
    expect({
      entries: entries.length,
      figures: figures.length,
      places: places.length,
      towns: towns.length,
      villages: villages.length,
      surnames: surnames.length,
    }).toEqual({ entries: 47, figures: 32, places: 131, towns: 82, villages: 1348, surnames: 78 });
  });

  it("names each thing once", () => {
    expect(twice(entries.map(({ slug }) => slug))).toEqual([]);
    expect(twice(figures.map(({ key }) => key))).toEqual([]);
    expect(twice(places.map(({ slug }) => slug))).toEqual([]);
    expect(twice([...towns, ...villages].map(({ code }) => code))).toEqual([]);
    for (const { slug, spellings } of places) expect(twice(spellings.map(({ text }) => text)), slug).toEqual([]);
  });

  it("has no empty text and none with a space at its end", () => {
    const all = ["entries", "figures", "places", "places-villages", "surnames", "sources", "legal-topics"].flatMap(
      (name) => texts(read(name), name),
    );
    const jyutping = /^places-villages\..*\.jyutping$/;
    expect(all.filter(([path, text]) => (text === "" && !jyutping.test(path)) || text !== text.trim())).toEqual([]);
  });

  it("says as much in each language", () => {
    for (const { slug, body } of entries)
      for (const locale of locales) expect(body[locale].length, `${slug} ${locale}`).toBe(body["zh-Hans"].length);
  });

  it("writes Portuguese names in Portuguese, not in English", () => {
    const english = /\b(Village|Hall|Bay|Park|Museum|Former|Wharf|Tower|Street|Academy|Lane|and|of)\b/;
    expect([...places, ...entries].filter(({ names }) => english.test(names.pt)).map(({ slug }) => slug)).toEqual([]);
  });

  it("gives every entry and every figure a source that is listed", () => {
    for (const { slug, sources: own } of entries) {
      expect(own, slug).not.toEqual([]);
      expect(
        unknown(
          own.map(({ id }) => id),
          sources,
        ),
        slug,
      ).toEqual([]);
    }
    expect(
      unknown(
        figures.map(({ source }) => source),
        sources,
      ),
    ).toEqual([]);
  });

  it("ties entries only to what there is", () => {
    const slugs = entries.map(({ slug }) => slug);
    for (const { slug, related, figures: own, places: at } of entries) {
      expect(unknown(related, slugs).concat(related.filter((other) => other === slug)), slug).toEqual([]);
      expect(
        unknown(
          own,
          figures.map(({ key }) => key),
        ),
        slug,
      ).toEqual([]);
      expect(
        unknown(
          at,
          places.map(({ names }) => names["zh-Hans"]),
        ),
        slug,
      ).toEqual([]);
    }
  });
});

describe("search words", () => {
  const worded = [...places, ...entries].map(({ slug, searchWords = [] }) => ({ slug, searchWords }));

  it("are there for every entry, each once", () => {
    expect(entries.filter(({ searchWords = [] }) => searchWords.length < 10).map(({ slug }) => slug)).toEqual([]);
    for (const { slug, searchWords } of worded) expect(twice(searchWords), slug).toEqual([]);
  });

  it("hold no place's name in Latin letters: names are looked for as names, with all their spellings", () => {
    const spelt = places.flatMap(({ names, spellings }) => [names.en, ...spellings.map(({ text }) => text)]);
    const keys = new Set(spelt.map(joined).filter((key) => key.length > 3));
    const named = worded.flatMap(({ slug, searchWords }) =>
      searchWords.filter((text) => text.split(" ").some((word) => keys.has(joined(word)))).map((text) => [slug, text]),
    );
    expect(named).toEqual([]);
  });
});

describe("places", () => {
  const slugs = places.map(({ slug }) => slug);

  it("lie in a place that there is, never in a circle, or outside", () => {
    const parents = new Map(places.map(({ slug, parent }) => [slug, parent]));
    for (const { slug, parent, outside } of places) {
      expect(parent !== null || outside !== undefined, slug).toBe(true);
      if (parent) expect(slugs, slug).toContain(parent);
      let steps = 0;
      for (let at = parent; at; at = parents.get(at) ?? null) expect((steps += 1), slug).toBeLessThan(6);
    }
  });

  it("have towns in the counties and villages in the towns", () => {
    const codes = places.flatMap(({ code }) => code ?? []);
    expect(
      unknown(
        towns.map(({ parent }) => parent),
        codes,
      ),
    ).toEqual([]);
    expect(
      unknown(
        villages.map(({ parent }) => parent),
        towns.map(({ code }) => code),
      ),
    ).toEqual([]);
    expect(
      unknown(
        towns.map(({ code }) => code),
        villages.map(({ parent }) => parent),
      ),
    ).toEqual([]);
  });

  it("have no name of another place among their spellings, unless it is told apart", () => {
    const named = new Map(places.flatMap(({ slug, names }) => Object.values(names).map((name) => [name, slug])));
    const strangers = places.flatMap(({ slug, spellings }) =>
      spellings
        .filter(({ text, kind }) => kind !== "related" && named.has(text) && named.get(text) !== slug)
        .map(({ text }) => `${slug}: ${text}`),
    );
    expect(strangers).toEqual([]);
  });

  it("are called home by families only where they exist", () => {
    expect(
      unknown(
        surnames.flatMap(({ places: own }) => own),
        slugs,
      ),
    ).toEqual([]);
  });
});

describe("worked examples", () => {
  const entry = (slug: string) => entries.find((one) => one.slug === slug);

  it("are the two No. 1 Proposals, three suggestions of delegates and the street lights", () => {
    expect(entries.filter(({ flags }) => flags.includes("no1_proposal")).map(({ year }) => year)).toEqual([2022, 2023]);
    expect(entries.filter(({ kind }) => kind === "suggestion")).toHaveLength(3);
    expect(entry("no1-proposal-2023")?.units).toHaveLength(7);
    expect(entry("street-lights-chaocui-road")?.kind).toBe("issue");
    expect(entry("street-lights-chaocui-road")?.steps).toHaveLength(8);
  });

  it("keep their mark where the source could not be read", () => {
    expect(entry("guangfu-culture-park")).toMatchObject({ unconfirmed: true, asPrinted: "J府文化公园" });
    expect(entries.filter(({ kind, unconfirmed }) => kind === "station" && !unconfirmed)).toEqual([]);
  });
});

describe("figures", () => {
  it("have a word for their unit and group in every language", () => {
    for (const locale of locales) {
      const { unit, group } = words(locale);
      expect(
        unknown(
          figures.map((one) => one.unit),
          Object.keys(unit),
        ),
      ).toEqual([]);
      expect(
        unknown(
          figures.map((one) => one.group),
          Object.keys(group ?? {}),
        ),
      ).toEqual([]);
    }
  });

  it("agree with each other where they count the same", () => {
    const value = (key: string) => figures.find((one) => one.key === key)?.value ?? 0;
    const rate = (value("proposals-filed-2023") / value("proposals-received-2023")) * 100;
    expect(rate.toFixed(2)).toBe(String(value("filing-rate-2023")));
  });
});
