import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { actorOfToken } from "~/domain/person/session/sessions.server";
import { may, permitted, scopeOf } from "~/domain/suggestion/policy";
import { handled, possible, states, type State, type Suggestion, type Verb } from "~/domain/suggestion/suggestion";
import { db } from "~/platform/db/client";
import { anOrganisation, aPerson } from "../../factories/person";
import { aSuggestion, aText } from "../../factories/suggestion";
import { freshDatabase } from "../../setup/database";
import { signedInAs } from "../enquiry/visit";
import { aReply, soon, steps } from "../suggestion/visit";
import { tableOf, written } from "./written";

const verbs = Object.keys(possible) as Verb[];
const { requestKey: _, ...text } = aText();

/** The form of each verb, as its page sends it. */
const forms: Record<Verb, { send: keyof typeof steps; body: Record<string, string> }> = {
  take: { send: "review", body: { verdict: "take" } },
  return: { send: "review", body: { verdict: "return", words: "-" } },
  refuse: { send: "review", body: { verdict: "refuse", reason: "duplicate", words: "-" } },
  revise: { send: "revise", body: text },
  withdraw: { send: "withdraw", body: {} },
  assign: { send: "assign", body: { unit: "unit-a", dueOn: soon() } },
  accept: { send: "accept", body: { verdict: "accept" } },
  ask_back: { send: "accept", body: { verdict: "ask_back", words: "-" } },
  supervise: { send: "supervise", body: { words: "" } },
  reply: { send: "reply", body: aReply },
  rate: { send: "rate", body: { rating: "satisfied" } },
  publish: { send: "publish", body: { verdict: "publish" } },
  unpublish: { send: "publish", body: { verdict: "unpublish" } },
};

/** In whose pages each form stands. */
const desk = {
  review: "committee",
  assign: "committee",
  publish: "committee",
  accept: "unit",
  reply: "unit",
  supervise: "supervision",
} as const;

const answered: readonly State[] = ["replied", "rehandling", "closed"];

type Somebody = { name: string; id: string; token: string; cookie: string };
const cast: Somebody[] = [];
let number = 0;

beforeAll(async () => {
  await freshDatabase();
  await anOrganisation("unit-a");
  await anOrganisation("unit-b");
  const roles = [
    ["author", "member", null],
    ["other member", "member", null],
    ["committee", "committee", "demo-committee"],
    ["handling unit", "unit", "unit-a"],
    ["other unit", "unit", "unit-b"],
    ["supervision", "supervision", null],
    ["station", "station", "demo-station"],
    ["auditor", "auditor", null],
    ["administrator", "admin", null],
  ] as const;
  for (const [name, role, organisation] of roles) {
    const { id, token } = await aPerson({ role, organisation });
    cast.push({ name, id, token, cookie: await signedInAs(token) });
  }
  cast.push({ name: "visitor", id: "", token: "", cookie: "" });
});

/** A suggestion of the author's in this state; published where it is to be unpublished. */
async function inState(state: State, verb: Verb): Promise<Suggestion> {
  const [author] = cast;
  const replied = answered.includes(state);
  const one = aSuggestion({
    id: randomUUID(),
    reference: `YJ-2026-${String((number += 1)).padStart(4, "0")}`,
    authorId: author?.id ?? "",
    state,
    unitSlug: handled.includes(state) ? "unit-a" : null,
    reply: replied ? { text: "-", locale: "en", class: "A", at: new Date() } : null,
    publishedAt: verb === "unpublish" && replied ? new Date() : null,
  });
  const { reply, dueOn: __, ...columns } = one;
  const columnsOfReply = reply
    ? { replyText: reply.text, replyLocale: reply.locale, replyClass: reply.class, repliedAt: reply.at }
    : {};
  await db().suggestion.create({ data: { ...columns, ...columnsOfReply, requestKey: randomUUID() } });
  return one;
}

describe("each verb in each state for each role", () => {
  it.each(verbs)("%s: done where the policy says so, and otherwise refused without a trace", async (verb) => {
    const { send, body } = forms[verb];
    const rows: string[][] = [];
    for (const { name, token, cookie } of cast) {
      const row = [name];
      const actor = token ? await actorOfToken(token) : null;
      for (const state of states) {
        const one = await inState(state, verb);
        const role = send in desk ? desk[send as keyof typeof desk] : "member";
        const narrowed = actor && { ...actor, grants: actor.grants.filter((grant) => grant.role === role) };
        const { authorId, units = [], all, handled: each } = scopeOf(narrowed);
        const seen =
          authorId === one.authorId ||
          (one.unitSlug !== null && units.includes(one.unitSlug)) ||
          (all && state !== "withdrawn") ||
          (each && handled.includes(state));
        const { status } = await steps[send](cookie, one.reference, body);
        const wanted = !actor
          ? "sign in"
          : !seen || narrowed?.grants.length === 0
            ? "not found"
            : !may(narrowed, verb, one)
              ? "forbidden"
              : permitted(narrowed, one)[verb]
                ? "yes"
                : "not now";
        const row303 = actor ? "yes" : "sign in";
        const got = { 303: row303, 404: "not found", 403: "forbidden", 409: "not now" }[status] ?? String(status);
        expect(got, `${name} ${verb} ${state}`).toBe(wanted);
        const { version } = await db().suggestion.findUniqueOrThrow({ where: { id: one.id } });
        expect(version, `${name} ${verb} ${state}`).toBe(got === "yes" ? 2 : 1);
        row.push(got);
      }
      rows.push(row);
    }
    const table = tableOf(["", ...states], rows);
    expect(table).toBe(written(`suggestion: ${verb}`, table));
  });

  it("has a form for every verb", () => {
    expect(Object.keys(forms).toSorted()).toEqual(verbs.toSorted());
  });
});
