import { randomBytes, randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { hash } from "@node-rs/argon2";
import { ensureDatabase } from "~/launch/database";
import { prepare } from "~/launch/up";
import { closeDb, pool } from "~/platform/db/client";
import { hammer, quantile } from "./bench/hammer";
import { run } from "./bench/processes";

/**
 * `npm run load`: whether the time of an answer tells that an account exists, and how the portal answers others while
 * 10,000 tries at passwords come in. Makes accounts of its own in the data folder and takes them away again. Speaks to
 * 127.0.0.1 only, for some minutes.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);
const people = 40;
const perPerson = 25;
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** A network of its own for each try, as if behind a proxy: else the limits would answer. */
const elsewhere = () => [...randomBytes(3), 1].join(".");

function send(port: number, path: string, fields: Record<string, string>): Promise<{ status: number; time: number }> {
  const began = performance.now();
  const headers = { "Content-Type": "application/x-www-form-urlencoded", "X-Forwarded-For": elsewhere() };
  return new Promise((done, fail) => {
    const asking = request({ host: "127.0.0.1", port, path, method: "POST", agent, headers }, (response) => {
      response.resume();
      response.once("end", () => done({ status: response.statusCode ?? 0, time: performance.now() - began }));
    });
    asking.once("error", fail);
    asking.end(new URLSearchParams(fields).toString());
  });
}

/** The difference of the medians, and the largest that chance makes of the same times in 19 of 20 cases. */
function compare(known: number[], unknown: number[]): { difference: number; chance: number } {
  const all = [...known, ...unknown];
  const differences = Array.from({ length: 500 }, () => {
    const mixed = all.map((time) => ({ time, at: Math.random() })).toSorted((one, other) => one.at - other.at);
    const times = mixed.map(({ time }) => time);
    return Math.abs(quantile(times.slice(0, known.length), 0.5) - quantile(times.slice(known.length), 0.5));
  });
  return { difference: quantile(known, 0.5) - quantile(unknown, 0.5), chance: quantile(differences, 0.95) };
}

/** Sends the same form for addresses that are known and ones that are not, in turns. */
async function measure(what: string, known: string[], rounds: number, one: (email: string) => ReturnType<typeof send>) {
  const unknown = known.map(() => `${randomUUID()}@example.org`);
  const times = { known: [] as number[], unknown: [] as number[] };
  const statuses = { known: new Map<number, number>(), unknown: new Map<number, number>() };
  for (let round = 0; round < rounds; round += 1)
    for (const [index, email] of known.entries()) {
      const pair = [
        ["known", email],
        ["unknown", unknown[index] ?? ""],
      ] as const;
      for (const [side, address] of (round + index) % 2 ? pair : pair.toReversed()) {
        const { status, time } = await one(address);
        times[side].push(time);
        statuses[side].set(status, (statuses[side].get(status) ?? 0) + 1);
      }
    }
  const { difference, chance } = compare(times.known, times.unknown);
  say(`${what}: ${times.known.length} tries each, medians ${quantile(times.known, 0.5).toFixed(2)} ms for a known and`);
  say(
    `  ${quantile(times.unknown, 0.5).toFixed(2)} ms for an unknown address; they differ by ${difference.toFixed(3)} ms,`,
  );
  say(
    `  chance alone makes up to ${chance.toFixed(3)} ms: ${Math.abs(difference) <= chance ? "within noise" : "NOT within noise"}`,
  );
  const same = JSON.stringify([...statuses.known]) === JSON.stringify([...statuses.unknown]);
  say(`  statuses ${same ? "alike" : "DIFFER"}: ${JSON.stringify([...statuses.known])}`);
}

async function main(): Promise<void> {
  const embedded = await ensureDatabase();
  await prepare();
  const passwordHash = await hash(randomBytes(16).toString("hex"));
  const known = Array.from({ length: people }, () => `${randomUUID()}@example.org`);
  for (const email of known) {
    const id = randomUUID();
    const row = [id, email, passwordHash];
    await pool().query(
      `INSERT INTO person (id, email, name, locale, "passwordHash", synthetic) VALUES ($1, $2, '-', 'en', $3, true)`,
      row,
    );
    await pool().query(`INSERT INTO "grant" (id, "personId", role) VALUES ($1, $2, 'member')`, [randomUUID(), id]);
  }
  const web = await run("server.mjs", [], { DATABASE_URL: process.env.DATABASE_URL ?? "", PROXIES: "1" });
  const wrong = (email: string) => send(web.port, "/en/sign-in", { email, password: "wrong" });
  try {
    await wrong("warm@example.org");
    await measure("a wrong password", known, perPerson, wrong);
    await measure("a link by mail", known, 5, (email) => send(web.port, "/en/sign-in/link", { email }));

    const others = () => hammer(web.port, ["/en", "/en/places", "/en/search?q=Hoisan"], { requests: 2000, lines: 4 });
    await others();
    const before = await others();
    let tries = 0;
    const statuses = new Map<number, number>();
    const guessing = Promise.all(
      Array.from({ length: 32 }, async () => {
        while (tries < 10_000) {
          tries += 1;
          const { status } = await wrong(known[tries % 4] ?? "");
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }
      }),
    );
    const during = await others();
    await guessing;
    say(`10,000 tries at four accounts from as many networks, 32 at once: ${JSON.stringify([...statuses])}`);
    say(`  others meanwhile: p99 ${during.p99.toFixed(1)} ms, before ${before.p99.toFixed(1)} ms, ${during.bad} bad;`);
    say(`  ratio ${(during.p99 / before.p99).toFixed(1)}`);
  } finally {
    agent.destroy();
    await web.stop();
    await pool().query(`DELETE FROM person WHERE email = ANY($1)`, [known]);
    await pool().query(`DELETE FROM rate_limit WHERE key ~ '^(password|link)'`);
    await pool().query(`DELETE FROM sign_in_wish`);
    await closeDb();
    await embedded?.stop();
  }
}

await main();
