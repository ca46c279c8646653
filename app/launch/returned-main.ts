import { parseArgs } from "node:util";
import { ensureDatabase } from "~/launch/database";
import { closeDb } from "~/platform/db/client";
import { log } from "~/platform/log";
import { noteReturn } from "~/platform/mail/mail";
import { readReport } from "~/platform/mail/report";
import { letterOf } from "~/platform/mail/return-address";

/** What is read of a message at most, in bytes: a report stands at its beginning, the letter that came back after it. */
const most = 1024 * 1024;

async function beginning(): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const messages: AsyncIterable<Uint8Array> = process.stdin;
  for await (const chunk of messages) {
    if (size < most) chunks.push(chunk);
    size += chunk.length;
  }
  return Buffer.concat(chunks).subarray(0, most);
}

/**
 * `npm run returned`: takes one message from standard input, as a mail server hands over what comes to `MAIL_RETURN`,
 * and notes the letter of ours that it reports lost. `--to` names the address where no header does. It fails only when
 * the database does, so that the server tries again.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { to: { type: "string" } } });
  // What cannot be read is no report of ours: handed over again, it would be none again.
  const { addresses, code } = await readReport(await beginning()).catch(() => ({ addresses: [], code: null }));
  const id = [values.to ?? "", ...addresses].map(letterOf).find((one) => one !== null);
  if (!id || code === null) return log("info", "mail.return.passed_over", { letter: id, report: code !== null });
  const embedded = await ensureDatabase();
  const noted = await noteReturn(id, code);
  log("info", noted ? "mail.returned" : "mail.return.known", { letter: id, code });
  await closeDb();
  if (embedded?.started) await embedded.stop();
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 75;
});
