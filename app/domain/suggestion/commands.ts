import type { z } from "zod";
import type { acceptanceForm, reviewForm } from "./form";
import type { Command } from "./suggestion";

/** The command that a review form asks for. */
export function reviewCommand(form: z.output<typeof reviewForm>): Command {
  if (form.verdict === "take") return { verb: "take" };
  if (form.verdict === "return") return { verb: "return", words: form.words };
  return { verb: "refuse", reason: form.reason, words: form.words };
}

/** The command that a unit's acceptance form asks for. */
export function acceptanceCommand(form: z.output<typeof acceptanceForm>): Command {
  return form.verdict === "accept" ? { verb: "accept" } : { verb: "ask_back", words: form.words };
}
