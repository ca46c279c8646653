const day = 24 * 3600 * 1000;

/** How many days each kind of private data is kept, once the moment in its comment has come. */
export const daysKept = {
  /** Enquiries, after their last step. */
  enquiry: 730,
  /** Enquiries that were set aside as spam, after that. */
  spam: 90,
  /** Leads, after the committee handled them, or after they came when nobody did. */
  lead: 365,
  /** Letters in the outbox, after they were sent. */
  mail: 90,
  /** Between asking that an account be erased and its being done: time to change one's mind. */
  account: 7,
} as const;

export type Kind = keyof typeof daysKept;

/** What is older than this moment has been kept long enough. */
export function keptUntil(kind: Kind, at: Date): Date {
  return new Date(at.getTime() - daysKept[kind] * day);
}

/** When an account is erased that was asked to be at this moment. */
export function erasureDue(askedAt: Date): Date {
  return new Date(askedAt.getTime() + daysKept.account * day);
}
