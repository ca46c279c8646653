import { randomUUID } from "node:crypto";
import type { Person } from "~/domain/kernel/actor";
import { pageNumber } from "~/domain/kernel/page";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { href } from "~/paths";
import { now } from "~/platform/clock";
import { seal, unseal } from "~/platform/crypto/seal";
import { env } from "~/platform/env";
import type { Letter } from "~/platform/mail/mail";
import { advance, claim, leads, setAside, type ExitReason, type Step } from "./enquiry";
import type { AnswerForm } from "./form";
import { closedHistory, openHistory } from "./history.server";
import { may, staffVerbs, type StaffVerb } from "./policy";
import { contactContext, keptKey, messageContext } from "./secrets.server";
import * as store from "./store.server";

/** The station's list: which enquiries wait, and which of them this person holds. Never their words. */
export async function stationQueue(actor: Person, query: URLSearchParams) {
  const show = (["open", "mine", "done"] as const).find((one) => one === query.get("show")) ?? "open";
  const { items, ...page } = await store.queue(show, actor.id, pageNumber(query.get("page")));
  const seen = items.filter((enquiry) => may(actor, "see", enquiry));
  const rows = seen.map(({ claimedBy, ...row }) => ({
    ...row,
    held: heldBy(claimedBy, actor),
    age: ageOf(row.createdAt),
  }));
  return { ...page, show, rows };
}

/** One enquiry for staff. Opening it is noted; its words are there only for the one who holds it. */
export async function readAsStaff(actor: Person, reference: string) {
  const found = await store.find({ reference });
  if (!found || !may(actor, "see", found.enquiry)) return null;
  const { enquiry } = found;
  await store.noteRead(enquiry.id, actor.id, now());
  const words = may(actor, "read", enquiry);
  const history = words ? await openHistory(enquiry.id) : { messages: [], ...(await closedHistory(enquiry.id)) };
  const { id: _, claimedBy, ...rest } = enquiry;
  const can = Object.fromEntries(staffVerbs.map((verb) => [verb, may(actor, verb, enquiry) && possible(verb)]));
  return { ...rest, ...history, words, held: heldBy(claimedBy, actor), contact: found.sealedContact !== null, can };

  function possible(verb: StaffVerb): boolean {
    if (verb === "see" || verb === "read") return true;
    return leads(enquiry, verb) && (verb !== "claim" || claimedBy === null);
  }
}

/** Takes an enquiry for this person. Refuses `conflict` when a colleague was faster. */
export function claimEnquiry(actor: Person, reference: string): Promise<Result<null>> {
  return take(actor, reference, "claim", "", ({ enquiry }) => {
    const step = claim(enquiry, actor.id);
    return step.ok && enquiry.claimedBy === actor.id ? done(null) : saying("claim", step);
  });
}

/** Gives an enquiry back, for a colleague to take. */
export function releaseEnquiry(actor: Person, reference: string): Promise<Result<null>> {
  return take(actor, reference, "release", "", ({ enquiry }) => saying("release", advance(enquiry, "release")));
}

export function closeEnquiry(actor: Person, reference: string): Promise<Result<null>> {
  return take(actor, reference, "close", "", ({ enquiry }) => saying("close", advance(enquiry, "close")));
}

/** Sets an enquiry aside that the station cannot answer. */
export function removeEnquiry(actor: Person, reference: string, reason: ExitReason): Promise<Result<null>> {
  return take(actor, reference, "set_aside", "", ({ enquiry }) => {
    const step = setAside(enquiry, reason);
    return saying(step.ok ? `${step.value.state}:${reason}` : "", step);
  });
}

/**
 * Answers an enquiry; the same form sent twice answers once. Who gave an address is told that an answer is there.
 * Refuses `conflict` when the enquiry moved on since the answer's page was opened.
 */
export function answerEnquiry(
  actor: Person,
  reference: string,
  { text, requestKey, seen }: AnswerForm,
): Promise<Result<null>> {
  return take(actor, reference, "answer", keptKey(requestKey), ({ enquiry, sealedContact }) => {
    if (seen !== undefined && seen !== enquiry.version) return refuse("conflict");
    const step = advance(enquiry, "answer");
    const id = randomUUID();
    const sealed = seal(text, messageContext(enquiry.id, id));
    const message = { id, requestKey: keptKey(requestKey), side: "station" as const, authorId: actor.id, sealed };
    const letter: Letter | undefined = sealedContact
      ? {
          dedupeKey: `enquiry_answered:${id}`,
          recipient: unseal(sealedContact, contactContext(enquiry.id)),
          isPrivate: true,
          locale: enquiry.locale,
          template: "enquiry_answered",
          params: { link: `${env().BASE_URL}${href(enquiry.locale, "askReturn")}` },
        }
      : undefined;
    return saying("answer", step, { message, letter });
  });
}

type Saying = Omit<store.Saving, "actorId" | "at">;

function saying(verb: string, step: Result<Step>, more: Pick<Saying, "message" | "letter"> = {}): Result<Saying> {
  return step.ok ? done({ verb, step: step.value, ...more }) : step;
}

/** One step of staff: read, ask the policy, decide, save. A step lost to another one is decided anew, once. */
async function take(
  actor: Person,
  reference: string,
  verb: StaffVerb,
  key: string,
  decide: (found: store.Found) => Result<Saying | null>,
): Promise<Result<null>> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const found = await store.find({ reference }, key);
    if (!found || !may(actor, "see", found.enquiry)) return refuse("not_found");
    if (!may(actor, verb, found.enquiry)) return refuse("forbidden");
    if (found.repeated) return done(null);
    const decided = decide(found);
    if (!decided.ok) return decided;
    if (!decided.value || (await store.save(found.enquiry, { ...decided.value, actorId: actor.id, at: now() })))
      return done(null);
  }
  return refuse("conflict");
}

function heldBy(claimedBy: string | null, actor: Person): "me" | "colleague" | "nobody" {
  return claimedBy === null ? "nobody" : claimedBy === actor.id ? "me" : "colleague";
}

/** How long ago: in full hours below two days, in full days from then on. */
function ageOf(since: Date): { unit: "now" | "hours" | "days"; count: number } {
  const hours = Math.max(0, Math.floor((now().getTime() - since.getTime()) / 3_600_000));
  if (hours >= 48) return { unit: "days", count: Math.floor(hours / 24) };
  return { unit: hours === 0 ? "now" : "hours", count: hours };
}
