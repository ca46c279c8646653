import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import * as memberDesk from "~/routes/member/desk";
import * as passwordPage from "~/routes/account/password";
import { freshDatabase } from "../../setup/database";
import { answerOf, visit } from "../enquiry/visit";
import { password, signIn, somebody } from "./visit";

beforeAll(freshDatabase);

const asSomebody = (cookie: string, more: Parameters<typeof visit>[0] = {}) =>
  visit({ params: { lang: "en" }, cookie, ...more });
const opens = async (cookie: string) => (await answerOf(memberDesk.loader(asSomebody(cookie)))).status === 200;

describe("changing one's password", () => {
  const change = (cookie: string, body: Record<string, string>) =>
    answerOf(passwordPage.action(asSomebody(cookie, { body, network: randomUUID() })));
  const to = (passwordNew: string, passwordNow = password) => ({
    passwordNow,
    passwordNew,
    passwordAgain: passwordNew,
  });

  it("needs the present one, ends the other sessions, keeps this one, and only the new one works then", async () => {
    const { email } = await somebody();
    const [mine, other] = [await signIn(email), await signIn(email)];
    expect((await change(mine.cookie, to("tangerine lamp ferry", "wrong"))).data).toMatchObject({
      faults: { passwordNow: ["wrong_password"] },
      typed: {},
    });
    expect(await opens(other.cookie)).toBe(true);
    expect((await change(mine.cookie, to("tangerine lamp ferry"))).to).toBe("/en/account?password");
    expect([await opens(mine.cookie), await opens(other.cookie)]).toEqual([true, false]);
    expect((await signIn(email)).status).toBe(422);
    expect((await signIn(email, { password: "tangerine lamp ferry" })).status).toBe(303);
  });

  it("refuses what is short, weak or typed differently, and gives no password back", async () => {
    const { email } = await somebody();
    const { cookie } = await signIn(email);
    for (const [passwordNew, fault] of [
      ["short one", "too_short_password"],
      [email, "weak"],
    ] as const)
      expect((await change(cookie, to(passwordNew))).data).toEqual({ faults: { passwordNew: [fault] }, typed: {} });
    const differing = { ...to("tangerine lamp ferry"), passwordAgain: "tangerine lamp fairy" };
    expect((await change(cookie, differing)).data).toEqual({ faults: { passwordAgain: ["not_the_same"] }, typed: {} });
    expect((await signIn(email)).status).toBe(303);
  });
});
