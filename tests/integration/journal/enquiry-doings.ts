import { randomUUID } from "node:crypto";
import { type Verb } from "~/domain/enquiry/enquiry";
import { type StaffVerb } from "~/domain/enquiry/policy";
import { setClock } from "~/platform/clock";
import * as copy from "~/routes/asker/copy";
import * as erasure from "~/routes/asker/erasure";
import * as solved from "~/routes/asker/solved";
import * as askCase from "~/routes/public/ask-case";
import * as answer from "~/routes/station/answer";
import * as claim from "~/routes/station/claim";
import * as closure from "~/routes/station/closure";
import * as enquiry from "~/routes/station/enquiry";
import * as release from "~/routes/station/release";
import * as removal from "~/routes/station/removal";
import * as takeOver from "~/routes/station/take-over";
import { asked, returned, visit } from "../enquiry/visit";
import { at, ok, type Doing } from "./doing";

async function claimed() {
  const { reference, code } = await asked();
  await ok(claim.action(at("station", reference, {})));
  return { reference, cookie: await returned(code) };
}
const anAnswer = () => ({ requestKey: randomUUID(), text: "请带上出生证明。" });

export const enquiries: Record<StaffVerb | Verb | "submit" | "copy", Doing> = {
  submit: { deed: "enquiry.submit", by: null, does: () => asked() },
  see: "numbers and codes alone, no words",
  read: {
    deed: "enquiry.read",
    by: "station",
    does: async () => enquiry.loader(at("station", (await claimed()).reference)),
  },
  claim: { deed: "enquiry.claim", by: "station", does: claimed },
  release: {
    deed: "enquiry.release",
    by: "station",
    does: async () => ok(release.action(at("station", (await claimed()).reference, {}))),
  },
  take_over: {
    deed: "enquiry.take_over",
    by: "colleague",
    does: async () => {
      const { reference } = await claimed();
      const restore = setClock(() => new Date(Date.now() + 240 * 3600_000));
      await ok(takeOver.action(at("colleague", reference, { reason: "overdue" }))).finally(restore);
    },
  },
  answer: {
    deed: "enquiry.answer",
    by: "station",
    does: async () => ok(answer.action(at("station", (await claimed()).reference, anAnswer()))),
  },
  close: {
    deed: "enquiry.close",
    by: "station",
    does: async () => ok(closure.action(at("station", (await claimed()).reference, {}))),
  },
  set_aside: {
    deed: "enquiry.set_aside",
    by: "station",
    does: async () => ok(removal.action(at("station", (await claimed()).reference, { reason: "advertising" }))),
  },
  write: {
    deed: "enquiry.write",
    by: null,
    does: async () => ok(askCase.action(visit({ cookie: (await claimed()).cookie, body: anAnswer() }))),
  },
  solve: {
    deed: "enquiry.solve",
    by: null,
    does: async () => ok(solved.action(visit({ cookie: (await claimed()).cookie, body: {} }))),
  },
  copy: { deed: "enquiry.copy", by: null, does: async () => copy.loader(visit({ cookie: (await claimed()).cookie })) },
  erase: {
    deed: "enquiry.erase",
    by: null,
    does: async () => ok(erasure.action(visit({ cookie: (await claimed()).cookie, body: {} }))),
  },
};
