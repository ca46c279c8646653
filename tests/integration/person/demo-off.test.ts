import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { askForLink, sendLink } from "~/domain/person/link/link.server";
import { db } from "~/platform/db/client";
import * as accountPage from "~/routes/account/account";
import * as signInPage from "~/routes/session/sign-in";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, signedInAs, visit } from "../enquiry/visit";
import { signIn, somebody } from "./visit";

process.env.DEMO = "off";
beforeAll(freshDatabase);

it("accounts to try the portal with open nothing where it is no demonstration: no password, no link, no session", async () => {
  const [demo, real] = [await somebody({}, true), await somebody()];
  expect(await signIn(real.email)).toMatchObject({ status: 303 });
  expect(await signIn(demo.email)).toMatchObject({ status: 422 });
  for (const { email } of [demo, real]) await askForLink(email, "en", randomUUID());
  for (const { id } of await db().signInWish.findMany()) await sendLink(id, "http://portal.test");
  expect(await db().signInLink.findMany()).toMatchObject([{ personId: real.id }]);
  const { id, token } = await aPerson();
  const cookie = await signedInAs(token);
  const opens = async () => (await answerOf(accountPage.loader(visit({ cookie })))).status === 200;
  expect(await opens()).toBe(true);
  await db().person.update({ where: { id }, data: { demo: true } });
  expect(await opens()).toBe(false);
});

it("none of them is named on the page to sign in", async () => {
  await somebody({}, true);
  expect((await signInPage.loader(visit({}))) as { demo: unknown }).toMatchObject({ demo: [] });
});
