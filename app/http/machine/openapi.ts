import { functions } from "~/domain/catalogue/entry";
import { kinds } from "~/domain/finding/document";
import { locales } from "~/domain/kernel/locale";
import { bounds } from "./search-query";

const string = { type: "string" };
const integer = { type: "integer" };
const query = (name: string, schema: object, description: string) => ({ name, in: "query", schema, description });
const lang = query("lang", { enum: [...locales], default: "en" }, "Language of titles, excerpts and addresses.");
const counts = {
  type: "array",
  items: { type: "object", required: ["value", "count"], properties: { value: string, count: integer } },
};
const names = {
  type: "object",
  required: [...locales],
  properties: Object.fromEntries(locales.map((locale) => [locale, string])),
};
const nullableString = { type: ["string", "null"] };

const problemAnswer = {
  description: "The request has wrong parameters.",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};
const answer = (name: string, description: string) => ({
  description,
  content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
});

/** The public read interface as an OpenAPI 3.1 document. */
export const description = {
  openapi: "3.1.0",
  info: {
    title: "Qiaoqiao 侨桥",
    version: "1.0.0",
    description:
      "Public read interface: hometown places, initiatives, projects, proposals and suggestions of Jiangmen, in four languages.",
  },
  servers: [{ url: "/" }],
  paths: {
    "/api/v1/search": {
      get: {
        operationId: "search",
        summary: "Find records in any script or spelling",
        parameters: [
          query(
            "q",
            string,
            `What to look for; of more than ${bounds.q.maxLength} characters the first ones. Names and words are read from the first 120 characters and 48 words. Empty: everything that the filters leave.`,
          ),
          lang,
          query("kind", { enum: [...kinds] }, "Only records of this kind."),
          query("function", { enum: [...functions] }, "Only records of this one of the Four Functions."),
          query(
            "place",
            { ...string, ...bounds.place },
            "Slug of a place: records that concern it or a place in it. Of an unknown one there are none.",
          ),
          query("year", { ...integer, ...bounds.year }, "Year of the record, in plain digits."),
          query("state", { ...string, ...bounds.state }, "State of the record. In an unknown one there are none."),
          query("limit", { ...integer, ...bounds.limit }, "Most hits in one answer."),
          query("offset", { ...integer, ...bounds.offset }, "Hits to pass over."),
        ],
        responses: { "200": answer("Found", "What was found, best first."), "400": problemAnswer },
      },
    },
    "/api/v1/suggest": {
      get: {
        operationId: "suggest",
        summary: "Names that somebody may mean",
        parameters: [query("q", string, "What was typed so far."), lang],
        responses: { "200": answer("Suggested", "Names, likeliest first."), "400": problemAnswer },
      },
    },
  },
  components: {
    schemas: {
      Names: names,
      Hit: {
        type: "object",
        required: ["kind", "slug", "title", "names", "url", "excerpt", "match", "why"],
        properties: {
          kind: { enum: [...kinds] },
          slug: string,
          title: string,
          names: { $ref: "#/components/schemas/Names" },
          url: string,
          excerpt: string,
          match: { enum: ["exact", "variant", "approximate"] },
          why: { type: ["object", "null"], properties: { spelling: string, name: string, via: string } },
        },
      },
      Found: {
        type: "object",
        required: ["query", "engine", "limited", "total", "more", "facets", "hits"],
        properties: {
          query: string,
          engine: { enum: ["postgres", "meilisearch"] },
          limited: { type: "boolean", description: "Whether this engine stood in for another one." },
          total: integer,
          more: { type: "boolean", description: "Whether there are more than `total`, which are not counted." },
          facets: {
            type: "object",
            properties: { kind: counts, function: counts, place: counts, year: counts, state: counts },
          },
          hits: { type: "array", items: { $ref: "#/components/schemas/Hit" } },
        },
      },
      Suggested: {
        type: "object",
        required: ["query", "suggestions"],
        properties: {
          query: string,
          suggestions: {
            type: "array",
            items: {
              type: "object",
              properties: {
                kind: string,
                slug: string,
                name: string,
                label: string,
                place: nullableString,
                url: string,
              },
            },
          },
        },
      },
      Problem: {
        type: "object",
        properties: {
          type: string,
          title: string,
          status: integer,
          detail: nullableString,
          parameters: { type: "array", items: string },
        },
      },
    },
  },
};
