import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import type { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { isBreached } from "./breached.server";

/** The fewest signs of a new password, and the most that are looked at: a long text costs the estimator long. */
const fewest = 12;
const most = 128;

/** Of the five grades of the estimator (0 to 4) the least that is taken: about 100 million guesses. */
const leastScore = 3;

/** What somebody who guesses passwords of this portal would try first. */
const ownWords =
  "qiaoqiao qiaoxiang huaqiao jiangmen kongmoon pengjiang jianghai xinhui sunwui taishan toisan hoisan kaiping hoiping enping yanping heshan hoksan zhengxie cppcc tian weiyuan".split(
    " ",
  );

/** A hash that no password fits: it makes an unknown address cost as much time as a wrong password. */
const nobody = hash(randomBytes(16).toString("hex"));

let estimator: Promise<ZxcvbnFactory> | undefined;

/** Its lists of words take twenty megabytes, which a process that never sees a new password does without. */
async function makeEstimator(): Promise<ZxcvbnFactory> {
  const [core, { adjacencyGraphs, dictionary }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  return new core.ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: most });
}

/** The same password typed on another device may come in another form of the same signs. */
const plain = (password: string) => password.normalize("NFKC");

/** What is wrong with a new password, as a key of `form.json`, or null. `about`: name and address of whose it is. */
export async function faultOfPassword(
  password: string,
  about: string[],
): Promise<"too_short_password" | "too_long" | "breached" | "weak" | null> {
  const text = plain(password);
  const length = [...text].length;
  if (length < fewest) return "too_short_password";
  if (length > most) return "too_long";
  // Elsewhere it was kept as it was typed.
  if ((await isBreached(password)) || (await isBreached(text))) return "breached";
  estimator ??= makeEstimator();
  const known = about.flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word.length > 2);
  return (await estimator).check(text, [...ownWords, ...known]).score < leastScore ? "weak" : null;
}

/** A password as it is kept: Argon2id with the parameters that OWASP names. */
export function hashOf(password: string): Promise<string> {
  return hash(plain(password));
}

/** Whether a password fits; against null it costs the same time and fits never. */
export async function fits(kept: string | null, password: string): Promise<boolean> {
  const is = await verify(kept ?? (await nobody), plain(password)).catch(() => false);
  return is && kept !== null;
}
