import { chinaDay } from "~/domain/calendar/days";

/** What settings are for, in the order in which they are shown. */
export const groups = ["deadline", "keeping", "limit"] as const;
export type Group = (typeof groups)[number];

type Unit = "days" | "working_days" | "months" | "in_ten_minutes" | "in_an_hour" | "in_a_day";
type Described = { group: Group; unit: Unit; value: number; least: number; most: number };

const deadline = (unit: Unit, value: number, most: number): Described => ({
  group: "deadline",
  unit,
  value,
  least: 1,
  most,
});
const keeping = (value: number, least: number, most: number): Described => ({
  group: "keeping",
  unit: "days",
  value,
  least,
  most,
});
const limit = (unit: Unit, value: number, most: number): Described => ({ group: "limit", unit, value, least: 1, most });

/**
 * Every setting with the value that the portal comes with, and between which bounds an administrator may set it: a limit
 * that is too wide would let codes and passwords be guessed.
 */
const all = {
  /** For a unit to reply, as the assignment form suggests: the usual rule for proposals. */
  reply_months: deadline("months", 3, 6),
  /** For a second reply to a member whom the first did not satisfy. */
  second_reply_months: deadline("months", 1, 6),
  /** For a unit to take a suggestion on or ask to give it back: working days of Jiangmen. */
  accept_days: deadline("working_days", 10, 60),
  /** For the committee to rule on a suggestion that a unit asks to give back, days worked or not. */
  ruling_days: deadline("days", 7, 60),
  /** For the station to answer an enquiry. */
  answer_days: deadline("working_days", 2, 30),

  /** Enquiries, after their last step. */
  keep_enquiry: keeping(730, 30, 3650),
  /** Enquiries that were set aside as spam, after that. */
  keep_spam: keeping(90, 7, 365),
  /** Leads, after the committee handled them, or after they came when nobody did. */
  keep_lead: keeping(365, 30, 3650),
  /** Claims to be a member: after they were decided or confirmed, or came when nobody confirmed them. */
  keep_claim: keeping(90, 7, 365),
  /** Letters in the outbox, after they were sent. */
  keep_mail: keeping(90, 7, 365),
  /** Accounts, after their holder asked that they be erased: time to change one's mind. */
  keep_account: keeping(7, 1, 30),

  /** From one network: enquiries, tries with a receipt code, leads, claims, wishes to follow, links to sign in, sign-ins. */
  enquiries: limit("in_ten_minutes", 60, 600),
  receipts: limit("in_ten_minutes", 20, 100),
  leads: limit("in_an_hour", 20, 600),
  claims: limit("in_an_hour", 20, 600),
  follows: limit("in_an_hour", 20, 600),
  links: limit("in_an_hour", 10, 100),
  sign_ins: limit("in_ten_minutes", 300, 3000),
  /** From one network, taking an invitation up; by one administrator, inviting. */
  taken_up: limit("in_an_hour", 60, 600),
  invitations: limit("in_an_hour", 60, 600),
  /** To one enquiry, what its asker adds; to one address, letters that ask for a yes, to a claim or to follow, and links. */
  messages: limit("in_ten_minutes", 30, 300),
  claims_to_one: limit("in_a_day", 5, 50),
  follows_to_one: limit("in_a_day", 5, 50),
  links_to_one: limit("in_a_day", 5, 50),
};

export type SettingName = keyof typeof all;

export const settings: Readonly<Record<SettingName, Described>> = all;

export function isSetting(name: string | undefined): name is SettingName {
  return name !== undefined && Object.hasOwn(all, name);
}

export const settingNames: readonly SettingName[] = Object.keys(all).filter(isSetting);

/** What was said about a setting, by whom and when. */
export type Word = {
  name: SettingName;
  version: number;
  value: number;
  /** The rule, decision or notice that says so. */
  source: string;
  /** The first day on which it counts, as YYYY-MM-DD. */
  inForce: string;
  changedById: string;
  changedAt: Date;
};
type Said = Pick<Word, "name" | "version" | "value" | "inForce">;
/** A word about a setting, or about something else that counts from a day on until the next word. */
type Dated = { name: string; version: number; inForce: string };

/** The words about one setting in the order in which they come to count; of two for the same day the later one alone does. */
export function inOrder<One extends Dated>(words: readonly One[], name: One["name"]): One[] {
  const last = new Map<string, One>();
  for (const word of words)
    if (word.name === name && word.version > (last.get(word.inForce)?.version ?? 0)) last.set(word.inForce, word);
  return [...last.values()].toSorted((one, other) => (one.inForce < other.inForce ? -1 : 1));
}

/** The word that counts on a day; undefined where it is the value that the portal comes with. */
export function countingOn<One extends Dated>(words: readonly One[], name: One["name"], day: string): One | undefined {
  return inOrder(words, name).findLast(({ inForce }) => inForce <= day);
}

/**
 * The value that counted at a moment, by what had been said by then: what was begun under a rule keeps it, though
 * another is set later on the same day.
 */
export function valueAt(words: readonly Word[], name: SettingName, at: Date): number {
  return valueOn(
    words.filter(({ changedAt }) => changedAt <= at),
    name,
    chinaDay(at),
  );
}

/** The value of a setting on a day. */
export function valueOn(words: readonly Said[], name: SettingName, day: string): number {
  return countingOn(words, name, day)?.value ?? settings[name].value;
}
