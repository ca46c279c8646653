import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase } from "../../setup/database";
import { aForm, aHouse } from "../../setup/house";

let house: Awaited<ReturnType<typeof aHouse>>;

beforeAll(async () => {
  await freshDatabase();
  process.env.BASE_URL = "https://portal.example";
  house = await aHouse();
});

afterAll(() => house.stop());

it.each(["/en", "/en/nothing", "/favicon.svg", "/healthz"])("%s promises https for a year", async (path) => {
  expect((await house.ask(path)).headers["strict-transport-security"]).toBe("max-age=31536000");
});

it("sends cookies over https only", async () => {
  const { cookies } = await house.ask("/en/preferences", aForm({ lang: "en", text: "large" }));
  expect(cookies.length).toBeGreaterThan(0);
  for (const cookie of cookies) expect(cookie).toMatch(/; Secure/);
});

it("takes forms from its own address, by whatever name the proxy asks for it", async () => {
  const from = (origin: string) =>
    house.ask("/en/preferences", aForm({ lang: "en", text: "large" }, { Origin: origin }));
  expect((await from("https://portal.example")).status).toBe(303);
  expect((await from("https://portal.example.evil")).status).toBe(403);
});
