import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { chinaDay } from "~/domain/calendar/days";
import { db } from "~/platform/db/client";
import * as template from "~/routes/members/template";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, signedInAs, visit } from "../enquiry/visit";
import { took } from "../export/taking";
import { head, look, one, resultOf, someone, steps, take, written } from "./bringing";
import { added, aMember } from "./visit";

let clerk = "";
let own = "";

beforeAll(freshDatabase);
beforeEach(async () => {
  await db().mail.deleteMany();
  await db().invitation.deleteMany();
  await db().membership.deleteMany();
  const { token, email } = await aPerson({ role: "committee", organisation: "demo-committee" });
  [clerk, own] = [await signedInAs(token), email];
});

const lookAt = (rows: string[][]) => look(clerk, written([head, ...rows]));
const emails = async () => (await db().membership.findMany()).map(({ email }) => email).toSorted();

describe("a list of members", () => {
  it("is seen first, changes nothing by that, and is taken in whole, once, with letters where they are wished for", async () => {
    const all = [someone(), someone(), someone()];
    const seen = await lookAt(all.map((email) => one(email)));
    expect([seen.status, steps(seen), await emails()]).toEqual([200, ["add", "add", "add"], []]);
    const both = await Promise.all([take(clerk, seen, { invites: "yes" }), take(clerk, seen, { invites: "yes" })]);
    expect(both.map(({ to }) => to).toSorted()).toEqual([
      "/en/committee/members?added=0&changed=0",
      "/en/committee/members?added=3&changed=0",
    ]);
    expect(await emails()).toEqual(all.toSorted());
    expect([await db().mail.count(), await db().invitation.count()]).toEqual([3, 3]);
    const lines = await db().journal.findMany({ where: { verb: "membership.import" } });
    expect(lines).toMatchObject([{ particulars: { added: 3, changed: 0 } }]);
  });

  it("sends no letter where none is wished for, and gives who has an account the role at once", async () => {
    const bea = await aPerson({ role: "unit", organisation: "unit-a" });
    const stranger = someone();
    await take(clerk, await lookAt([one(bea.email.toUpperCase()), one(stranger)]));
    expect(await db().invitation.count()).toBe(0);
    expect(await db().mail.findMany()).toMatchObject([{ template: "membership_given", recipient: bea.email }]);
    const roles = await db().grant.findMany({ where: { personId: bea.id }, orderBy: { role: "asc" } });
    expect(roles.map(({ role }) => role)).toEqual(["member", "unit"]);
    // What somebody is called who serves others is not the committee's to say.
    expect((await db().person.findUniqueOrThrow({ where: { id: bea.id } })).name).not.toBe("梁測試");
  });

  it("changes who is another than is kept, field by field, and leaves what it has no column for", async () => {
    const [email, same] = [someone(), someone()];
    await added(clerk, aMember({ email, sector: "canary", until: "2031-12-31" }));
    await take(clerk, await lookAt([one(same)]));
    const seen = await lookAt([one(email, "梁更正"), one(same)]);
    expect(resultOf(seen).steps).toMatchObject([
      { what: "change", row: 2, fields: ["name", "locale"] },
      { what: "same" },
    ]);
    expect((await take(clerk, seen)).to).toBe("/en/committee/members?added=0&changed=1");
    const row = await db().membership.findFirstOrThrow({ where: { email } });
    expect(row).toMatchObject({ name: "梁更正", sector: "canary", version: 2 });
    expect(chinaDay(row.from)).toBe("2022-01-01");
    expect(row.until).not.toBeNull();
  });

  it("with one row that is wrong takes nothing in, and says of each in which column and why", async () => {
    const [good, twice] = [someone(), someone()];
    const seen = await lookAt([
      one(good),
      ["", "nobody", "Emperor", "2026", "German"],
      one(twice),
      [],
      one(twice),
      one(own),
    ]);
    expect(seen.status).toBe(422);
    expect(resultOf(seen).faults.map(({ row, column, fault }) => `${row} ${column} ${fault}`)).toEqual([
      "3 name required",
      "3 email email",
      "3 kind choose",
      "3 session session",
      "3 locale choose",
      "6 email twice",
      "7 email own_membership",
    ]);
    expect((await take(clerk, seen)).status).toBe(422);
    expect(await emails()).toEqual([]);
  });

  it("that something has overtaken is shown anew and not taken in", async () => {
    const [email, other] = [someone(), someone()];
    const seen = await lookAt([one(email), one(other)]);
    await added(clerk, aMember({ email }));
    const late = await take(clerk, seen);
    expect([late.status, late.looked?.changed, steps(late)]).toEqual([409, true, ["change", "add"]]);
    expect(await emails()).toEqual([email]);
    expect((await take(clerk, late)).to).toBe("/en/committee/members?added=1&changed=1");
  });

  it("goes back in as it was taken along, in either form, and changes nothing", async () => {
    await added(clerk, aMember({ email: someone(), name: "=1+1 陳", until: "2031-12-31", liaisonGroup: "澳門" }));
    await added(clerk, aMember({ email: someone(), nameLatin: "" }));
    for (const format of ["csv", "xlsx"] as const) {
      const file = new Uint8Array(await took(clerk, "members", "", format));
      expect(steps(await look(clerk, file))).toEqual(["same", "same"]);
    }
  });

  it("is the committee's alone", async () => {
    for (const role of ["member", "unit", "admin", "auditor"] as const) {
      const cookie = await signedInAs((await aPerson({ role, proved: true })).token);
      expect((await look(cookie, written([head, one(someone())]))).status).toBe(404);
      expect((await answerOf(template.loader(visit({ cookie })))).status).toBe(404);
    }
  });
});
