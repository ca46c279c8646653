import { data } from "@remix-run/node";
import { isProven, type OpenSession } from "~/domain/person/session/session";
import { now } from "~/platform/clock";
import { typedIn, type FormFaults } from "./form";

/** A dangerous form whose sender has not shown of late who they are. Everything that was typed is kept. */
export type Unproven = FormFaults & { unproven: true };

/** Whether the sender of a dangerous form must first show who they are. */
export function mustProve(own: OpenSession): boolean {
  return !isProven(own, now());
}

/** The answer to such a form: the page again, with status 403, all that was typed, and the way to show who one is. */
export function unproven(form: FormData) {
  const sent: Unproven = { faults: {}, typed: typedIn(form), unproven: true };
  return data(sent, { status: 403, headers: { "Cache-Control": "no-store" } });
}
