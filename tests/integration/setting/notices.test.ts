import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setClock } from "~/platform/clock";
import { db } from "~/platform/db/client";
import * as notice from "~/routes/admin/setting/notice";
import * as suggestion from "~/routes/member/suggestion-new";
import * as ask from "~/routes/public/ask";
import * as lead from "~/routes/public/suggest";
import * as signIn from "~/routes/session/sign-in";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, signedInAs, visit } from "../enquiry/visit";

let admin: string;
let member: string;
let today = new Date("2026-03-02T02:00:00Z");
const restore = setClock(() => today);

beforeAll(async () => {
  await freshDatabase();
  admin = await signedInAs((await aPerson({ role: "admin" })).token);
  member = await signedInAs((await aPerson()).token);
});
beforeEach(async () => {
  today = new Date("2026-03-02T02:00:00Z");
  await db().formNotice.deleteMany();
});
afterAll(restore);

const texts = { textHans: "暂停服务", textHant: "暫停服務", textEn: "Closed", textPt: "Fechado" };
const none = { textHans: "", textHant: "", textEn: "", textPt: "" };
const say = (name: string, sent: Record<string, string>, cookie = admin) => {
  const body = { seen: "0", source: "通告 3 号", inForce: "2026-03-02", ...sent };
  return answerOf(notice.action(visit({ params: { lang: "en", notice: name }, cookie, body })));
};
const pages = {
  ask: (lang: string) => ask.loader(visit({ params: { lang } })),
  lead: (lang: string) => lead.loader(visit({ params: { lang } })),
  suggestion: (lang: string) => suggestion.loader(visit({ params: { lang }, cookie: member })),
  sign_in: (lang: string) => signIn.loader(visit({ params: { lang } })),
};
const shown = async (name: keyof typeof pages, lang = "en") => (await pages[name](lang)).notice;

describe("a notice on a form", () => {
  it.each(Object.keys(pages) as (keyof typeof pages)[])(
    "stands on %s in four languages, and nowhere else",
    async (name) => {
      expect((await say(name, texts)).status).toBe(303);
      expect(await Promise.all(["zh-Hans", "zh-Hant", "en", "pt"].map((lang) => shown(name, lang)))).toEqual(
        Object.values(texts),
      );
      for (const other of Object.keys(pages) as (keyof typeof pages)[])
        if (other !== name) expect(await shown(other)).toBeNull();
    },
  );

  it("stands there from its first day on in Beijing, until a later word takes it away", async () => {
    await say("ask", { ...texts, inForce: "2026-03-05" });
    await say("ask", { ...none, seen: "1", inForce: "2026-03-09" });
    const days = ["2026-03-04T15:59:00Z", "2026-03-04T16:00:00Z", "2026-03-08T15:59:00Z", "2026-03-08T16:00:00Z"];
    const seen: (string | null)[] = [];
    for (const day of days) {
      today = new Date(day);
      seen.push(await shown("ask"));
    }
    expect(seen).toEqual([null, "Closed", "Closed", null]);
  });

  it("is written in all four languages or in none, with a source and a day that is not over", async () => {
    const faultsOf = async (sent: Record<string, string>) => {
      const { status, data } = await say("ask", sent);
      return { status, faults: (data as { faults?: object } | undefined)?.faults };
    };
    expect(await faultsOf({ ...texts, textPt: " \n" })).toEqual({ status: 422, faults: { textPt: ["all_languages"] } });
    expect(await faultsOf({ ...texts, source: "" })).toEqual({ status: 422, faults: { source: ["required"] } });
    expect(await faultsOf({ ...texts, inForce: "2026-03-01" })).toEqual({
      status: 422,
      faults: { inForce: ["past_day"] },
    });
    expect(await db().formNotice.count()).toBe(0);
  });

  it("is not written over by somebody who saw an older one, and keeps what they typed", async () => {
    await say("ask", texts);
    const late = await say("ask", { ...texts, textEn: "Open again" });
    expect(late).toMatchObject({ status: 409, data: { typed: { textEn: "Open again" } } });
    expect(await shown("ask")).toBe("Closed");
  });

  it("sent twice is said once", async () => {
    expect((await Promise.all([say("ask", texts), say("ask", texts)])).map(({ status }) => status)).toEqual([303, 303]);
    expect(await db().formNotice.count()).toBe(1);
  });

  it("is an administrator's to say, of a form that there is", async () => {
    expect((await say("ask", texts, member)).status).toBe(404);
    expect((await say("elsewhere", texts)).status).toBe(404);
  });

  it("is told of in the journal without its words", async () => {
    await say("ask", texts);
    const line = await db().journal.findFirstOrThrow({ orderBy: { seq: "desc" } });
    expect(line).toMatchObject({ verb: "setting.change", reference: "notice.ask" });
    expect(line.particulars).toEqual({ inForce: "2026-03-02", shown: true });
  });
});
