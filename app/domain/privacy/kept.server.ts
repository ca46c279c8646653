import { valuesNow, wordsOnSettings } from "~/domain/setting/setting.server";
import { now } from "~/platform/clock";
import { keptUntil, type Kind } from "./retention";

/** How many days each kind of private data is kept, as things stand today: for telling people. */
export async function daysKept(): Promise<Record<Kind, number>> {
  const valueOf = await valuesNow();
  return {
    enquiry: valueOf("keep_enquiry"),
    spam: valueOf("keep_spam"),
    lead: valueOf("keep_lead"),
    claim: valueOf("keep_claim"),
    mail: valueOf("keep_mail"),
    account: valueOf("keep_account"),
  };
}

/** What is older than this moment has been kept long enough by now, of each kind. */
export async function keptLongEnough(): Promise<(kind: Kind) => Date> {
  const [words, at] = [await wordsOnSettings(), now()];
  return (kind) => keptUntil(words, kind, at);
}
