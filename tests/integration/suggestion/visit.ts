import * as acceptance from "~/routes/unit/acceptance";
import * as assignment from "~/routes/committee/assignment";
import * as publication from "~/routes/committee/publication";
import * as reply from "~/routes/unit/reply";
import * as review from "~/routes/committee/review";
import * as rating from "~/routes/member/rating";
import * as revision from "~/routes/member/revision";
import * as submission from "~/routes/member/suggestion-new";
import * as withdrawal from "~/routes/member/withdrawal";
import * as supervision from "~/routes/unit/supervision/step";
import { db } from "~/platform/db/client";
import { addDays, chinaDay } from "~/domain/calendar/days";
import { anOrganisation, aPerson } from "../../factories/person";
import { aText } from "../../factories/suggestion";
import { answerOf, signedInAs, visit } from "../enquiry/visit";

export type Cast = Record<"member" | "other" | "committee" | "unit" | "otherUnit" | "supervision", string>;
type Fields = Record<string, string>;

/** A member and another, a clerk of the committee, and officers of two units; each as the cookie of their session. */
export async function aCast(): Promise<Cast> {
  await anOrganisation("unit-a");
  await anOrganisation("unit-b");
  const cookie = async (role: "member" | "committee" | "unit" | "supervision", organisation: string | null = null) =>
    signedInAs((await aPerson({ role, organisation })).token);
  return {
    member: await cookie("member"),
    other: await cookie("member"),
    committee: await cookie("committee", "demo-committee"),
    unit: await cookie("unit", "unit-a"),
    otherUnit: await cookie("unit", "unit-b"),
    supervision: await cookie("supervision"),
  };
}

/** Sends the form for a new suggestion, with files if any, and gives the answer with the reference. */
export async function submitted(cookie: string, fields: Fields = aText(), files: File[] = []) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const file of files) body.append("files", file);
  const path = "http://portal.test/zh-Hant/member/suggestions/new";
  const request = new Request(path, { method: "POST", body, headers: { Cookie: cookie } });
  const answer = await answerOf(submission.action({ ...visit({ params: { lang: "zh-Hant" } }), request }));
  return { ...answer, reference: /YJ-\d{4}-\d{4}/.exec(answer.to ?? "")?.[0] ?? "" };
}

const send =
  (action: (args: ReturnType<typeof visit>) => Promise<unknown>) => (cookie: string, reference: string, body: Fields) =>
    answerOf(action(visit({ params: { lang: "zh-Hant", reference }, cookie, body })));

/** The forms of each step, sent as somebody. */
export const steps = {
  review: send(review.action),
  assign: send(assignment.action),
  accept: send(acceptance.action),
  reply: send(reply.action),
  rate: send(rating.action),
  revise: send(revision.action),
  withdraw: send(withdrawal.action),
  publish: send(publication.action),
  supervise: send(supervision.action),
};

export const soon = () => addDays(chinaDay(new Date()), 30);
export const aReply = { text: "路灯已经装好。", class: "A", locale: "zh-Hans" };

export const rowOf = (reference: string) =>
  db().suggestion.findUniqueOrThrow({
    where: { reference },
    include: { events: { orderBy: { version: "asc" } }, files: true },
  });

/** A suggestion that has been replied to by unit-a. */
export async function replied(cast: Cast, fields: Fields = aText()): Promise<string> {
  const { reference } = await submitted(cast.member, fields);
  await steps.review(cast.committee, reference, { verdict: "take" });
  await steps.assign(cast.committee, reference, { unit: "unit-a", dueOn: soon() });
  await steps.accept(cast.unit, reference, { verdict: "accept" });
  await steps.reply(cast.unit, reference, aReply);
  return reference;
}
