import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import {
  checks,
  possible,
  states,
  type Draft,
  type Happened,
  type State,
  type Verb,
} from "~/domain/catalogue/draft/draft";
import { may } from "~/domain/catalogue/draft/policy";
import type { Locale } from "~/domain/kernel/locale";
import { actorOfToken } from "~/domain/person/session/sessions.server";
import { db } from "~/platform/db/client";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { signedInAs } from "../enquiry/visit";
import { anEntry, forms, withContent } from "../draft/visit";
import { tableOf, written } from "./written";

type Sent = { form: keyof typeof forms; body: Record<string, string>; language?: Locale };

/** The form of each verb, as its page sends it, and the language in its address. */
const sent: Record<Verb, Sent> = {
  write: { form: "write", body: { name: "-", summary: "-" }, language: "zh-Hans" },
  describe: { form: "describe", body: {} },
  submit: { form: "step", body: { verdict: "submit" } },
  recall: { form: "step", body: { verdict: "recall" } },
  drop: { form: "step", body: { verdict: "drop" } },
  revive: { form: "step", body: { verdict: "revive" } },
  return: { form: "check", body: { verdict: "return", words: "-" } },
  pass: { form: "check", body: { verdict: "pass", answered: "yes" } },
  publish: { form: "check", body: { verdict: "publish", answered: "yes" } },
};
/** Each verb, and the one whose right depends on the language in both its cases. */
const cases = [
  ...Object.entries(sent).map(([verb, form]) => [verb, verb as Verb, form] as const),
  ["write a translation", "write", { ...sent.write, language: "pt" }] as const,
];
/** To whom the pages of each form open at all. */
const opens = { step: ["editor"], describe: ["editor"], write: ["editor", "translator"], check: ["reviewer"] } as const;

type Somebody = { name: string; id: string; token: string; cookie: string; roles: string[] };
const cast: Somebody[] = [];
let number = 0;

beforeAll(async () => {
  await freshDatabase();
  await withContent([]);
  const roles = [
    ["editor", ["editor"]],
    ["other editor", ["editor"]],
    ["translator", ["translator"]],
    ["reviewer who wrote", ["reviewer", "translator"]],
    ["reviewer who passed", ["reviewer"]],
    ["another reviewer", ["reviewer"]],
    ["committee", ["committee"]],
    ["administrator", ["admin"]],
    ["auditor", ["auditor"]],
  ] as const;
  for (const [name, own] of roles) {
    const [role, ...more] = own;
    const { id, token } = await aPerson({ role });
    for (const one of more)
      await db().grant.create({ data: { personId: id, role: one, from: new Date("2020-01-01") } });
    cast.push({ name, id, token, cookie: await signedInAs(token), roles: [...own] });
  }
  cast.push({ name: "visitor", id: "", token: "", cookie: "", roles: [] });
});

const idOf = (name: string) => cast.find((one) => one.name === name)?.id ?? "";

/** A complete draft in this state, begun by the editor, with a hand of one reviewer in it, once passed by another. */
async function inState(state: State): Promise<{ draft: Draft; events: Happened[] }> {
  const slug = `entry-${(number += 1)}`;
  const reference = `GJ-2026-${String(number).padStart(4, "0")}`;
  const done: [Happened["verb"], string][] = [
    ["begin", "editor"],
    ["write", "reviewer who wrote"],
  ];
  if (checks.some((check) => check === state)) done.push(["submit", "editor"]);
  if (state === "second_check" || state === "third_check") done.push(["pass", "reviewer who passed"]);
  const events = done.map(([verb, name], at) => ({
    version: at + 1,
    verb,
    actorId: idOf(name),
    at: new Date(),
    language: verb === "write" ? ("pt" as const) : null,
    words: null,
  }));
  const version = events.length;
  const content = anEntry(slug);
  const row = { reference, source: "zh-Hans", content, state, version } as const;
  const { id } = await db().draft.create({
    data: { ...row, slug, requestKey: randomUUID(), updatedAt: new Date(), events: { create: events } },
  });
  return { draft: { id, ...row }, events };
}

describe("each verb in each state for each role", () => {
  it.each(cases)(
    "%s: done where the policy says so, and otherwise refused without a trace",
    async (title, verb, how) => {
      const { form, body, language } = how;
      const rows: string[][] = [];
      for (const { name, token, cookie, roles } of cast) {
        const row = [name];
        const actor = token ? await actorOfToken(token) : null;
        for (const state of states) {
          const now = await inState(state);
          const { reference, version } = now.draft;
          const ofText = language === "pt" ? "2" : "0";
          const seen = form === "write" || form === "describe" ? ofText : String(version);
          const { status } = await forms[form]({ cookie }, reference, { ...body, seen }, language);
          const opened = (opens[form as keyof typeof opens] as readonly string[]).some((role) => roles.includes(role));
          const wanted = !actor
            ? "sign in"
            : !opened
              ? "not found"
              : !may(actor, verb, now, language)
                ? "forbidden"
                : possible[verb].includes(state)
                  ? "yes"
                  : "not now";
          const got = { 303: actor ? "yes" : "sign in", 404: "not found", 403: "forbidden", 409: "not now" }[status];
          expect(got ?? String(status), `${name} ${verb} ${state}`).toBe(wanted);
          const after = await db().draft.findUniqueOrThrow({ where: { reference } });
          expect(after.version, `${name} ${verb} ${state}`).toBe(got === "yes" ? version + 1 : version);
          row.push(got ?? String(status));
        }
        rows.push(row);
      }
      const table = tableOf(["", ...states], rows);
      expect(table).toBe(written(`draft: ${title}`, table));
    },
  );

  it("has a form for every verb", () => {
    expect(Object.keys(sent).toSorted()).toEqual(Object.keys(possible).toSorted());
  });
});
