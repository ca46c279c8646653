import { randomUUID } from "node:crypto";
import { professionOf, type Person } from "~/domain/kernel/actor";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { href } from "~/paths";
import { now } from "~/platform/clock";
import { seal, unseal } from "~/platform/crypto/seal";
import { env } from "~/platform/env";
import type { Letter } from "~/platform/mail/mail";
import { holderOf, promises } from "./desk.server";
import {
  advance,
  claim,
  setAside,
  takeOver,
  type Enquiry,
  type ExitReason,
  type Step,
  type TakeOverReason,
} from "./enquiry";
import type { AnswerForm } from "./form";
import { may, mayTakeOver, type StaffVerb } from "./policy";
import { contactContext, keptKey, messageContext } from "./secrets.server";
import * as store from "./store.server";

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

/**
 * Takes over what a colleague holds and has kept too long, with a reason that has a code. Refuses `forbidden` while the
 * policy gives the colleague time.
 */
export async function takeOverEnquiry(actor: Person, reference: string, reason: TakeOverReason): Promise<Result<null>> {
  return take(actor, reference, "take_over", "", ({ enquiry }) => {
    if (enquiry.claimedBy === actor.id) return done(null);
    const step = takeOver(enquiry, actor.id);
    return saying(`take_over:${reason}`, step);
  });
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
    const author = { authorId: actor.id, authorRole: professionOf(actor) };
    const message = { id, requestKey: keptKey(requestKey), side: "station" as const, ...author, sealed };
    const letter: Letter | undefined = sealedContact
      ? {
          dedupeKey: store.answeredKey(id),
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
  verb: StaffVerb | "take_over",
  key: string,
  decide: (found: store.Found) => Result<Saying | null>,
): Promise<Result<null>> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const found = await store.find({ reference }, key);
    if (!found || !may(actor, "see", found.enquiry)) return refuse("not_found");
    if (!(await allowed(actor, verb, found.enquiry))) return refuse(attempt > 0 ? "conflict" : "forbidden");
    if (found.repeated) return done(null);
    const decided = decide(found);
    if (!decided.ok) return decided;
    if (!decided.value || (await store.save(found.enquiry, { ...decided.value, actorId: actor.id, at: now() })))
      return done(null);
  }
  return refuse("conflict");
}

async function allowed(actor: Person, verb: StaffVerb | "take_over", enquiry: Enquiry): Promise<boolean> {
  if (verb !== "take_over") return may(actor, verb, enquiry);
  if (enquiry.claimedBy === actor.id) return may(actor, "read", enquiry);
  return mayTakeOver(actor, enquiry, await holderOf(enquiry), now(), (await promises())(enquiry));
}
