import { parseArgs } from "node:util";
import { prepare } from "~/launch/up";
import { ensureDatabase } from "~/launch/database";
import { closeDb } from "~/platform/db/client";
import { seedContent } from "../../prisma/seed";
import { removeSynthetic, seedSynthetic } from "./made-up/seed";

const usage = "npm run seed:scale -- --proposals N --seed S [--villages FILE] | npm run seed:scale -- --remove";

/** `npm run seed:scale`: fills the database with made-up records for trials at scale, or takes them out again. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      proposals: { type: "string" },
      seed: { type: "string", default: "1" },
      remove: { type: "boolean" },
      villages: { type: "string" },
    },
  });
  const [proposals, seed] = [Number(values.proposals ?? 0), Number(values.seed)];
  const right = Number.isInteger(proposals) && proposals >= (values.remove ? 0 : 1) && proposals <= 1_000_000;
  if (!right || !Number.isInteger(seed) || seed < 0 || seed > 9999)
    throw new Error(`${usage} (N to 1000000, S 0 to 9999)`);
  const embedded = await ensureDatabase();
  await prepare();
  await seedContent();
  const began = performance.now();
  const say = (step: string) =>
    console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s  ${step}`);
  if (values.remove) await removeSynthetic(say);
  else await seedSynthetic({ proposals, seed, villages: values.villages }, say);
  await closeDb();
  if (embedded?.started) await embedded.stop();
}

await main()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(closeDb);
