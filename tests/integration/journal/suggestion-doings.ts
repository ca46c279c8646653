import type { Act } from "~/domain/suggestion/policy";
import * as committeeDesk from "~/routes/committee/desk";
import * as committeeSuggestion from "~/routes/committee/suggestion";
import * as supervisionDesk from "~/routes/unit/supervision/desk";
import * as unitDesk from "~/routes/unit/desk";
import { aText } from "../../factories/suggestion";
import { aReply, soon, steps, submitted } from "../suggestion/visit";
import { at, cast, type Doing } from "./doing";

export async function received() {
  return (await submitted(cast.member, aText())).reference;
}
async function underReview() {
  const reference = await received();
  await steps.review(cast.committee, reference, { verdict: "take" });
  return reference;
}
export async function assigned() {
  const reference = await underReview();
  await steps.assign(cast.committee, reference, { unit: "unit-a", dueOn: soon() });
  return reference;
}
async function repliedTo() {
  const reference = await assigned();
  await steps.accept(cast.unit, reference, { verdict: "accept" });
  await steps.reply(cast.unit, reference, aReply);
  return reference;
}
async function published() {
  const reference = await repliedTo();
  await steps.publish(cast.committee, reference, { verdict: "publish" });
  return reference;
}
const { requestKey: _, ...text } = aText();
const { review, revise, withdraw, assign, accept, supervise, reply, rate, publish } = steps;
const words = { words: "-" };

export const suggestions: Record<Act, Doing> = {
  submit: { deed: "suggestion.submit", by: "member", does: received },
  read: {
    deed: "suggestion.read",
    by: "committee",
    does: async () => committeeSuggestion.loader(at("committee", await received())),
  },
  list_own: "their own",
  list_all: { deed: "suggestion.list", by: "committee", does: () => committeeDesk.loader(at("committee", "")) },
  list_handled: {
    deed: "suggestion.list",
    by: "supervision",
    does: () => supervisionDesk.loader(at("supervision", "")),
  },
  list_assigned: { deed: "suggestion.list", by: "unit", does: () => unitDesk.loader(at("unit", "")) },
  take: {
    deed: "suggestion.take",
    by: "committee",
    does: async () => review(cast.committee, await received(), { verdict: "take" }),
  },
  return: {
    deed: "suggestion.return",
    by: "committee",
    does: async () => review(cast.committee, await underReview(), { verdict: "return", ...words }),
  },
  refuse: {
    deed: "suggestion.refuse",
    by: "committee",
    does: async () => review(cast.committee, await underReview(), { verdict: "refuse", reason: "duplicate", ...words }),
  },
  revise: {
    deed: "suggestion.revise",
    by: "member",
    does: async () => {
      const reference = await underReview();
      await review(cast.committee, reference, { verdict: "return", ...words });
      return revise(cast.member, reference, text);
    },
  },
  withdraw: {
    deed: "suggestion.withdraw",
    by: "member",
    does: async () => withdraw(cast.member, await received(), {}),
  },
  assign: {
    deed: "suggestion.assign",
    by: "committee",
    does: async () => assign(cast.committee, await underReview(), { unit: "unit-a", dueOn: soon() }),
  },
  accept: {
    deed: "suggestion.accept",
    by: "unit",
    does: async () => accept(cast.unit, await assigned(), { verdict: "accept" }),
  },
  ask_back: {
    deed: "suggestion.ask_back",
    by: "unit",
    does: async () => accept(cast.unit, await assigned(), { verdict: "ask_back", ...words }),
  },
  supervise: {
    deed: "suggestion.supervise",
    by: "supervision",
    does: async () => supervise(cast.supervision, await assigned(), words),
  },
  reply: {
    deed: "suggestion.reply",
    by: "unit",
    does: async () => {
      const reference = await assigned();
      await accept(cast.unit, reference, { verdict: "accept" });
      return reply(cast.unit, reference, aReply);
    },
  },
  rate: {
    deed: "suggestion.rate",
    by: "member",
    does: async () => rate(cast.member, await repliedTo(), { rating: "satisfied", words: "好 very good" }),
  },
  publish: { deed: "suggestion.publish", by: "committee", does: published },
  unpublish: {
    deed: "suggestion.unpublish",
    by: "committee",
    does: async () => publish(cast.committee, await published(), { verdict: "unpublish" }),
  },
};
