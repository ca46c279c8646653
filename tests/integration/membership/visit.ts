import { randomUUID } from "node:crypto";
import { db } from "~/platform/db/client";
import { sendLetter } from "~/platform/mail/mail";
import * as claimPage from "~/routes/members/claiming/claim";
import * as confirm from "~/routes/members/claiming/confirm";
import * as invitation from "~/routes/session/invitation";
import * as newMember from "~/routes/members/new";
import { answerOf, sentBack, visit } from "../enquiry/visit";

type Fields = Record<string, string>;

export const aMember = (wishes: Fields = {}): Fields => ({
  name: "梁測試",
  nameLatin: "LEONG Chak Si",
  email: `${randomUUID()}@example.org`,
  kind: "macao",
  session: "14",
  sector: "特邀人士",
  locale: "zh-Hant",
  from: "2022-01-01",
  ...wishes,
});

/** Sends the form for a new member, and gives the answer with the key of the membership. */
export async function added(cookie: string, fields = aMember()) {
  const answer = await answerOf(newMember.action(visit({ params: { lang: "en" }, cookie, body: fields })));
  return { ...answer, member: /members\/([\w-]{36})\?added/.exec(answer.to ?? "")?.[1] ?? "" };
}

export const rowOf = (id: string) => db().membership.findUniqueOrThrow({ where: { id } });
export const rowsOf = (email: string) =>
  db().membership.findMany({ where: { email }, orderBy: { createdAt: "asc" }, omit: { folded: true } });

/** The roles that an account holds or held as a member, oldest first. */
export const rolesOf = (personId: string) =>
  db().grant.findMany({ where: { personId, role: "member" }, orderBy: { from: "asc" } });

/** Sends what waits in the outbox and gives the text of the latest letter of this kind. */
export async function letterOf(template: string): Promise<string> {
  for (const { id } of await db().mail.findMany({ where: { state: "waiting" } })) await sendLetter(id);
  const row = await db().mail.findFirst({ where: { template }, orderBy: { createdAt: "desc" } });
  return row?.text ?? "";
}

export const lettersOf = (template: string) => db().mail.count({ where: { template } });

/** Takes up the invitation that went out last; gives the answer with the cookie of the session it opens. */
export async function takenUp(token?: string) {
  const link = token ?? /\/invitation\/([\w-]+)/.exec(await letterOf("invitation"))?.[1] ?? "";
  const password = "correct horse battery staple";
  const body = { passwordNew: password, passwordAgain: password };
  const answer = await answerOf(
    invitation.action(visit({ params: { lang: "en", token: link }, body, network: randomUUID() })),
  );
  return { ...answer, cookie: sentBack(answer.cookies), token: link };
}

export const aClaimForm = (wishes: Fields = {}): Fields => {
  const { from: _, ...fields } = aMember();
  return { requestKey: randomUUID(), ...fields, consent: "yes", ...wishes };
};

/** Sends the form of who says that they are a member, each from a network of its own unless one is named. */
export async function claimed(fields = aClaimForm(), network: string = randomUUID(), lang = "en") {
  return answerOf(claimPage.action(visit({ params: { lang }, body: fields, network })));
}

/** A claim whose address is not confirmed yet, by its key and the token of the letter that asks for a yes. */
export async function aClaim(fields = aClaimForm()) {
  await claimed(fields);
  const { id } = await db().membershipClaim.findFirstOrThrow({ orderBy: [{ createdAt: "desc" }] });
  return { id, token: /claim\/([\w-]+)/.exec(await letterOf("claim_asked"))?.[1] ?? "" };
}

export const confirmed = ({ token }: { token: string }) =>
  answerOf(confirm.action(visit({ params: { lang: "en", token }, body: {} })));
