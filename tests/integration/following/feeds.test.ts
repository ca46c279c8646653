import { beforeAll, describe, expect, it } from "vitest";
import { rebuildSearch } from "~/domain/catalogue/indexing.server";
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
});
