import { workingDaysOf } from "~/domain/calendar/calendar.server";
import type { Actor, Person } from "~/domain/kernel/actor";
import { pageNumber } from "~/domain/kernel/page";
import { personById } from "~/domain/person/person.server";
import { valueAt } from "~/domain/setting/setting";
import { wordsOnSettings } from "~/domain/setting/setting.server";
import { now } from "~/platform/clock";
import { leads, type Enquiry } from "./enquiry";
import { cameBack } from "~/platform/mail/mail";
import { closedHistory, openHistory } from "./history.server";
import { noteRead } from "./notes-store.server";
import { may, mayTakeOver, staffVerbs, type StaffVerb } from "./policy";
import * as store from "./store.server";
import { ageOf, overdueFrom, urgencyOf, type Promised } from "./waiting";

/** The station's list: which enquiries wait, and which of them this person holds. Never their words. */
export async function stationQueue(actor: Person, query: URLSearchParams) {
  const show = (["open", "mine", "done"] as const).find((one) => one === query.get("show")) ?? "open";
  const [{ items, ...page }, promisedTo] = await Promise.all([
    store.queue(show, actor.id, pageNumber(query.get("page"))),
    promises(),
  ]);
  const at = now();
  const rows = items
    .filter((enquiry) => may(actor, "see", enquiry))
    .map((enquiry) => ({
      reference: enquiry.reference,
      locale: enquiry.locale,
      topic: enquiry.topic,
      place: enquiry.place,
      state: enquiry.state,
      held: heldBy(enquiry.claimedBy, actor),
      waiting: enquiry.owedSince && ageOf(enquiry.owedSince, at),
      urgency: urgencyOf(enquiry, at, promisedTo(enquiry)),
    }));
  return { ...page, show, rows };
}

/** One enquiry for staff. Opening it is noted; its words are there only for the one who holds it. */
export async function readAsStaff(actor: Person, reference: string) {
  const found = await store.find({ reference });
  if (!found || !may(actor, "see", found.enquiry)) return null;
  const { enquiry } = found;
  const [at, promised] = [now(), (await promises())(enquiry)];
  const words = may(actor, "read", enquiry);
  await noteRead(enquiry, actor.id, words, at);
  const history = words ? await openHistory(enquiry.id) : { messages: [], ...(await closedHistory(enquiry.id)) };
  const answers = history.messages.filter(({ side }) => side === "station");
  const returned = await cameBack(answers.map(({ id }) => store.answeredKey(id)));
  const { id: _, claimedBy, ...rest } = enquiry;
  const held = heldBy(claimedBy, actor);
  const can: Partial<Record<StaffVerb | "take_over", boolean>> = {
    ...Object.fromEntries(staffVerbs.map((verb) => [verb, may(actor, verb, enquiry) && possible(verb)])),
    take_over: mayTakeOver(actor, enquiry, await holderOf(enquiry), at, promised) && leads(enquiry, "take_over"),
  };
  return {
    ...rest,
    ...history,
    words,
    held,
    contact: found.sealedContact !== null,
    /** Whether a letter that tells of an answer came back: who asked may not know of it. */
    returned: returned.size > 0,
    urgency: urgencyOf(enquiry, at, promised),
    overdueFrom: held === "colleague" ? overdueFrom(enquiry, promised) : null,
    can,
  };

  function possible(verb: StaffVerb): boolean {
    if (verb === "see" || verb === "read") return true;
    return leads(enquiry, verb) && (verb !== "claim" || claimedBy === null);
  }
}

/** What the station promised who asks: the days of the time from which it owes an answer, by the calendar of today. */
export async function promises(): Promise<(to: Pick<Enquiry, "owedSince">) => Promised> {
  const [calendar, words] = await Promise.all([workingDaysOf("jiangmen"), wordsOnSettings()]);
  return ({ owedSince }) => ({ calendar, days: valueAt(words, "answer_days", owedSince ?? now()) });
}

/** Who holds an enquiry, with the roles of today: the policy asks whether they still serve at the station. */
export async function holderOf({ claimedBy }: Pick<Enquiry, "claimedBy">): Promise<Actor> {
  return claimedBy === null ? null : personById(claimedBy);
}

function heldBy(claimedBy: string | null, actor: Person): "me" | "colleague" | "nobody" {
  return claimedBy === null ? "nobody" : claimedBy === actor.id ? "me" : "colleague";
}
