import { parseArgs } from "node:util";
import { addressOf } from "~/domain/kernel/address";
import { isLocale } from "~/domain/kernel/locale";
import { inviteFirst } from "~/domain/person/invitation/invitation.server";
import { ensureDatabase } from "~/launch/database";
import { closeDb } from "~/platform/db/client";

const usage = "npm run invite -- --email somebody@example.org --name Somebody [--language zh-Hans]";

/** `npm run invite`: prints a link by which the first administrator chooses a password, good once, within a day. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { email: { type: "string" }, name: { type: "string" }, language: { type: "string", default: "zh-Hans" } },
  });
  const email = addressOf(values.email ?? "");
  if (!/^\S+@\S+$/.test(email) || !values.name || !isLocale(values.language)) throw new Error(usage);
  const embedded = await ensureDatabase();
  const link = await inviteFirst(email, values.name, values.language);
  process.stdout.write(link ? `${link}\n` : "This address has an account already.\n");
  await closeDb();
  if (embedded?.started) await embedded.stop();
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
