import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db, pool } from "~/platform/db/client";
import { addJob } from "~/platform/jobs/jobs";
import { post } from "~/platform/mail/mail";
import * as rebuild from "~/routes/admin/rebuild";
import * as retry from "~/routes/admin/retry";
import * as upkeep from "~/routes/admin/upkeep";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { answerOf, signedInAs, visit } from "../enquiry/visit";

let admin: string;
let member: string;

beforeAll(async () => {
  await freshDatabase();
  admin = await signedInAs((await aPerson({ role: "admin" })).token);
  member = await signedInAs((await aPerson()).token);
});

const at = (params: Record<string, string> = {}, body?: Record<string, string>, cookie = admin) =>
  visit({ params: { lang: "en", ...params }, cookie, ...(body ? { body } : {}) });

/** Makes every waiting job one that failed so many times, with this error. */
async function failed(attempts: number, error: string): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(
    "UPDATE graphile_worker._private_jobs SET attempts = $1, last_error = $2 WHERE last_error IS NULL RETURNING id::text",
    [attempts, error],
  );
  return rows[0]?.id ?? "";
}

describe("how the portal runs", () => {
  it("shows a job that is given up with its fault's first line, and has it begin anew", async () => {
    await db().$transaction((tx) => addJob(tx, "search.refresh", { key: "place:taishan" }));
    const id = await failed(12, "It broke.\n    at somewhere (secret.ts:1)");
    const { jobs } = await upkeep.loader(at());
    expect(jobs.page.items).toMatchObject([
      { id, task: "search.refresh", over: true, error: "It broke.", attempts: 12 },
    ]);
    expect(await answerOf(retry.action(at({ job: id }, {})))).toMatchObject({
      status: 303,
      to: "/en/admin/upkeep?retried",
    });
    const { rows } = await pool().query(
      "SELECT attempts, run_at <= now() AS due FROM graphile_worker.jobs WHERE id = $1",
      [id],
    );
    expect(rows).toEqual([{ attempts: 0, due: true }]);
    await pool().query("SELECT graphile_worker.complete_jobs(ARRAY[$1::bigint])", [id]);
    expect(await answerOf(retry.action(at({ job: id }, {})))).toMatchObject({ to: "/en/admin/upkeep?gone" });
    expect(await answerOf(retry.action(at({ job: "1 OR 1=1" }, {})))).toMatchObject({ status: 404 });
  });

  it("shows mail that no server took, never a sealed address, and nothing that waits for its first try", async () => {
    const letter = (recipient: string, isPrivate: boolean) => ({
      dedupeKey: randomUUID(),
      recipient,
      isPrivate,
      locale: "en" as const,
      template: "moved",
      params: {},
    });
    await db().$transaction((tx) => post(tx, letter("canary@example.org", true)));
    await failed(3, "A letter could not be handed over (ECONNREFUSED).");
    await db().$transaction((tx) => post(tx, letter("open@example.org", false)));
    const view = await upkeep.loader(at());
    expect(view.letters.page).toMatchObject({ total: 1, items: [{ recipient: null, attempts: 3 }] });
    expect(JSON.stringify(view)).not.toContain("canary");
    expect(view.letters.page.items[0]?.error).toContain("ECONNREFUSED");
    expect(await answerOf(retry.action(at({ job: view.letters.page.items[0]?.job ?? "" }, {})))).toMatchObject({
      to: "/en/admin/upkeep?retried",
    });
  });

  it("counts what the index holds, and has it built anew once, however often that is asked", async () => {
    const { index } = await upkeep.loader(at());
    expect(index).toMatchObject({ engine: "postgres", documents: 0, newest: null });
    for (let time = 0; time < 2; time += 1)
      expect(await answerOf(rebuild.action(at({}, {})))).toMatchObject({ to: "/en/admin/upkeep?rebuilding" });
    expect((await upkeep.loader(at())).index.waiting).toBe(1);
  });

  it("is for administrators alone", async () => {
    expect(await answerOf(upkeep.loader(at({}, undefined, member)))).toMatchObject({ status: 404 });
    expect(await answerOf(retry.action(at({ job: "1" }, {}, member)))).toMatchObject({ status: 404 });
    expect(await answerOf(rebuild.action(at({}, {}, member)))).toMatchObject({ status: 404 });
  });
});
