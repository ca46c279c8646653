import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Agent } from "node:http";
import { Client } from "pg";
import { shoot } from "./hammer";

const paths = [
  "/en",
  "/en/proposals",
  "/en/proposals?page=3&function=think-tank",
  "/en/places/taishan",
  "/en/places",
  "/en/figures",
  "/en/suggestions",
  "/en/initiatives/overseas-chinese-park",
  "/en/search?q=Hoisan",
  "/en/surnames/chen",
];

/** How often each page asks the database, counted where every question goes through: in the driver. */
export async function countQueries(): Promise<[string, number][]> {
  let count = 0;
  const { prototype } = Client;
  const asked = prototype.query;
  prototype.query = function counted(this: Client, ...rest: unknown[]) {
    count += 1;
    return (asked as (...all: unknown[]) => unknown).apply(this, rest);
  } as typeof asked;
  process.env.PORT = "0";
  const build = await import(pathToFileURL(resolve("build/server/index.js")).href);
  const web = (await build.entry.module.startWeb(build)) as { port: number; stop: () => Promise<void> };
  const agent = new Agent({ keepAlive: true });
  await shoot(agent, web.port, "/en/search?q=warm", {});
  const counts: [string, number][] = [];
  for (const path of paths) {
    count = 0;
    await shoot(agent, web.port, `${path}${path.includes("?") ? "&" : "?"}fresh=1`, {});
    counts.push([path, count]);
  }
  agent.destroy();
  await web.stop();
  prototype.query = asked;
  return counts;
}
