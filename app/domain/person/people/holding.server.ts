import { roles, type Person } from "~/domain/kernel/actor";
import { wishOf } from "~/domain/kernel/listing";
import type { Locale } from "~/domain/kernel/locale";
import { now } from "~/platform/clock";
import { noteLook } from "./store.server";
import { maySee } from "../policy";
import { holdingStates } from "./holding";
import * as store from "./holding-store.server";

function searchOf(query: URLSearchParams): store.Search {
  return {
    ...wishOf(query, store.sorts, { by: "name", down: false }),
    role: roles.find((role) => role === query.get("role")) ?? null,
    state: holdingStates.find((state) => state === query.get("state")) ?? null,
  };
}

/** One page of who holds, held or will hold which role, for what and when; looking is noted. Null: not for this person. */
export async function holdings(actor: Person, query: URLSearchParams) {
  if (!maySee(actor)) return null;
  const search = searchOf(query);
  await noteLook(actor.id, "person.list", "", { list: "grants" });
  return { search, page: await store.page(search, now()) };
}

/** All of them that the query asks for, as it is at one moment. Null: not for this person. */
export async function allHoldings(actor: Person, query: URLSearchParams) {
  if (!maySee(actor)) return null;
  const search = searchOf(query);
  return { search, view: await store.whole(search, now()) };
}

const byKind = { by: "kind", down: false } as const;

/** One page of the organisations that roles are held for, with how many hold one now; null: not for this person. */
export async function listOrganisations(actor: Person, query: URLSearchParams, locale: Locale) {
  if (!maySee(actor)) return null;
  const search = wishOf(query, store.organisationSorts, byKind);
  return { search, page: await store.organisationPage(search, now(), locale) };
}

/** All organisations that the query asks for, as it is at one moment. Null: not for this person. */
export async function allOrganisations(actor: Person, query: URLSearchParams, locale: Locale) {
  if (!maySee(actor)) return null;
  return store.allOrganisations(wishOf(query, store.organisationSorts, byKind), now(), locale);
}
