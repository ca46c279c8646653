import { describe, expect, it } from "vitest";
import { locales } from "~/domain/kernel/locale";
import { db } from "~/platform/db/client";
import { aPerson } from "../../factories/person";
import { signedInAs } from "../enquiry/visit";
import {
  anEntry,
  begun,
  cast,
  forms,
  nameOf,
  onAFreshDesk,
  passed,
  published,
  rowOf,
  seenBy,
  seenText,
  stepped,
  versionOf,
  withContent,
  written,
} from "./visit";

onAFreshDesk();

describe("four people writing at once", () => {
  it("do not stand in each other's way, but the same text is not written twice", async () => {
    const reference = await begun(cast.editor, "bridge");
    const seen = await seenText(cast.editor, reference, "en");
    const body = (name: string) => ({ seen, name, summary: "-", body: "" });
    const answers = await Promise.all([
      forms.write(cast.translator, reference, body("Ponte"), "pt"),
      forms.write(cast.editor, reference, body("Bridge of all"), "en"),
      forms.write(cast.translator, reference, body("橋"), "zh-Hant"),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const late = await forms.write(cast.translator, reference, body("Another bridge"), "en");
    expect(late).toMatchObject({ status: 409, data: { outdated: true, typed: { name: "Another bridge" } } });
    const { content } = await rowOf(reference);
    expect(content).toMatchObject({ names: { en: "Bridge of all", pt: "Ponte", "zh-Hant": "橋" } });
  });

  it("a translation of an original that has changed meanwhile is not taken for one of the new", async () => {
    const reference = await begun(cast.editor, "bridge");
    const seen = await seenText(cast.translator, reference, "pt");
    await written(cast.editor, reference, "zh-Hans", "新橋");
    const late = await forms.write(cast.translator, reference, { seen, name: "Ponte", summary: "-", body: "" }, "pt");
    expect(late.status).toBe(409);
  });

  it("sent twice, a form does once what it does", async () => {
    const reference = await begun(cast.editor, "bridge");
    const seen = await seenText(cast.editor, reference, "en");
    const twice = () => forms.write(cast.editor, reference, { seen, name: "Once", summary: "-", body: "a\n\nb" }, "en");
    expect((await Promise.all([twice(), twice()])).map(({ status }) => status)).toEqual([303, 303]);
    for (const language of locales) await written(cast.editor, reference, language, "Once");
    const version = await versionOf(reference);
    const submit = () => forms.step(cast.editor, reference, { verdict: "submit", seen: version });
    expect((await Promise.all([submit(), submit()])).map(({ status }) => status)).toEqual([303, 303]);
    const now = await versionOf(reference);
    const pass = () => forms.check(cast.one, reference, { verdict: "pass", answered: "yes", seen: now });
    expect((await Promise.all([pass(), pass()])).map(({ status }) => status)).toEqual([303, 303]);
    const { state, events } = await rowOf(reference);
    expect(state).toBe("second_check");
    expect(events.map(({ verb }) => verb)).toEqual([
      "begin",
      "write",
      "write",
      "write",
      "write",
      "write",
      "submit",
      "pass",
    ]);
  });
});

describe("a check", () => {
  it("is refused to whoever wrote any of it, or has passed it already", async () => {
    const { id, token } = await aPerson({ role: "editor" });
    await db().grant.create({ data: { personId: id, role: "reviewer", from: new Date("2020-01-01") } });
    const both = { cookie: await signedInAs(token) };
    const reference = await begun(cast.editor, "bridge");
    await written(both, reference, "en", "Bridge");
    await stepped(cast.editor, reference, "submit");
    expect((await passed(both, reference)).status).toBe(403);
    expect((await passed(cast.one, reference)).status).toBe(303);
    expect((await passed(cast.one, reference)).status).toBe(403);
    expect((await rowOf(reference)).state).toBe("second_check");
  });

  it("needs its question answered; what is returned says why, and goes through all three again", async () => {
    const reference = await begun(cast.editor, "bridge");
    await stepped(cast.editor, reference, "submit");
    const seen = await versionOf(reference);
    expect((await forms.check(cast.one, reference, { verdict: "pass", seen })).status).toBe(422);
    expect((await forms.check(cast.one, reference, { verdict: "return", seen, words: "" })).status).toBe(422);
    await passed(cast.one, reference);
    const back = { verdict: "return", seen: await versionOf(reference), words: "The year is wrong." };
    expect((await forms.check(cast.two, reference, back)).status).toBe(303);
    expect((await seenBy(cast.editor, reference)).view.events.at(-1)?.words).toBe("The year is wrong.");
    await published(cast, reference);
    expect((await rowOf(reference)).state).toBe("published");
  });

  it("publishes nothing over an entry that has changed since the reviewer compared it", async () => {
    const reference = await begun(cast.editor, "bridge");
    await stepped(cast.editor, reference, "submit");
    for (const who of [cast.one, cast.two]) await passed(who, reference);
    const { view } = await seenBy(cast.three, reference);
    await withContent([anEntry("bridge", "Bridge mended elsewhere")]);
    const sent = { verdict: "publish", answered: "yes", seen: String(view.draft.version) };
    expect((await forms.check(cast.three, reference, { ...sent, against: view.against ?? "" })).status).toBe(409);
    expect(await nameOf("bridge")).toBe("Bridge mended elsewhere");
    expect((await passed(cast.three, reference)).status).toBe(303);
    expect(await nameOf("bridge")).toBe("Bridge");
  });

  it("writes to whoever may check next, and to those who wrote when it comes back or is published", async () => {
    await db().mail.deleteMany();
    const reference = await begun(cast.editor, "bridge");
    await written(cast.translator, reference, "pt", "Ponte secreta");
    await stepped(cast.editor, reference, "submit");
    for (const who of [cast.one, cast.two, cast.three]) await passed(who, reference);
    const letters = await db().mail.findMany({ orderBy: { createdAt: "asc" } });
    const told = letters.map(({ template, recipient }) => [template, recipient]);
    const reviewers = [cast.one, cast.two, cast.three].map(({ email }) => email);
    for (const email of reviewers) expect(told).toContainEqual(["draft_turn", email]);
    expect(told.filter(([, email]) => email === cast.one.email)).toHaveLength(1);
    expect(told.filter(([, email]) => email === cast.three.email)).toHaveLength(3);
    expect(told).toContainEqual(["draft_published", cast.editor.email]);
    expect(told).toContainEqual(["draft_published", cast.translator.email]);
    expect(JSON.stringify(letters)).not.toContain("secreta");
  });
});
