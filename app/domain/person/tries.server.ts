import { valueNow } from "~/domain/setting/setting.server";
import { derive } from "~/platform/crypto/seal";
import { forgetTries, growingWait, secondsToWait, type Growing } from "~/platform/session/limits";

/** What can be guessed. */
type What = "password" | "code";

/** From one network few tries are free; from all networks together more are, as strangers could else lock somebody out. */
const nearby: Growing = { free: 5, first: 30, longest: 3600 };
const anywhere: Growing = { free: 30, first: 30, longest: 900 };

/** What a count's key calls an account or network: whoever reads the table learns nothing of either. */
export function mark(text: string): string {
  return derive("tries", text).toString("hex").slice(0, 32);
}

function keysOf(what: What, who: string, network: string): [string, string] {
  return [`${what}-near:${mark(`${who} ${network}`)}`, `${what}:${mark(who)}`];
}

/** Counts a try at somebody's password or code, and says how many seconds to wait before it may be made: 0 for none. */
export async function waitBefore(what: What, who: string, network: string): Promise<number> {
  const [near, far] = keysOf(what, who, network);
  const crowd = await secondsToWait(`${what}-from:${mark(network)}`, await valueNow("sign_ins"), 600);
  if (crowd > 0) return crowd;
  const wait = await growingWait(near, nearby);
  return wait > 0 ? wait : growingWait(far, anywhere);
}

/** Who has shown the right one is not counted among those who guess. */
export async function passed(what: What, who: string, network: string): Promise<void> {
  await forgetTries(...keysOf(what, who, network));
}
