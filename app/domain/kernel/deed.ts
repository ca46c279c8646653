import { roles } from "./actor";

/** What somebody does that the journal keeps: the kind of the thing, and what is done to it. */
export const deeds = [
  "person.sign_in",
  "person.sign_in_failed",
  "person.sign_out",
  "person.end_session",
  "person.change_password",
  "person.set_factor",
  "person.new_codes",
  "person.end_factor",
  "person.add_passkey",
  "person.remove_passkey",
  "person.list",
  "person.read",
  "person.table",
  "person.invite",
  "person.uninvite",
  "person.take_up",
  "person.renew_password",
  "person.end_sessions",
  "person.disable",
  "person.enable",
  "person.grant",
  "person.end_grant",
  "person.export",
  "person.ask_erasure",
  "person.keep",
  "person.erase",
  "suggestion.submit",
  "suggestion.take",
  "suggestion.return",
  "suggestion.refuse",
  "suggestion.revise",
  "suggestion.withdraw",
  "suggestion.assign",
  "suggestion.accept",
  "suggestion.ask_back",
  "suggestion.reply",
  "suggestion.redate",
  "suggestion.rate",
  "suggestion.publish",
  "suggestion.unpublish",
  "suggestion.list",
  "suggestion.read",
  "suggestion.file",
  "enquiry.submit",
  "enquiry.read",
  "enquiry.claim",
  "enquiry.release",
  "enquiry.take_over",
  "enquiry.answer",
  "enquiry.close",
  "enquiry.set_aside",
  "enquiry.write",
  "enquiry.solve",
  "enquiry.copy",
  "enquiry.erase",
  "lead.give",
  "lead.read",
  "lead.handle",
  "lead.erase",
  "follower.ask",
  "follower.confirm",
  "follower.reschedule",
  "follower.end",
  "mail.erase",
  "calendar.tell",
  "calendar.table",
  "setting.change",
  "upkeep.read",
  "upkeep.table",
  "upkeep.retry",
  "upkeep.rebuild",
  "journal.read",
  "journal.export",
] as const;

export type Deed = (typeof deeds)[number];

/** In which part somebody does it: in a role that was granted, as somebody without an account, or the portal itself. */
export const parts = [...roles, "person", "asker", "giver", "follower", "visitor", "system"] as const;

export type Part = (typeof parts)[number];

/** One line for the journal. `reference` is what the thing is called in lists; particulars are codes, never words. */
export type Line = {
  by: { id: string | null; part: Part };
  deed: Deed;
  reference: string;
  particulars?: Record<string, string | number | boolean>;
};
