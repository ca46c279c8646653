import { headOf, type Fault } from "~/domain/journal/chain.server";
import { verifyJournal } from "~/domain/journal/journal.server";
import { closeDb } from "~/platform/db/client";
import { ensureDatabase } from "./database";

const faults: Record<Fault, string> = {
  changed: "the line, or the one before it, was changed",
  missing: "the line is missing",
  order: "the line stands in a wrong place or twice",
  cut: "the end that was kept elsewhere is missing",
  other: "the line is not the one whose hash was kept elsewhere",
};

/** `npm run journal:verify [-- --head <seq>:<hash>]`: one line that says whether the journal is whole; exit code 1 if not. */
async function main(): Promise<void> {
  const [option, text = "", ...rest] = process.argv.slice(2);
  const kept = option === undefined ? null : headOf(text);
  if (option !== undefined && (option !== "--head" || !kept || rest.length > 0))
    throw new Error("Usage: npm run journal:verify [-- --head <seq>:<hash>], the head as the worker logged it.");
  const embedded = await ensureDatabase();
  const found = await verifyJournal(kept);
  await closeDb();
  if (embedded?.started) await embedded.stop();
  if (found.ok) {
    process.stdout.write(`The journal is whole: ${found.seq} lines, head ${found.seq}:${found.hash}\n`);
    return;
  }
  process.stderr.write(`The journal is broken at line ${found.seq}: ${faults[found.fault]}.\n`);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
});
