import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { verbs as enquiryVerbs } from "~/domain/enquiry/enquiry";
import { staffVerbs } from "~/domain/enquiry/policy";
import { acts as journalActs } from "~/domain/journal/policy";
import { deeds } from "~/domain/kernel/deed";
import { eraseOldLeads } from "~/domain/lead/lead.server";
import { acts as leadActs } from "~/domain/lead/policy";
import { acts as memberActs } from "~/domain/membership/policy";
import { carryOutRetention } from "~/domain/privacy/own.server";
import { accountVerbs } from "~/domain/person/policy";
import { acts as ownActs } from "~/domain/privacy/policy";
import { setClock } from "~/platform/clock";
import { redateAssigned } from "~/domain/suggestion/redating.server";
import { possible } from "~/domain/suggestion/suggestion";
import { db } from "~/platform/db/client";
import * as journalPage from "~/routes/auditor/journal";
import * as lead from "~/routes/committee/lead";
import * as file from "~/routes/member/file";
import * as ownErasure from "~/routes/own/erasure";
import * as ownExport from "~/routes/own/export";
import * as ownKeep from "~/routes/own/keep";
import * as suggest from "~/routes/public/suggest";
import * as signIn from "~/routes/session/sign-in";
import * as signOut from "~/routes/session/sign-out";
import { aText } from "../../factories/suggestion";
import { answerOf, visit } from "../enquiry/visit";
import { took } from "../export/taking";
import { aReply, rowOf, steps, submitted } from "../suggestion/visit";
import {
  account,
  administration,
  calendar,
  exports,
  invitations,
  organisations,
  setting,
  teams,
  upkeep,
} from "./account-doings";
import { lastSeq } from "./lines";
import { at, cast, cookies, everybody, ok, people, type Doing } from "./doing";
import { acts as draftActs } from "~/domain/catalogue/draft/policy";
import { drafts } from "./draft-doings";
import { enquiries } from "./enquiry-doings";
import { followings } from "./following-doings";
import { claimDoings, memberships } from "./member-doings";
import { assigned, suggestions } from "./suggestion-doings";

beforeAll(everybody);

async function given() {
  const body = { requestKey: randomUUID(), name: "李", contact: "li@example.org", text: "路灯", consent: "yes" };
  await ok(suggest.action(visit({ body })));
  return (await db().lead.findFirstOrThrow({ orderBy: { reference: "desc" } })).reference;
}

const leads: Record<(typeof leadActs)[number], Doing> = {
  give: { deed: "lead.give", by: null, does: given },
  read: { deed: "lead.read", by: "committee", does: async () => lead.loader(at("committee", await given())) },
  handle: { deed: "lead.handle", by: "committee", does: async () => lead.action(at("committee", await given(), {})) },
};

const journal: Record<(typeof journalActs)[number], Doing> = {
  read: { deed: "journal.read", by: "auditor", does: () => journalPage.loader(at("auditor", "")) },
  export: { deed: "journal.export", by: "auditor", does: () => took(cookies.auditor, "journal") },
};

const entry = (email: string, password: string) =>
  signIn.action(visit({ body: { email, password }, network: randomUUID() }));
const sessions: Record<string, Doing> = {
  sign_in: {
    deed: "person.sign_in",
    by: "member",
    does: async () => {
      const { hash } = await import("@node-rs/argon2");
      const passwordHash = await hash("a long password");
      const { email } = await db().person.update({ where: { id: people.member }, data: { passwordHash } });
      return ok(entry(email, "a long password"));
    },
  },
  "sign_in, failed": { deed: "person.sign_in_failed", by: null, does: () => entry("nobody@example.org", "wrong") },
  sign_out: {
    deed: "person.sign_out",
    by: "auditor",
    does: () => signOut.action(visit({ cookie: cookies.auditor, body: {} })),
  },
};

const looks: Record<string, Doing> = {
  redate: {
    deed: "suggestion.redate",
    by: null,
    does: async () => {
      const reference = await assigned();
      await db().suggestion.update({ where: { reference }, data: { acceptBy: new Date("2020-01-01") } });
      return redateAssigned();
    },
  },
  file: {
    deed: "suggestion.file",
    by: "committee",
    does: async () => {
      const { reference } = await submitted(cast.member, aText(), [new File(["text"], "a.txt")]);
      const id = (await rowOf(reference)).files[0]?.id ?? "";
      return file.loader(visit({ params: { id }, cookie: cast.committee }));
    },
  },
};

const system = (days: number, does: () => Promise<unknown>) => () => {
  const restore = setClock(() => new Date(Date.now() + days * 24 * 3600_000));
  return does().finally(restore);
};

