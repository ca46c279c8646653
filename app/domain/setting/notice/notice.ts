import type { Localized } from "~/domain/kernel/locale";

/** The forms on which a notice may stand: to the legal desk, a lead, a member's suggestion, and signing in. */
export const noticeNames = ["ask", "lead", "suggestion", "sign_in"] as const;
export type NoticeName = (typeof noticeNames)[number];

export function isNotice(name: string | undefined): name is NoticeName {
  return noticeNames.some((one) => one === name);
}

/** What was said about a notice, by whom and when; without texts none stands there from that day on. */
export type NoticeWord = {
  name: NoticeName;
  version: number;
  texts: Localized | null;
  source: string;
  /** The first day on which it counts, as YYYY-MM-DD. */
  inForce: string;
  changedById: string;
  changedAt: Date;
};
