import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rebuildSearch, refreshSearch } from "~/domain/catalogue/indexing.server";
import * as feed from "~/routes/public/feed";
import { seedContent } from "../../../prisma/seed";
import { aText } from "../../factories/suggestion";
import { freshDatabase } from "../../setup/database";
import { aForm, aHouse } from "../../setup/house";
import { visit } from "../enquiry/visit";
import { aCast, replied, steps } from "../suggestion/visit";

let house: Awaited<ReturnType<typeof aHouse>>;
let reference = "";

beforeAll(async () => {
  await freshDatabase();
  await seedContent();
  const cast = await aCast();
  reference = await replied(cast, aText({ locale: "en", title: "Lamps for zebracrossing", matter: "It is dark." }));
  await steps.publish(cast.committee, reference, { verdict: "publish" });
  await rebuildSearch();
  await refreshSearch(`suggestion:${reference}`);
  house = await aHouse();
});

afterAll(() => house.stop());

describe("the search page", () => {
  it.each(["q=", "page=2", "", "kind=foo", "place=nonsense"])(
    "offers no following and no feed where there is none: «%s»",
    async (query) => {
      const { status, text } = await house.ask(`/en/search?${query}`);
      expect(status).toBe(200);
      expect(text).not.toMatch(/href="\/en\/(follow|feed)\?/);
    },
  );

  it.each(["q=Taishan&page=2", "q=Taishan&kind=foo&state=xyz", "kind=station", "place=taishan&page=1"])(
    "leads to both where there are: «%s»",
    async (query) => {
      const { text } = await house.ask(`/en/search?${query}`);
      const links = [...text.matchAll(/href="(\/en\/(?:follow|feed)\?[^"]*)"/g)].map(([, link = ""]) => link);
      expect(links).toHaveLength(2);
      for (const link of links) expect((await house.ask(link.replaceAll("&amp;", "&"))).status).toBe(200);
    },
  );
});

describe("what stands in its author's language only", () => {
  const title = `lang="en">(?:<mark>)?Lamps`;

  it("says so in lists, on the form to follow it and in feeds", async () => {
    const list = await house.ask("/zh-Hant/search?q=zebracrossing");
    expect(list.text).toMatch(new RegExp(title));
    expect(list.text).toMatch(/<p lang="en">It is dark\./);
    expect((await house.ask("/zh-Hant/search?q=museum")).text).not.toMatch(/class="card-title"><a [^>]*lang=/);
    const form = await house.ask(`/zh-Hant/follow?record=suggestion:${reference}`);
    expect(form.text).toMatch(new RegExp(title));
    const path = "/feed?q=zebracrossing";
    const atom = await (await feed.loader(visit({ path, params: { lang: "zh-Hant" } }))).text();
    expect(atom).toContain('<title xml:lang="en">Lamps');
    expect(atom).toContain('<summary xml:lang="en">It is dark.');
  });
});

describe("the form to follow", () => {
  it("names time zones as they are today", async () => {
    expect((await house.ask("/pt/follow?q=a")).text).toContain("Portugal · Hora da Europa Ocidental");
  });

  it("says what is missing behind a label that is a sentence as behind any other", async () => {
    for (const [lang, said] of [
      ["pt", "li a política de privacidade: É necessário"],
      ["zh-Hant", "並已閱讀私隱政策：需要您同意"],
    ]) {
      const { status, text } = await house.ask(`/${lang}/follow?q=a`, aForm({ email: "one@example.org" }));
      expect(status).toBe(422);
      expect(text.replaceAll("<!-- -->", "")).toContain(said);
    }
  });
});
