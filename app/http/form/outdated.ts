import { data } from "@remix-run/node";
import type { Result } from "~/domain/kernel/refusal";
import { typedIn, type FormFaults } from "./form";

/** A form that came too late: what it was about has changed meanwhile. Everything that was typed is kept. */
export type Outdated = FormFaults & { outdated: true };

/** Whether a step was refused because the page it was taken on had grown old. */
export function isOutdated(result: Result<unknown>): boolean {
  return !result.ok && (result.reason === "conflict" || result.reason === "wrong_state");
}

/** The answer to a form that came too late: the page as things stand now, with status 409 and all that was typed. */
export function outdated(form: FormData) {
  const sent: Outdated = { faults: {}, typed: typedIn(form), outdated: true };
  return data(sent, { status: 409, headers: { "Cache-Control": "no-store" } });
}
