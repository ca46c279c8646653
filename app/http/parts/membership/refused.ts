import type { Result } from "~/domain/kernel/refusal";
import { faultOf, type FormFaults } from "~/http/form/form";

/** Why a member was not added or changed, as a fault of the form; null where it was, or where there is nothing to mend. */
export function notKept(result: Result<unknown>, form: FormData): FormFaults | null {
  if (result.ok) return null;
  if (result.reason === "invalid") return faultOf("until", "bad_term", form);
  if (result.reason === "conflict") return faultOf("email", "known_member", form);
  return result.reason === "forbidden" ? faultOf("form", "own_membership", form) : null;
}
