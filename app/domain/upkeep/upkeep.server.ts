import type { Person } from "~/domain/kernel/actor";
import { pageNumber } from "~/domain/kernel/page";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { isSealed } from "~/platform/mail/mail";
import { engineName } from "~/platform/search/choose";
import { may } from "./policy";
import * as store from "./store.server";

const lettersMost = 50;

/** How the work behind the pages stands: what failed, what mail is stuck, what the index holds. Null: not for this person. */
export async function readUpkeep(actor: Person, query: URLSearchParams) {
  if (!may(actor, "see")) return null;
  await store.noteLook(actor.id);
  const [jobs, letters, { kinds, waiting }, engine] = await Promise.all([
    store.failedJobs(pageNumber(query.get("page"))),
    store.stuckLetters(lettersMost),
    store.index(),
    engineName(),
  ]);
  const newest = kinds.map((kind) => kind.newest.getTime());
  return {
    jobs,
    // An address that lies sealed says nothing to anybody, staff included.
    letters: {
      ...letters,
      items: letters.items.map((one) => ({ ...one, recipient: isSealed(one.recipient) ? null : one.recipient })),
    },
    index: {
      engine,
      kinds,
      waiting,
      documents: kinds.reduce((sum, { count }) => sum + count, 0),
      newest: newest.length > 0 ? new Date(Math.max(...newest)) : null,
    },
  };
}

/** Has a job that failed tried again at once. Refused `conflict` where it is done, or being done, by now. */
export async function retryJob(actor: Person, id: string | undefined): Promise<Result<string>> {
  if (!may(actor, "retry")) return refuse("forbidden");
  if (!id || !/^\d{1,18}$/.test(id)) return refuse("not_found");
  return (await store.retry(id, actor.id)) ? done(id) : refuse("conflict");
}

/** Has the index built anew. */
export async function rebuildIndex(actor: Person): Promise<Result<null>> {
  if (!may(actor, "rebuild")) return refuse("forbidden");
  await store.rebuild(actor.id);
  return done(null);
}
