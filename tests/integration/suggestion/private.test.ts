import { beforeAll, describe, expect, it } from "vitest";
import { refreshSearch, rebuildSearch } from "~/domain/catalogue/indexing.server";
import { db, pool } from "~/platform/db/client";
import * as apiSearch from "~/routes/api/search";
import * as apiSuggest from "~/routes/api/suggest";
import * as feed from "~/routes/public/feed";
import * as home from "~/routes/public/home";
import * as search from "~/routes/public/search";
import * as publicSuggestion from "~/routes/public/suggestion";
import * as publicSuggestions from "~/routes/public/suggestions";
import * as names from "~/routes/system/names";
import * as sitemap from "~/routes/system/sitemap";
import { aText } from "../../factories/suggestion";
import { freshDatabase } from "../../setup/database";
import { answerOf, visit } from "../enquiry/visit";
import { aCast, replied, rowOf, steps, submitted, type Cast } from "./visit";

const mark = "灰雀canary";
const text = () => aText({ title: `${mark}路燈`, matter: `${mark}一`, analysis: `${mark}二`, measures: `${mark}三` });
let cast: Cast;

beforeAll(async () => {
  await freshDatabase();
  cast = await aCast();
});

/** Everything that is public and might name a suggestion, as text. */
async function everythingPublic(reference: string): Promise<Record<string, string>> {
  const q = encodeURIComponent("灰雀canary");
  const bare = (path: string) => ({
    request: new Request(`http://portal.test${path}`),
    params: { lang: "zh-Hant" },
    context: {},
  });
  const said: Record<string, unknown> = {
    api: await (await apiSearch.loader(bare(`/api/v1/search?lang=zh-Hant&q=${q}`))).json(),
    suggest: await (await apiSuggest.loader(bare(`/api/v1/suggest?lang=zh-Hant&q=${q}`))).json(),
    search: await search.loader(bare(`/zh-Hant/search?q=${q}`)),
    home: await home.loader(bare("/zh-Hant")),
    list: await publicSuggestions.loader(bare("/zh-Hant/suggestions")),
    page: await publicSuggestion
      .loader({ ...bare(""), params: { lang: "zh-Hant", slug: reference } })
      .catch(() => "none"),
    feed: await (await feed.loader(bare(`/zh-Hant/feed?kind=suggestion`)).catch(() => new Response(""))).text(),
    names: await (await names.loader()).text(),
    sitemap: await (await sitemap.loader()).text(),
    index: (await pool().query("SELECT r::text AS text FROM search_row r")).rows,
  };
  return Object.fromEntries(
    Object.entries(said).map(([name, value]) => {
      const {
        query: _,
        text: __,
        ...rest
      } = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
      return [
        name,
        typeof value === "string" ? value : Array.isArray(value) ? JSON.stringify(value) : JSON.stringify(rest),
      ];
    }),
  );
}

const naming = (all: Record<string, string>, what: string) =>
  Object.keys(all).filter((name) => all[name]?.includes(what));

async function indexed(reference: string): Promise<void> {
  await refreshSearch(`suggestion:${reference}`);
}

describe("what is not published", () => {
  it("is in no index, list, search, feed, site map or page, however far it has come; nor in mail or jobs", async () => {
    const { reference } = await submitted(cast.member, text());
    const far = await replied(cast, text());
    await rebuildSearch();
    await indexed(reference);
    await indexed(far);
    for (const one of [reference, far]) {
      const all = await everythingPublic(one);
      expect(naming(all, mark)).toEqual([]);
      expect(naming(all, one)).toEqual([]);
    }
    const letters = JSON.stringify(await db().mail.findMany());
    const jobs = JSON.stringify((await pool().query("SELECT payload FROM graphile_worker._private_jobs")).rows);
    expect(letters.length).toBeGreaterThan(100);
    expect([letters.includes(mark), jobs.includes(mark)]).toEqual([false, false]);
  });

  it("stays so without the member's consent", async () => {
    const reference = await replied(cast, { ...text(), publishable: "" });
    expect(await steps.publish(cast.committee, reference, { verdict: "publish" })).toMatchObject({ status: 409 });
    expect((await rowOf(reference)).publishedAt).toBeNull();
  });
});

describe("what is published", () => {
  it("is found with its reply, never with its author; and once no longer published it is gone everywhere", async () => {
    const reference = await replied(cast, text());
    expect(await steps.publish(cast.committee, reference, { verdict: "publish" })).toMatchObject({ status: 303 });
    await indexed(reference);
    const shown = await everythingPublic(reference);
    expect(naming(shown, reference)).toEqual(
      expect.arrayContaining(["api", "search", "list", "page", "sitemap", "index"]),
    );
    const { authorId } = await rowOf(reference);
    expect(naming(shown, authorId)).toEqual([]);
    expect(naming(shown, "測試委員")).toEqual([]);
    expect(await steps.publish(cast.committee, reference, { verdict: "unpublish" })).toMatchObject({ status: 303 });
    await indexed(reference);
    const gone = await everythingPublic(reference);
    expect(naming(gone, reference)).toEqual([]);
    expect(naming(gone, mark)).toEqual([]);
    const page = publicSuggestion.loader(visit({ params: { lang: "en", slug: reference } }));
    expect(await answerOf(page)).toMatchObject({ status: 404 });
  });

  it("says how the public reaches the unit that handled it, where the unit says so", async () => {
    const contact = { email: "unit-a@example.org", phone: "+86 750 123 4567" };
    await db().organisation.update({ where: { slug: "unit-a" }, data: contact });
    const reference = await replied(cast, text());
    await steps.publish(cast.committee, reference, { verdict: "publish" });
    const { published } = await publicSuggestion.loader(visit({ params: { lang: "en", slug: reference } }));
    expect(published?.unit).toMatchObject(contact);
  });
});
