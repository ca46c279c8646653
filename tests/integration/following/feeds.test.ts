import { beforeAll, describe, expect, it } from "vitest";
import { rebuildSearch } from "~/domain/catalogue/indexing.server";
import * as follow from "~/routes/following/follow";
import * as feed from "~/routes/public/feed";
import { seedContent } from "../../../prisma/seed";
import { freshDatabase } from "../../setup/database";
import { answerOf, visit } from "../enquiry/visit";

beforeAll(async () => {
  await freshDatabase();
  await seedContent();
  await rebuildSearch();
});

describe("feeds", () => {
  const read = async (query: string) => {
    const response = await feed.loader(visit({ path: `/feed?${query}`, params: { lang: "en" } }));
    return { type: response.headers.get("Content-Type"), body: await response.text() };
  };

  it("are Atom, newest first, of a search or a record", async () => {
    const { type, body } = await read("kind=initiative");
    expect(type).toContain("application/atom+xml");
    const dates = [...body.matchAll(/<entry>.*?<updated>(.*?)<\/updated>/g)].map(([, date]) => date);
    expect(dates.length).toBe(7);
    expect(dates).toEqual(dates.toSorted().toReversed());
    expect((await read("record=place:taishan")).body).toContain("/en/places/taishan");
    expect((await read("q=%3C%26%22%00a")).body).not.toContain("<&");
    expect((await answerOf(feed.loader(visit({ path: "/feed", params: { lang: "en" } })))).status).toBe(404);
  });

  it("are XML, whatever stands in the words", async () => {
    for (const sign of ["\uFFFE", "\uFFFF", "\u0000", "\u000B", "\u0085", "\uD800", "\u{1F6B2}", "<", "&", "]]>"]) {
      const { body } = await read(`q=${encodeURIComponent(sign.toWellFormed())}a&kind=place`);
      const title = /<title>(.*?)<\/title>/.exec(body)?.[1] ?? "";
      expect(title).toMatch(/^Qiaoqiao 侨桥 · .*a · Place$/);
      // What XML 1.0 calls a character, and no sign of its own that is not part of a reference.
      expect(title).toMatch(/^(?:[^\p{Cc}\p{Cs}\uFFFE\uFFFF<&]|&#\d+;)*$/u);
    }
  });

  it("are named by their filters too", async () => {
    const titleOf = async (query: string) => /<title>(.*?)<\/title>/.exec((await read(query)).body)?.[1];
    expect(await titleOf("kind=station")).toBe("Qiaoqiao 侨桥 · Legal station");
    expect(await titleOf("year=2023")).toBe("Qiaoqiao 侨桥 · 2023");
    expect(await titleOf("q=bridge&function=think-tank&place=taishan&state=planned")).toBe(
      "Qiaoqiao 侨桥 · bridge · Overseas-Chinese think tank · Taishan · Planned",
    );
    expect(await titleOf("record=place:taishan")).toBe("Qiaoqiao 侨桥 · Taishan");
  });

  it("are there for what can be followed, and for nothing else", async () => {
    const answers = async (query: string) => {
      const [own, form] = await Promise.all([
        answerOf(feed.loader(visit({ path: `/feed?${query}`, params: { lang: "en" } }))),
        answerOf(follow.loader(visit({ path: `/follow?${query}`, params: { lang: "en" } }))),
      ]);
      return [own.status, form.status];
    };
    for (const none of ["record=place:nonsense", "place=nonsense", "q=a&place=nonsense", "kind=foo", "q=", "page=2"])
      expect(await answers(none)).toEqual([404, 404]);
    for (const some of ["record=place:taishan", "place=taishan", "q=a&kind=foo&state=xyz"])
      expect(await answers(some)).toEqual([200, 200]);
  });
});
