import { Agent } from "node:http";
import { db } from "~/platform/db/client";
import { announceChange } from "~/platform/jobs/notices";
import { addJob } from "~/platform/jobs/jobs";
import { shoot } from "../bench/hammer";

const slug = "wuyi-talks";

/** How long after its commit a change is found, in milliseconds, so many times: a word is added to what is written of one thing. */
export async function untilVisible(port: number, times: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true });
  const { content } = await db().entry.findUniqueOrThrow({ where: { slug }, select: { content: true } });
  const own = content as { summary: Record<string, string> };
  const save = (summary: Record<string, string>) =>
    db().$transaction(async (tx) => {
      await tx.entry.update({ where: { slug }, data: { content: { ...own, summary } } });
      await addJob(tx, "search.refresh", { key: `entry:${slug}` }, `search:${slug}`);
      await announceChange(tx, "content");
    });
  const taken: number[] = [];
  try {
    for (let round = 0; round < times; round += 1) {
      // Of letters alone: a digit within a word is taken for a tone.
      const word = `visible${[...`${process.pid}${100 + round}`].map((digit) => "abcdefghij"[Number(digit)]).join("")}`;
      await save({ ...own.summary, en: `${own.summary.en} ${word}` });
      const committed = performance.now();
      for (let look = 0; ; look += 1) {
        const { body } = await shoot(
          agent,
          port,
          `/api/v1/search?lang=en&limit=5&q=${word}&offset=0&state=&year=&x=${look}`,
        );
        if (body.includes(`/programmes/${slug}`)) break;
        if (performance.now() - committed > 30_000) throw new Error("A change is not found after half a minute.");
      }
      taken.push(performance.now() - committed);
    }
  } finally {
    await save(own.summary);
    agent.destroy();
  }
  return taken;
}
