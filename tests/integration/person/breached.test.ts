import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBreachList } from "~/domain/person/breached.server";
import { invite, takeUp } from "~/domain/person/invitation/invitation.server";
import { db } from "~/platform/db/client";
import { sendLetter } from "~/platform/mail/mail";
import * as passwordPage from "~/routes/account/password";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, visit } from "../enquiry/visit";
import { password, signIn, somebody } from "./visit";

const folder = mkdtempSync(join(tmpdir(), "qq-breached-"));
const path = join(folder, "list.txt");
const stolen = "tangerine lamp ferry";
const lineOf = (text: string) => `${createHash("sha1").update(text).digest("hex").toUpperCase()}:7`;
const list = [stolen, ...Array.from({ length: 500 }, () => randomUUID())].map(lineOf).toSorted();

beforeAll(async () => {
  process.env.BREACHED_PASSWORDS = path;
  writeFileSync(path, `${list.join("\n")}\n`);
  await freshDatabase();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a stolen password", () => {
  it("is not taken in place of another, and everything else goes on", async () => {
    const { email } = await somebody();
    const { cookie } = await signIn(email);
    const change = (passwordNew: string) => {
      const body = { passwordNow: password, passwordNew, passwordAgain: passwordNew };
      return answerOf(passwordPage.action(visit({ params: { lang: "en" }, cookie, body, network: randomUUID() })));
    };
    expect((await change(stolen)).data).toEqual({ faults: { passwordNew: ["breached"] }, typed: {} });
    expect((await change(`${stolen} home`)).to).toBe("/en/account?password");
  });

  it("is not taken with an invitation either, which stays as it was", async () => {
    const { actor } = await aPerson({ role: "admin" });
    const wish = { role: "auditor" as const, name: "X", email: `${randomUUID()}@example.org`, locale: "en" as const };
    const made = await invite(actor, wish);
    const { id } = await db().mail.findFirstOrThrow({
      where: { dedupeKey: `invitation:${made.ok ? made.value : ""}` },
    });
    await sendLetter(id);
    const { text } = await db().mail.findUniqueOrThrow({ where: { id } });
    const token = /\/invitation\/([\w-]+)/.exec(text ?? "")?.[1] ?? "";
    const from = { network: randomUUID(), userAgent: null, token: null };
    expect(await takeUp(token, stolen, from)).toMatchObject({ ok: false, fault: "breached" });
    expect(await takeUp(token, `${stolen} home`, from)).toMatchObject({ ok: true });
  });
});

describe("the list of stolen passwords", () => {
  it("is taken as it is, and refused at the start in one sentence where it is another", async () => {
    await expect(checkBreachList()).resolves.toBeUndefined();
    for (const [text, why] of [
      ["", /it is empty/],
      [list.toReversed().join("\n"), /not ordered/],
      [list.map((line) => line.slice(8)).join("\n"), /NTLM/],
      ["password1\npassword2\n", /no SHA-1/],
    ] as const) {
      writeFileSync(path, text);
      await expect(checkBreachList()).rejects.toThrow(why);
    }
    rmSync(path);
    await expect(checkBreachList()).rejects.toThrow(/BREACHED_PASSWORDS/);
  });
});
