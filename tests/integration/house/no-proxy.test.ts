import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "~/platform/db/client";
import { freshDatabase } from "../../setup/database";
import { aForm, aHouse } from "../../setup/house";

let house: Awaited<ReturnType<typeof aHouse>>;

beforeAll(async () => {
  await freshDatabase();
  process.env.COUNTRY_HEADER = "x-country";
  house = await aHouse();
});
afterAll(() => house.stop());

it("without a proxy of ours nobody says from where they come: neither the network nor the country is believed", async () => {
  const headers = { "X-Forwarded-For": "198.51.100.9", "X-Country": "MO" };
  await house.ask("/en/sign-in", aForm({ email: "nobody@example.org", password: "wrong wrong wrong" }, headers));
  const { network, country } = await db().journal.findFirstOrThrow({ orderBy: { seq: "desc" } });
  expect({ network, country }).toEqual({ network: "127.0.0", country: null });
});
