import { may as mayCalendar } from "~/domain/calendar/policy";
import { may as mayJournal } from "~/domain/journal/policy";
import type { Actor } from "~/domain/kernel/actor";
import { may as mayMembership } from "~/domain/membership/policy";
import { maySee } from "~/domain/person/policy";
import { may as mayUpkeep } from "~/domain/upkeep/policy";
import { lists, type ListName } from "./export";

const rights: Record<ListName, (actor: Actor) => boolean> = {
  people: maySee,
  grants: maySee,
  invitations: maySee,
  organisations: maySee,
  members: (actor) => mayMembership(actor, "list"),
  days: (actor) => mayCalendar(actor, "see"),
  jobs: (actor) => mayUpkeep(actor, "see"),
  letters: (actor) => mayUpkeep(actor, "see"),
  journal: (actor) => mayJournal(actor, "export"),
};

/** Who may see a list may take it along, and fetch what was made of it for as long as they may see it. */
export function may(actor: Actor, list: ListName): boolean {
  return rights[list](actor);
}

/** Whether there is any list that somebody may take along. */
export function mayAny(actor: Actor): boolean {
  return lists.some((list) => may(actor, list));
}
