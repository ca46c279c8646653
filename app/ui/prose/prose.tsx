/** Paragraphs to read. */
export function Prose({ paragraphs, lang }: { paragraphs: string[]; lang?: string }) {
  return (
    <div className="prose" lang={lang}>
      {paragraphs.map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  );
}

/** What a person wrote, with the line breaks it was written with. */
export function Multiline({ text, lang }: { text: string; lang?: string }) {
  return (
    <p className="multiline" lang={lang} dir="auto">
      {text}
    </p>
  );
}
