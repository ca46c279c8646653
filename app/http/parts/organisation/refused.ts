import type { Result } from "~/domain/kernel/refusal";
import { faultOf, type FormFaults } from "~/http/form/form";

/** Why an organisation was not kept as a form says, as its fault; null where it was, or where there is nothing to mend. */
export function notKept(result: Result<unknown>, form: FormData): FormFaults | null {
  if (result.ok) return null;
  if (result.reason === "invalid") return faultOf("parent", "circle", form);
  if (result.reason === "conflict") return faultOf("slug", "known_key", form);
  return result.reason === "wrong_state" ? faultOf("organisation", "still_at_work", form) : null;
}
