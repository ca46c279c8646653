import * as OpenCC from "opencc-js";

/**
 * Characters that the conversion tables leave apart or send elsewhere, reviewed by hand: each pair is one character to
 * a person who looks for a place. Only for matching; nothing is ever shown folded.
 */
const reviewed: Record<string, string> = {
  沖: "冲",
  衝: "冲",
  邨: "村",
  墟: "圩",
  臺: "台",
  檯: "台",
  颱: "台",
  啓: "启",
  啟: "启",
  峯: "峰",
  羣: "群",
  衞: "卫",
  裏: "里",
  裡: "里",
  後: "后",
  鬥: "斗",
  鬦: "斗",
  鄕: "乡",
  靑: "青",
  戶: "户",
  眞: "真",
  綫: "线",
  滙: "汇",
  牀: "床",
  粧: "妆",
  舖: "铺",
  鷄: "鸡",
  蔴: "麻",
  麼: "么",
  麽: "么",
  幺: "么",
};

let table: Map<string, string> | undefined;

/** Every Han character that has another, Simplified, form for matching: made once, on first use. */
function simplified(): Map<string, string> {
  if (table) return table;
  const all: string[] = [];
  for (const [from, to] of [
    [0x3400, 0x4dbf],
    [0x4e00, 0x9fff],
    [0xf900, 0xfaff],
  ] as const) {
    for (let code = from; code <= to; code += 1) all.push(String.fromCodePoint(code).normalize("NFKC"));
  }
  const made = new Map<string, string>();
  const learn = (text: string) =>
    text.split("\n").forEach((other, index) => {
      const character = all[index];
      if (character !== undefined && other !== character && [...other].length === 1 && !made.has(character))
        made.set(character, other);
    });
  const ways = ["t", "hk", "tw"] as const;
  const simplify = OpenCC.Converter({ from: "t", to: "cn" });
  for (const from of ways) learn(OpenCC.Converter({ from, to: "cn" })(all.join("\n")));
  for (const to of ways) {
    const written = OpenCC.Converter({ from: "cn", to })(all.join("\n"));
    learn(simplify(written));
    // Forms beyond the ranges above: rare characters of which only the Simplified one lies within.
    for (const [index, form] of written.split("\n").entries())
      if ([...form].length === 1 && (form.codePointAt(0) ?? 0) > 0xffff) made.set(form, all[index] ?? form);
  }
  for (const [character, other] of Object.entries(reviewed)) made.set(character, other).set(other, other);
  for (const [character, other] of made) made.set(character, made.get(other) ?? other);
  for (const [character, other] of made) if (character === other) made.delete(character);
  table = made;
  return made;
}

/**
 * The form in which two texts are compared: compatibility forms and widths unified, lower case, no diacritics on Latin,
 * Traditional and regional characters as Simplified ones, no control characters. Total and idempotent.
 */
export function fold(text: string): string {
  if (/^[ -@[-~]*$/.test(text)) return text;
  const plain = text
    .toWellFormed()
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC");
  const map = simplified();
  let folded = "";
  for (const character of plain)
    folded += map.get(character) ?? (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\uFFFD]/u.test(character) ? " " : character);
  return folded;
}

/** How many characters are remembered folded: more than a person meets in the texts of a year. */
const remembered = 20_000;
const byCharacter = new Map<string, string>();

/** A single character folded, of those that come again and again. */
export function foldCharacter(character: string): string {
  const known = byCharacter.get(character);
  if (known !== undefined) return known;
  const folded = fold(character);
  if (byCharacter.size < remembered) byCharacter.set(character, folded);
  return folded;
}

/** Folded Latin letters and digits without anything between them: "Sze Yup" and "sze-yup" are "szeyup". */
export function joined(text: string): string {
  return fold(text).replace(/[^a-z0-9]/g, "");
}

/** Only the Han characters of a folded text. */
export function hanOnly(text: string): string {
  return fold(text).replace(/[^\p{Script=Han}]/gu, "");
}