const own: Record<(typeof ownActs)[number], Doing> = {
  read: "their own",
  export: { deed: "person.export", by: "member", does: () => ownExport.loader(at("member", "")) },
  ask_erasure: { deed: "person.ask_erasure", by: "member", does: () => ok(ownErasure.action(at("member", "", {}))) },
  keep: {
    deed: "person.keep",
    by: "member",
    does: async () => {
      await ownErasure.action(at("member", "", {}));
      return ok(ownKeep.action(at("member", "", {})));
    },
  },
};

const retention: Record<string, Doing> = {
  leads: {
    deed: "lead.erase",
    by: null,
    does: async () => {
      await db().lead.deleteMany();
      await given();
      return system(400, eraseOldLeads)();
    },
  },
  letters: {
    deed: "mail.erase",
    by: null,
    does: async () => {
      await db().mail.updateMany({ data: { state: "sent", sentAt: new Date() } });
      return system(100, carryOutRetention)();
    },
  },
  accounts: {
    deed: "person.erase",
    by: null,
    does: async () => {
      await ownErasure.action(visit({ cookie: cast.other, body: {} }));
      return system(8, carryOutRetention)();
    },
  },
};

const rooms = {
  suggestion: { ...suggestions, ...looks },
  draft: drafts,
  membership: { ...memberships, ...claimDoings },
  enquiry: enquiries,
  lead: leads,
  following: followings,
  journal,
  person: { ...sessions, ...account, ...administration, ...invitations },
  team: teams,
  organisation: organisations,
  calendar,
  setting,
  upkeep,
  export: exports,
  privacy: own,
  "the worker": retention,
};
const seen = new Set<string>();

describe("every verb leaves its line in the journal", () => {
  for (const [room, verbs] of Object.entries(rooms))
    it.each(Object.entries(verbs).filter(([, doing]) => typeof doing !== "string"))(
      `${room}: %s`,
      async (_verb, doing) => {
        const { deed, by, does } = doing as Exclude<Doing, string>;
        const before = await lastSeq();
        await does();
        const rows = await db().journal.findMany({ where: { seq: { gt: before }, verb: deed } });
        expect(rows).toHaveLength(1);
        expect(rows[0]?.actorId).toBe(by === null ? null : people[by]);
        seen.add(deed);
      },
    );

  it("of every room with rights, and every verb that its policy knows", () => {
    const files = readdirSync("app/domain", { recursive: true, encoding: "utf8" });
    const withRights = files.flatMap((path) => /(\w+)\/policy\.ts$/.exec(path)?.[1] ?? []);
    expect(Object.keys(rooms)).toEqual(expect.arrayContaining(withRights));
    expect(Object.keys(suggestions)).toEqual(expect.arrayContaining(Object.keys(possible)));
    expect(Object.keys(drafts).toSorted()).toEqual([...draftActs].toSorted());
    expect(Object.keys(enquiries)).toEqual(expect.arrayContaining([...enquiryVerbs, ...staffVerbs]));
    expect(Object.keys(account)).toEqual(expect.arrayContaining([...accountVerbs]));
    expect(Object.keys(own).toSorted()).toEqual([...ownActs].toSorted());
    expect(Object.keys(leads).toSorted()).toEqual([...leadActs].toSorted());
    expect(Object.keys(rooms.membership)).toEqual(expect.arrayContaining([...memberActs]));
    expect(Object.keys(journal).toSorted()).toEqual([...journalActs].toSorted());
  });

  it("and nothing stands in the journal's vocabulary that nobody does", () => {
    expect([...seen].toSorted()).toEqual([...deeds].toSorted());
  });
});

describe("what leaves no line", () => {
  it("is what is refused, what is one's own to read, and what was done already", async () => {
    const reference = await assigned();
    const member = { params: { reference }, cookie: cast.member };
    const before = await lastSeq();
    for (const cookie of [cast.other, cast.otherUnit, cast.committee]) await steps.reply(cookie, reference, aReply);
    await steps.withdraw(cast.member, reference, {});
    const { loader } = await import("~/routes/member/suggestion");
    await loader(visit(member));
    await answerOf(journalPage.loader(at("committee", "")));
    expect(await lastSeq()).toBe(before);
  });
});

describe("a line", () => {
  it("names nobody's words, address, contact or network of those without an account", async () => {
    const rows = await db().journal.findMany();
    const all = JSON.stringify(rows.map(({ seq: __, hash: ___, ...rest }) => rest));
    expect(all).not.toMatch(/[\u3000-\u9fff]|@|very good|example\.org/);
    for (const { actorId, verb, network } of rows)
      if (actorId === null && !verb.startsWith("person.")) expect(network).toBeNull();
  });
});
