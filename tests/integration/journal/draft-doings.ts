import { randomUUID } from "node:crypto";
import type { Act } from "~/domain/catalogue/draft/policy";
import * as editorDesk from "~/routes/editor/desk";
import { visit } from "../enquiry/visit";
import { seenBy, anEntry, begun, forms, passed, stepped, withContent, written, aDesk, type Cast } from "../draft/visit";
import { people, type Doing } from "./doing";

let desk: Promise<Cast> | undefined;

/** Everybody whom a draft takes, the same each time. */
function staff(): Promise<Cast> {
  desk ??= aDesk().then((cast) => {
    Object.assign(people, { editor: cast.editor.id, reviewer: cast.one.id, lastReviewer: cast.three.id });
    return cast;
  });
  return desk;
}
async function aDraft(): Promise<string> {
  return begun((await staff()).editor, await aSlug());
}
async function aSlug() {
  const slug = `entry-${randomUUID().slice(0, 8)}`;
  await withContent([anEntry(slug)]);
  return slug;
}
async function submitted() {
  const reference = await aDraft();
  await stepped((await staff()).editor, reference, "submit");
  return reference;
}
async function withdrawn() {
  const { to } = await forms.withdraw((await staff()).editor, await aSlug(), {
    requestKey: randomUUID(),
    words: "Canary words 撤下",
  });
  return /GJ-\d{4}-\d{4}/.exec(to ?? "")?.[0] ?? "";
}
const back = { verdict: "return", words: "Canary words 退回" };

export const drafts: Record<Act, Doing> = {
  list: { deed: "draft.list", by: "editor", does: async () => editorDesk.loader(visit((await staff()).editor)) },
  read: { deed: "draft.read", by: "editor", does: async () => seenBy((await staff()).editor, await aDraft()) },
  begin: { deed: "draft.begin", by: "editor", does: aDraft },
  withdraw: {
    deed: "draft.withdraw",
    by: "editor",
    does: withdrawn,
  },
  write: {
    deed: "draft.write",
    by: "editor",
    does: async () => written((await staff()).editor, await aDraft(), "pt", "Ponte 橋"),
  },
  describe: {
    deed: "draft.describe",
    by: "editor",
    does: async () => forms.describe((await staff()).editor, await aDraft(), { seen: "0", cited: "Canary 來源" }),
  },
  submit: { deed: "draft.submit", by: "editor", does: submitted },
  recall: {
    deed: "draft.recall",
    by: "editor",
    does: async () => stepped((await staff()).editor, await submitted(), "recall"),
  },
  drop: { deed: "draft.drop", by: "editor", does: async () => stepped((await staff()).editor, await aDraft(), "drop") },
  revive: {
    deed: "draft.revive",
    by: "editor",
    does: async () => stepped((await staff()).editor, await withdrawn(), "revive"),
  },
  return: {
    deed: "draft.return",
    by: "reviewer",
    does: async () => forms.check((await staff()).one, await submitted(), { ...back, seen: "2" }),
  },
  pass: { deed: "draft.pass", by: "reviewer", does: async () => passed((await staff()).one, await submitted()) },
  publish: {
    deed: "draft.publish",
    by: "lastReviewer",
    does: async () => {
      const reference = await submitted();
      const { one, two, three } = await staff();
      for (const who of [one, two, three]) await passed(who, reference);
    },
  },
};
