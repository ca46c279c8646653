import { beforeAll, describe, expect, it } from "vitest";
import { addMember } from "~/domain/membership/desk.server";
import { db } from "~/platform/db/client";
import * as data from "~/routes/own/data";
import * as ownExport from "~/routes/own/export";
import { aText } from "../../factories/suggestion";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, signedInAs, visit } from "../enquiry/visit";
import { aClaim, aClaimForm } from "../membership/visit";
import { aCast, rowOf, steps, submitted, type Cast } from "../suggestion/visit";

let cast: Cast;

beforeAll(async () => {
  await freshDatabase();
  cast = await aCast();
});

const look = (cookie: string) => data.loader(visit({ cookie }));

describe("one's own data", () => {
  it("are shown and given to their holder alone, with files, as an archive", async () => {
    const files = [new File(["%PDF-1.4 mine"], "计划.pdf", { type: "application/pdf" })];
    const { reference } = await submitted(cast.member, aText({ title: "canary-own" }), files);
    await submitted(cast.other, aText({ title: "canary-other" }), [new File(["other"], "other.txt")]);
    expect((await look(cast.member)).counts).toMatchObject({ suggestions: 1, files: 1, sessions: 1 });
    const response = (await ownExport.loader(visit({ cookie: cast.member }))) as Response;
    expect(response.headers.get("Content-Type")).toBe("application/zip");
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
    const text = bytes.toString("utf8");
    for (const held of ["my-data.json", "canary-own", `files/${reference}/1-计划.pdf`, "%PDF-1.4 mine"])
      expect(text).toContain(held);
    const { storageKey } = (await rowOf(reference)).files[0] ?? { storageKey: "" };
    for (const foreign of ["canary-other", "other.txt", "passwordHash", "tokenHash", storageKey])
      expect(text).not.toContain(foreign);
    const lines = await db().journal.findMany({ where: { verb: "person.export" } });
    expect(lines).toHaveLength(1);
    for (const { loader } of [data, ownExport])
      expect(await answerOf(loader(visit({})))).toMatchObject({ status: 303, to: expect.stringContaining("/sign-in") });
  });

  it("hold what somebody is a member as, and what they claimed to be", async () => {
    const { email, token } = await aPerson();
    const clerk = (await aPerson({ role: "committee", organisation: "demo-committee" })).actor;
    const profile = { name: "梁", locale: "pt", kind: "hong_kong", session: 14, sector: "canary-sector" } as const;
    await addMember(clerk, { ...profile, email });
    await addMember(clerk, { ...profile, email: "canary-other@example.org", sector: "canary-other" });
    const claim = await aClaim(aClaimForm({ email, sector: "canary-claimed" }));
    const cookie = await signedInAs(token);
    const own = await look(cookie);
    expect(own.memberships).toMatchObject([{ kind: "hong_kong", session: 14, sector: "canary-sector" }]);
    expect(own.consents.filter(({ subjectId }) => subjectId === claim.id)).toHaveLength(1);
    const response = (await ownExport.loader(visit({ cookie }))) as Response;
    const text = Buffer.from(await response.arrayBuffer()).toString("utf8");
    for (const held of ["canary-sector", "canary-claimed", "hong_kong"]) expect(text).toContain(held);
    for (const foreign of ["canary-other", "tokenHash", "addressHash", "sealed", "folded"])
      expect(text).not.toContain(foreign);
  });

  it("say what was agreed to, in which words and language, and that it was taken back", async () => {
    const { reference } = await submitted(cast.other, aText({ locale: "en", publishable: "yes" }));
    const { id } = await rowOf(reference);
    const mine = async () => (await look(cast.other)).consents.filter((one) => one.subjectId === id);
    // The form stood on a page in Traditional, whatever the suggestion is written in.
    expect(await mine()).toMatchObject([
      { reference, purpose: "publication", version: "1", locale: "zh-Hant", withdrawnAt: null },
    ]);
    await steps.review(cast.committee, reference, { verdict: "take" });
    await steps.review(cast.committee, reference, { verdict: "return", words: "-" });
    const { requestKey: _, publishable: __, ...text } = aText();
    await steps.revise(cast.other, reference, text);
    const [consent, ...others] = await mine();
    expect(others).toEqual([]);
    expect(consent?.withdrawnAt).not.toBeNull();
  });
});
