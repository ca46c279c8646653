import { Agent, request } from "node:http";

export type Shot = { status: number; bytes: number; time: number; body: string };

/** One request over a line that is kept open, with what it took in milliseconds. */
export function shoot(agent: Agent, port: number, path: string, headers: Record<string, string> = {}): Promise<Shot> {
  const began = performance.now();
  return new Promise((done, fail) => {
    const asking = request({ host: "127.0.0.1", port, path, agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", fail);
      response.once("end", () => {
        const body = Buffer.concat(chunks);
        const time = performance.now() - began;
        done({ status: response.statusCode ?? 0, bytes: body.length, time, body: body.toString("utf8") });
      });
    });
    asking.once("error", fail);
    asking.end();
  });
}

export type Load = { perSecond: number; p50: number; p99: number; bad: number };

/** So many requests over so many lines at once: how many a second, and how long the middle and the slowest took. */
export async function hammer(
  port: number,
  paths: string[],
  { requests, lines, headers = {} }: { requests: number; lines: number; headers?: Record<string, string> },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: lines });
  const times: number[] = [];
  let bad = 0;
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: lines }, async () => {
      while (next < requests) {
        const path = paths[next % paths.length] ?? "/";
        next += 1;
        const { status, time } = await shoot(agent, port, path, headers);
        times.push(time);
        if (status !== 200) bad += 1;
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { perSecond: requests / seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99), bad };
}

export function quantile(times: number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Runs two loads in turns, so that a machine that slows down slows both; gives the middle of each one's rounds. */
export async function sideBySide(rounds: number, one: () => Promise<Load>, other: () => Promise<Load>) {
  const rates: [number[], number[]] = [[], []];
  await one();
  await other();
  for (let round = 0; round < rounds; round += 1) {
    rates[0].push((await one()).perSecond);
    rates[1].push((await other()).perSecond);
  }
  return rates.map((all) => quantile(all, 0.5)) as [number, number];
}

/** So many requests, so many begun a second whether those before have been answered or not: what readers who do not wait for each other see. */
export async function atRate(
  port: number,
  paths: string[],
  { perSecond, requests }: { perSecond: number; requests: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const began = performance.now();
  const shots = Array.from({ length: requests }, async (_, at) => {
    const due = began + (at * 1000) / perSecond;
    await new Promise((done) => setTimeout(done, Math.max(0, due - performance.now())));
    const { status } = await shoot(agent, port, paths[at % paths.length] ?? "/");
    // From when it was due: a request that could not even be sent has waited too.
    return { status, time: performance.now() - due };
  });
  const all = await Promise.all(shots);
  agent.destroy();
  const times = all.map(({ time }) => time);
  const bad = all.filter(({ status }) => status !== 200).length;
  return { perSecond, p50: quantile(times, 0.5), p99: quantile(times, 0.99), bad };
}
