import { keptLongEnough } from "~/domain/privacy/kept.server";
import * as claims from "./claim/store.server";
import { forgetUntaken } from "./store.server";

/** For the worker, daily: forgets claims that were kept long enough, and memberships that nobody took up in their time. */
export async function forgetOldClaims(): Promise<void> {
  const before = (await keptLongEnough())("claim");
  await claims.forget(before);
  await forgetUntaken(before);
}
