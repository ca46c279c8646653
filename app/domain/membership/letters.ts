import type { Locale } from "~/domain/kernel/locale";

/** Tells somebody with an account that they are a member from now on. */
export function givenLetter(of: { id: string; email: string; locale: Locale; portal: string }) {
  return {
    dedupeKey: `membership:${of.id}`,
    recipient: of.email,
    locale: of.locale,
    template: "membership_given",
    params: { link: `${of.portal}/${of.locale}/member` },
  };
}
