import { randomUUID } from "node:crypto";
import { db } from "~/platform/db/client";
import * as confirm from "~/routes/following/confirm";
import * as follow from "~/routes/following/follow";
import * as following from "~/routes/following/following";
import * as off from "~/routes/following/off";
import { visit } from "../enquiry/visit";
import { ok, type Doing } from "./doing";

const wish = { rhythm: "daily", hour: "8", timeZone: "Asia/Macau" };
async function wished() {
  const email = `${randomUUID()}@example.org`;
  const body = { ...wish, email, consent: "yes" };
  await ok(follow.action(visit({ path: "/follow?q=Hoisan", body, network: randomUUID() })));
  const { tokenFor } = await import("~/domain/following/token.server");
  const { id, followerId } = await db().follow.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
  return { token: tokenFor(followerId), follow: id };
}

/** What followers do. */
export const followings: Record<string, Doing> = {
  ask: { deed: "follower.ask", by: null, does: wished },
  confirm: {
    deed: "follower.confirm",
    by: null,
    does: async () => ok(confirm.action(visit({ params: await wished(), body: {} }))),
  },
  reschedule: {
    deed: "follower.reschedule",
    by: null,
    does: async () => ok(following.action(visit({ params: await wished(), body: wish }))),
  },
  end: { deed: "follower.end", by: null, does: async () => off.action(visit({ params: await wished(), body: {} })) },
};
