import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addMember } from "~/domain/membership/desk.server";
import { patterns, type PageName } from "~/paths";
import { db } from "~/platform/db/client";
import { anOrganisation, aPerson } from "../../factories/person";
import { aText } from "../../factories/suggestion";
import { freshDatabase } from "../../setup/database";
import { aForm, aHouse } from "../../setup/house";
import * as suggest from "~/routes/public/suggest";
import { asked as askedHelp, returned, signedInAs, visit } from "../enquiry/visit";
import { asked, making } from "../export/taking";
import { aCast, replied, rowOf, steps, submitted } from "../suggestion/visit";
import { aClaim, confirmed } from "../membership/visit";
import { anEntry, begun, withContent } from "../draft/visit";
import { tableOf, written } from "./written";

let house: Awaited<ReturnType<typeof aHouse>>;
const cookies: Record<string, string> = { visitor: "" };
const references: Record<string, string> = {};

beforeAll(async () => {
  await freshDatabase();
  const cast = await aCast();
  const station = async (organisation: string) => signedInAs((await aPerson({ role: "station", organisation })).token);
  const reference = await replied(cast, aText());
  await steps.publish(cast.committee, reference, { verdict: "publish" });
  await anOrganisation("station-a", "station");
  const enquiry = await askedHelp();
  const lead = { requestKey: randomUUID(), name: "-", contact: "-", text: "-", consent: "yes" };
  await suggest.action(visit({ body: lead }));
  const withFile = await submitted(cast.member, aText(), [new File(["text"], "a.txt")]);
  const { member, other, committee, unit, otherUnit } = cast;
  Object.assign(cookies, {
    asker: await returned(enquiry.code),
    author: member,
    "other member": other,
    committee,
    "handling unit": unit,
    "other unit": otherUnit,
    "head of the unit": await signedInAs(
      (await aPerson({ role: "unit_head", organisation: "unit-a", proved: true })).token,
    ),
    supervision: cast.supervision,
    station: await station("station-a"),
    "duty lawyer": await signedInAs((await aPerson({ role: "duty_lawyer", organisation: "station-a" })).token),
    editor: await signedInAs((await aPerson({ role: "editor" })).token),
    translator: await signedInAs((await aPerson({ role: "translator" })).token),
    reviewer: await signedInAs((await aPerson({ role: "reviewer" })).token),
    auditor: await signedInAs((await aPerson({ role: "auditor" })).token),
    administrator: await signedInAs((await aPerson({ role: "admin", proved: true })).token),
    "administrator, not of late": await signedInAs((await aPerson({ role: "admin" })).token),
  });
  const somebody = await aPerson();
  const staff = await aPerson({ role: "unit", organisation: "unit-a" });
  const clerk = (await aPerson({ role: "committee", organisation: "demo-committee" })).actor;
  const profile = { name: "-", locale: "en", kind: "macao", session: 14 } as const;
  const added = await addMember(clerk, { ...profile, email: "routes@example.org" });
  const claim = await aClaim();
  await confirmed(claim);
  const held = await db().grant.findFirstOrThrow({ where: { personId: somebody.id } });
  Object.assign(references, {
    person: somebody.id,
    grant: held.id,
    claim: claim.id,
    member: added.ok ? added.value : "",
    staff: (await db().grant.findFirstOrThrow({ where: { personId: staff.id } })).id,
    suggestion: reference,
    enquiry: enquiry.reference,
    lead: (await db().lead.findFirstOrThrow()).reference,
    file: (await rowOf(withFile.reference)).files[0]?.id ?? "",
  });
  await withContent([anEntry("bridge")]);
  references.draft = await begun({ cookie: cookies.editor ?? "" }, "bridge");
  const taken = await asked(cookies.administrator ?? "", "people");
  await making(taken.id);
  references.export = taken.id;
  house = await aHouse();
});

afterAll(() => house.stop());

function subjectOf(name: PageName): string {
  if (name.startsWith("station")) return "enquiry";
  if (name.startsWith("editor")) return "draft";
  return name === "committeeLead" ? "lead" : "suggestion";
}

function addressOf(name: PageName): string {
  const about = subjectOf(name);
  const pattern: string = patterns[name];
  return pattern
    .replace(":lang", "en")
    .replace(":person", references.person ?? "")
    .replace(":export", references.export ?? "")
    .replace(":member", references.member ?? "")
    .replace(":claim", references.claim ?? "")
    .replace(":grant", references[name === "teamEnd" ? "staff" : "grant"] ?? "")
    .replace(":organisation", "unit-b")
    .replace(":setting", "accept_days")
    .replace(":notice", "ask")
    .replace(":region", "macao")
    .replace(":day", "2026-12-24")
    .replace(":reference", references[about] ?? "")
    .replace(":id", references.file ?? "")
    .replace(":language", "pt")
    .replace(
      ":slug",
      name === "suggestion" ? (references.suggestion ?? "") : name.startsWith("editor") ? "bridge" : "none",
    )
    .replace(/:\w+/g, "none");
}

const leadTo = { "/sign-in?to=": "sign in", "/ask/return": "code", "/account/proof": "prove" };

function wordOf({ status, headers }: { status: number; headers: Record<string, string> }): string {
  const to = headers.location ?? "";
  if (status === 303) return Object.entries(leadTo).find(([part]) => to.includes(part))?.[1] ?? "goes on";
  return (
    { 200: "opens", 404: "not found", 403: "forbidden", 405: "no such", 409: "too late", 422: "form" }[status] ??
    `${status}`
  );
}

it.each(["GET", "POST"] as const)(
  "every page answers %s for each role as it is written down",
  async (method) => {
    const rows: string[][] = [];
    // Signing out ends the sessions that the others are asked with.
    const names = (Object.keys(patterns) as PageName[]).toSorted(
      (one, other) => Number(one === "signOut") - Number(other === "signOut"),
    );
    for (const name of names) {
      const row: string[] = [name];
      for (const cookie of Object.values(cookies)) {
        const path = addressOf(name);
        // An empty form: whoever may send it is told what is missing, or nothing is; whoever may not is turned away.
        const answer = await house.ask(path, method === "POST" ? { ...aForm({}), cookie } : { cookie });
        row.push(wordOf(answer));
      }
      rows.push(row);
    }
    const table = tableOf([method, ...Object.keys(cookies)], rows);
    expect(table).toBe(written(`pages: ${method}`, table));
  },
  180_000,
);
