import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import * as factors from "~/domain/person/factor/store.server";
import { sendLink } from "~/domain/person/link/link.server";
import { noteDevice } from "~/domain/person/notice/store.server";
import * as passkeys from "~/domain/person/passkey/store.server";
import { carryOutRetention } from "~/domain/privacy/own.server";
import { db, pool } from "~/platform/db/client";
import { sendLetter } from "~/platform/mail/mail";
import { comingFrom } from "~/platform/session/whence";
import * as passwordPage from "~/routes/account/password";
import { freshDatabase } from "../../setup/database";
import { answerOf } from "../enquiry/visit";
import { asSomebody, pass, signInWith, withFactor } from "./second-factor";
import { password, signIn, somebody } from "./visit";

beforeAll(freshDatabase);

/** The letters about their account that somebody was sent, the oldest first, without the word that they share. */
async function told(email: string): Promise<string[]> {
  const where = { recipient: email, template: { startsWith: "account_" } };
  const rows = await db().mail.findMany({ where, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  return rows.map(({ template }) => template.replace("account_", ""));
}

const day = 24 * 3600;
const [windows, mac] = ["Windows NT 10.0) Chrome/140.0", "Macintosh) Version/18.0 Safari/605"];

describe("of a change to their account", () => {
  it("people are told in their language, with the time and where to look, and by no word of what they wrote", async () => {
    const { email } = await somebody({ locale: "pt" });
    const { cookie } = await signIn(email);
    const change = (passwordNow: string) => {
      const body = { passwordNow, passwordNew: "tangerine lamp ferry", passwordAgain: "tangerine lamp ferry" };
      return answerOf(passwordPage.action(asSomebody(cookie, { body })));
    };
    await change("wrong");
    expect(await told(email)).toEqual([]);
    await change(password);
    await change(password);
    expect(await told(email)).toEqual(["password"]);
    const { id } = await db().mail.findFirstOrThrow({ where: { recipient: email } });
    await sendLetter(id);
    const { text } = await db().mail.findUniqueOrThrow({ where: { id } });
    expect(text).toMatch(/palavra-passe .* foi alterada em .*2026/);
    expect(text).toContain("/pt/account");
    expect(text).not.toContain("tangerine");
  });

  it("they are told of each sort of change, and of none that changed nothing", async () => {
    const { email, id } = await withFactor();
    await factors.setRecoveryCodes(id, ["a"]);
    await factors.removeTotp(id, randomUUID());
    const passkey = { id: randomUUID(), personId: id, publicKey: Buffer.from("key"), counter: 0, device: "" };
    for (let twice = 0; twice < 2; twice += 1) await passkeys.add(passkey);
    for (let twice = 0; twice < 2; twice += 1) await passkeys.remove(id, passkey.id);
    expect(await told(email)).toEqual(["factor", "codes", "factor_off", "passkey", "passkey_off"]);
  });

  it("nobody is told who shares an account to try the portal with", async () => {
    const { email, id } = await somebody({}, true);
    await factors.setRecoveryCodes(id, ["a"]);
    await signIn(email, { userAgent: windows });
    await signIn(email, { userAgent: mac });
    expect(await told(email)).toEqual([]);
    expect(await db().knownDevice.count({ where: { personId: id } })).toBe(0);
  });
});

describe("a sign-in", () => {
  it("from a device or a country not seen of late is told, the first of an account and the usual ones are not", async () => {
    const { email, id } = await somebody();
    await db().person.update({ where: { id }, data: { createdAt: new Date() } });
    const from = (userAgent: string, country: string | null) =>
      comingFrom({ network: null, country }, () => signIn(email, { userAgent, network: randomUUID() }));
    await from(windows, "MO");
    await from(windows, "MO");
    expect(await told(email)).toEqual([]);
    await from(mac, "MO");
    expect(await told(email)).toEqual(["device"]);
    await from(mac, "MO");
    await from(mac, "PA");
    expect(await told(email)).toEqual(["device", "device"]);
    await from(windows, "MO");
    expect(await told(email)).toHaveLength(2);
  });

  it("is told also when it is the first from which anything is noted, of an account that is old", async () => {
    const { email, id } = await somebody();
    await db().person.update({ where: { id }, data: { createdAt: new Date(0) } });
    await signIn(email, { userAgent: windows });
    expect(await told(email)).toEqual(["device"]);
  });

  it("leaves a device known for 90 days after it was last seen", async () => {
    const { id } = await somebody();
    const known = () => db().knownDevice.count({ where: { personId: id } });
    await db().$transaction((tx) => noteDevice(tx, id, "windows chrome"));
    pass(89 * day);
    await carryOutRetention();
    expect(await known()).toBe(1);
    pass(2 * day);
    await carryOutRetention();
    expect(await known()).toBe(0);
  });
});

describe("of tries to get in", () => {
  /** Tries wrong passwords until no more are let through. */
  async function guess(email: string): Promise<void> {
    const network = randomUUID();
    for (let index = 0; index < 8; index += 1) await signIn(email, { password: "wrong", network });
  }

  /** And does what the worker does after it. */
  async function tries(email: string): Promise<{ wishes: number }> {
    await guess(email);
    const wishes = await db().signInWish.findMany();
    for (const { id } of wishes) await sendLink(id, "http://portal.test");
    return { wishes: wishes.length };
  }

  it("the holder is warned once a day, a stranger's address gets nothing, and what is kept is alike", async () => {
    const { email } = await somebody();
    expect(await tries(email)).toEqual({ wishes: 1 });
    expect(await tries("nobody@example.org")).toEqual({ wishes: 1 });
    expect([await told(email), await told("nobody@example.org")]).toEqual([["tries"], []]);
    pass(3600);
    await tries(email);
    expect(await told(email)).toEqual(["tries"]);
    pass(day);
    await tries(email);
    expect(await told(email)).toEqual(["tries", "tries"]);
    expect(await db().signInLink.count()).toBe(0);
  });

  it("the wish that brings the warning names nobody", async () => {
    const { email } = await somebody();
    await guess(email);
    for (const table of ["sign_in_wish", "graphile_worker.jobs", "graphile_worker._private_jobs"]) {
      const { rows } = await pool().query(`SELECT t::text FROM ${table} t`);
      expect(JSON.stringify(rows), table).not.toContain(email);
    }
    expect(await db().signInWish.count({ where: { warns: true } })).toBe(1);
    await db().signInWish.deleteMany();
  });

  it("whoever knows the password and tries codes is told of, too", async () => {
    const { email } = await withFactor();
    const before = (await told(email)).length;
    const network = randomUUID();
    for (let index = 0; index < 8; index += 1) await signInWith(email, "000000", network);
    expect((await told(email)).slice(before)).toEqual(["codes_tried"]);
  });
});
