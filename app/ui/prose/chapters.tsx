import { Section } from "../section/section";
import { Prose } from "./prose";

/** A text in short chapters, each with its own heading. Lines of a text are its paragraphs. */
export function Chapters({ items }: { items: { id: string; title: string; text: string }[] }) {
  return (
    <>
      {items.map(({ id, title, text }) => (
        <Section key={id} id={id} title={title}>
          <Prose paragraphs={text.split("\n")} />
        </Section>
      ))}
    </>
  );
}
