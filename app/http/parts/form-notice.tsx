import type { NoticeName } from "~/domain/setting/notice/notice";
import { Notice } from "~/ui/notice/notice";
import { Multiline } from "~/ui/prose/prose";

/** The title of the page on which each notice stands. */
export const noticeTitles = {
  ask: "enquiry:ask.title",
  lead: "lead:title",
  suggestion: "suggestion:new.title",
  sign_in: "session:title",
} as const satisfies Record<NoticeName, string>;

/** What administrators have to say to whoever fills in a form; nothing where they say nothing. */
export function FormNotice({ text }: { text: string | null }) {
  if (text === null) return null;
  return (
    <Notice tone="warn">
      <Multiline text={text} />
    </Notice>
  );
}
