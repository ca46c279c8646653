import type { Result } from "~/domain/kernel/refusal";
import { faultOf, type FormFaults } from "~/http/form/form";

/** Why a role was not given or ended, as a fault of the form that asked for it; null where it was, or where there is nothing to mend. */
export function notGranted(result: Result<unknown>, form: FormData): FormFaults | null {
  if (result.ok || result.reason === "not_found") return null;
  if (result.reason === "forbidden") return faultOf("role", "more_than_held", form);
  if (result.reason === "wrong_state") return faultOf("role", "last_administrator", form);
  if (result.reason === "conflict") return faultOf("role", "ended_already", form);
  return faultOf("until", "bad_period", form);
}
