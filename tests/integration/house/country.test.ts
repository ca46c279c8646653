import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db, pool } from "~/platform/db/client";
import { freshDatabase } from "../../setup/database";
import { aForm, aHouse } from "../../setup/house";

let house: Awaited<ReturnType<typeof aHouse>>;

beforeAll(async () => {
  await freshDatabase();
  process.env.PROXIES = "1";
  process.env.COUNTRY_HEADER = "X-Country";
  house = await aHouse();
});
afterAll(() => house.stop());

/** Where the journal says that a wrong sign-in came from. */
async function placeOf(headers: Record<string, string>) {
  const form = aForm({ email: `${randomUUID()}@example.org`, password: "wrong wrong wrong" }, headers);
  expect((await house.ask("/en/sign-in", form)).status).toBe(422);
  const { network, country } = await db().journal.findFirstOrThrow({ orderBy: { seq: "desc" } });
  return { network, country };
}

it("the journal keeps the network and the country that the proxy names, and no more of the address", async () => {
  const headers = { "X-Forwarded-For": "203.0.113.77, 198.51.100.23", "X-Country": "mo" };
  expect(await placeOf(headers)).toEqual({ network: "198.51.100", country: "MO" });
  const { rows } = await pool().query<{ text: string }>("SELECT j::text AS text FROM journal j");
  expect(rows.map(({ text }) => text).join()).not.toMatch(/198\.51\.100\.23|203\.0\.113/);
});

it.each(["MOX", "M", "M1", "澳門", "<b>", "MO, PA", ""])("%j is no country, and the sign-in goes on", async (said) => {
  const written = Buffer.from(said, "utf8").toString("latin1");
  expect(await placeOf({ "X-Forwarded-For": "198.51.100.9", "X-Country": written })).toEqual({
    network: "198.51.100",
    country: null,
  });
});

it("no other header names one", async () => {
  const headers = { "X-Forwarded-For": "198.51.100.9", "CF-IPCountry": "MO" };
  expect(await placeOf(headers)).toMatchObject({ country: null });
});
