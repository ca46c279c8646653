import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import * as accountPage from "~/routes/account/account";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/client";
import type { Somebody } from "../../setup/provider";
import { answerOf, sentBack, visit } from "../enquiry/visit";
import { asked, cameBack, linked, other, through, unitOf, wayOf } from "./sso-visit";
import { somebody } from "./visit";

const opens = async (cookie: string) => (await answerOf(accountPage.loader(visit({ cookie })))).status === 200;

describe("a sign-in by a provider", () => {
  it("opens the account that the identity is linked to, where they wanted to go, and noted as any other", async () => {
    const { sub, id } = await linked();
    const answer = await wayOf({ sub }, "", "/sign-in/with/one?to=/en/member");
    expect([answer.status, answer.to, await opens(answer.cookie)]).toEqual([303, "/en/member", true]);
    expect(await db().journal.count({ where: { verb: "person.sign_in", reference: id } })).toBe(1);
    expect((await db().identity.findFirstOrThrow()).usedAt).not.toBeNull();
  });

  it("opens nothing for an identity that is not linked, though its address has an account, and makes none", async () => {
    const { email } = await somebody();
    const answer = await wayOf({ sub: randomUUID(), claims: { email, email_verified: true } });
    expect([answer.to, answer.cookie]).toEqual(["/en/sign-in?sso=unlinked", ""]);
    expect([await db().person.count(), await db().identity.count(), await db().session.count()]).toEqual([1, 0, 0]);
  });

  it("opens nothing where the account is disabled, erased or one to try the portal with", async () => {
    for (const change of [{ disabledAt: new Date() }, { demo: true }]) {
      const { sub, id } = await linked();
      await db().person.update({ where: { id }, data: change });
      expect((await wayOf({ sub })).to).toBe("/en/sign-in?sso=unlinked");
    }
    const { sub, id } = await linked();
    await db().person.delete({ where: { id } });
    expect((await wayOf({ sub })).to).toBe("/en/sign-in?sso=unlinked");
  });

  it("counts as having shown who one is only when the provider asked of late", async () => {
    const { sub, id } = await linked();
    const provedAt = async () =>
      (await db().session.findFirstOrThrow({ where: { personId: id }, orderBy: { createdAt: "desc" } })).provedAt;
    await wayOf({ sub });
    expect(await provedAt()).not.toBeNull();
    await db().session.deleteMany();
    await wayOf({ sub, ago: 3600 });
    expect(await provedAt()).toBeNull();
  });
});

describe("what comes back from a provider", () => {
  const refused = { status: 303, to: "/en/sign-in?sso=failed", cookie: "" };
  const lost = { status: 303, to: expect.stringMatching(/\/sign-in\?sso=failed$/), cookie: "" };

  it("is taken from the browser that asked alone, once, and not too late", async () => {
    const { sub } = await linked();
    const [mine, another] = [await asked(), await asked()];
    const at = await through(mine.to ?? "", { sub });
    expect(await cameBack(at, "")).toMatchObject(lost);
    expect(await cameBack(at, sentBack(another.cookies))).toMatchObject(refused);
    const restore = setClock(() => new Date(Date.now() + 601_000));
    expect(await cameBack(at, sentBack(mine.cookies))).toMatchObject(lost);
    restore();
    expect((await cameBack(at, sentBack(mine.cookies))).to).toBe("/en");
    expect(await cameBack(at, sentBack(mine.cookies))).toMatchObject(refused);
  });

  it("with another state, code or issuer, or an error, is nothing", async () => {
    const { sub } = await linked();
    for (const [name, value] of [
      ["state", "x"],
      ["code", "x"],
      ["iss", other.issuer],
      ["error", "access_denied"],
    ] as const) {
      const { to, cookies } = await asked();
      const at = await through(to ?? "", { sub });
      at.searchParams.set(name, value);
      expect([name, await cameBack(at, sentBack(cookies))]).toEqual([name, expect.objectContaining(refused)]);
    }
    expect(await db().session.count()).toBe(0);
  });

  it("of one provider is not taken for another's", async () => {
    const { sub } = await linked();
    const { to, cookies } = await asked("", "two");
    const at = await through(to ?? "", { sub }, other);
    expect((await cameBack(at, sentBack(cookies))).to).toBe("/en/sign-in?sso=unlinked");
    const mixed = new URL(at.href.replace("/two/", "/one/"));
    // Refused before anything of it is sent to the other: not even the language of the question is looked at.
    expect((await cameBack(mixed, sentBack(cookies))).to).toBe("/zh-Hans/sign-in?sso=failed");
  });

  it("does not come where the provider is down or unknown: the page to sign in says so", async () => {
    expect(await asked("", "down")).toMatchObject({ to: "/en/sign-in?sso=failed" });
    expect(await asked("", "nobody")).toMatchObject({ status: 404 });
  });

  it("leads to a page of ours alone, wherever the address says", async () => {
    const { sub } = await linked();
    for (const to of ["https://evil.example", "//evil.example", "/\\evil.example"])
      expect((await wayOf({ sub }, "", `/sign-in/with/one?to=${encodeURIComponent(to)}`)).to).toBe("/en");
  });
});

describe("a second factor", () => {
  it("counts where the provider's words are those that the operator trusts, and no others", async () => {
    const staff = { role: "unit", organisation: "unit-a" } as const;
    for (const [shown, status] of [
      [{ amr: ["pwd", "mfa"] }, 200],
      [{ acr: "gold" }, 200],
      [{ amr: ["pwd"] }, 303],
      [{ acr: "silver" }, 303],
      [{}, 303],
    ] satisfies [Partial<Somebody>, number][]) {
      const { sub } = await linked(randomUUID(), staff);
      const { cookie } = await wayOf({ sub, ...shown });
      expect([shown, await unitOf(cookie)]).toEqual([shown, status]);
    }
  });

  it("of the portal is asked for where it is on and the provider says of none", async () => {
    const { sub, id } = await linked();
    const row = { personId: id, sealedSecret: Buffer.from("-"), lastStep: 0, createdAt: new Date() };
    await db().totp.create({ data: row });
    expect((await wayOf({ sub })).to).toMatch(/^\/en\/sign-in\/code/);
    expect((await wayOf({ sub, amr: ["mfa"] })).to).toBe("/en");
  });
});
