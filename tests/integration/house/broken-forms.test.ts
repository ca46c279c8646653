import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import { roles } from "~/domain/kernel/actor";
import { db } from "~/platform/db/client";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, signedInAs } from "../enquiry/visit";

type Action = (args: ActionFunctionArgs) => Promise<unknown>;

/** Every page and verb that takes a form, by its file. */
const actions = Object.entries(import.meta.glob<{ action?: Action }>("../../../app/routes/**/*.tsx", { eager: true }))
  .flatMap(([file, { action }]) => (action ? [[file.replace(/^.*routes\//, ""), action] as const] : []))
  .toSorted();

const bodies: [string, string, string | null][] = [
  ["JSON", '{"title":"x"}', "application/json"],
  ["a form without boundary", "x", "multipart/form-data"],
  ["a form broken off", '--x\r\nContent-Disposition: form-data; name="ti', "multipart/form-data; boundary=x"],
  ["nothing named", "title=x", null],
];

let cookie = "";

beforeAll(async () => {
  await freshDatabase();
  const person = await aPerson({ role: "member", organisation: null });
  for (const role of roles.filter((one) => one !== "member"))
    await db().grant.create({ data: { personId: person.id, role, organisation: null } });
  cookie = await signedInAs(person.token);
});

describe("a body that is no form is the sender's fault, whoever takes it", () => {
  it.each(actions)("%s", async (_, action) => {
    for (const [what, body, type] of bodies) {
      const headers = { Cookie: cookie, ...(type && { "Content-Type": type }) };
      const request = new Request("http://portal.test/en/x", { method: "POST", headers, body: new Blob([body]) });
      const params = {
        lang: "en",
        reference: "YJ-2026-9999",
        person: randomUUID(),
        region: "jiangmen",
        day: "2026-01-01",
      };
      const { status } = await answerOf(action({ request, params, context: { network: randomUUID() } }));
      // Verbs that take no word, such as signing out, do what they are for; others find nothing under a made-up reference, or may not.
      expect([303, 403, 404, 409, 422], what).toContain(status);
    }
  });
});
