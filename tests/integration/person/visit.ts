import * as sign from "~/routes/session/sign-in";
import { hashOf } from "~/domain/person/password.server";
import { db } from "~/platform/db/client";
import { aPerson } from "../../factories/person";
import { answerOf, sentBack, visit } from "../enquiry/visit";

export const password = "correct horse battery";

/** Somebody whose password works, and who has no session yet. */
export async function somebody(wishes: Parameters<typeof aPerson>[0] = {}, demo = false) {
  const person = await aPerson(wishes);
  await db().session.deleteMany({ where: { personId: person.id } });
  await db().person.update({ where: { id: person.id }, data: { passwordHash: await hashOf(password), demo } });
  return person;
}

type Wishes = { password?: string; network?: string; cookie?: string; userAgent?: string };

/** Sends the form of the sign-in page, and gives the answer with the cookie that was set. */
export async function signIn(email: string, { userAgent, ...wishes }: Wishes = {}) {
  const given = { email, password: wishes.password ?? password };
  const args = visit({
    params: { lang: "en" },
    path: "/sign-in",
    body: given,
    ...wishes,
    network: wishes.network ?? "10.0.0",
  });
  if (userAgent) args.request.headers.set("User-Agent", userAgent);
  const answer = await answerOf(sign.action(args));
  return { ...answer, cookie: sentBack(answer.cookies) };
}
