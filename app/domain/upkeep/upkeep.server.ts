import type { Person } from "~/domain/kernel/actor";
import { each, wishOf } from "~/domain/kernel/listing";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { isSealed } from "~/platform/mail/mail";
import { engineName } from "~/platform/search/choose";
import { lettersPrefix } from "./letters";
import { may } from "./policy";
import * as store from "./store.server";

const jobsOf = (query: URLSearchParams) => wishOf(query, store.jobSorts, { by: "next", down: true });
const lettersOf = (query: URLSearchParams) =>
  wishOf(query, store.letterSorts, { by: "since", down: false }, lettersPrefix);

/** An address that lies sealed says nothing to anybody, staff included. */
const readable = <Letter extends { recipient: string }>(one: Letter) => ({
  ...one,
  recipient: isSealed(one.recipient) ? null : one.recipient,
});

/** How the work behind the pages stands: what failed, what mail is stuck, what the index holds. Null: not for this person. */
export async function readUpkeep(actor: Person, query: URLSearchParams) {
  if (!may(actor, "see")) return null;
  await store.noteLook(actor.id);
  const [jobSearch, letterSearch] = [jobsOf(query), lettersOf(query)];
  const [jobs, letters, { kinds, waiting }, engine] = await Promise.all([
    store.failedJobs(jobSearch),
    store.stuckLetters(letterSearch),
    store.index(),
    engineName(),
  ]);
  const newest = kinds.map((kind) => kind.newest.getTime());
  return {
    jobs: { search: jobSearch, page: jobs },
    letters: { search: letterSearch, page: { ...letters, items: letters.items.map(readable) } },
    index: {
      engine,
      kinds,
      waiting,
      documents: kinds.reduce((sum, { count }) => sum + count, 0),
      newest: newest.length > 0 ? new Date(Math.max(...newest)) : null,
    },
  };
}

/** All failed jobs that the query asks for, as it is at one moment. Null: not for this person. */
export async function allFailedJobs(actor: Person, query: URLSearchParams) {
  return may(actor, "see") ? store.allFailedJobs(jobsOf(query)) : null;
}

/** All stuck letters that the query asks for, as it is at one moment, a sealed address as null. Null: not for this person. */
export async function allStuckLetters(actor: Person, query: URLSearchParams) {
  if (!may(actor, "see")) return null;
  const view = await store.allStuckLetters(lettersOf(query));
  return { ...view, rows: each(view.rows, readable) };
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
