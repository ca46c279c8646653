/**
 * What an ear hears of a Cantonese, Taishanese or Mandarin name written in Latin letters, by no system in particular:
 * families abroad wrote what they said. A spelling becomes a row of sounds, and two rows are compared sound by sound.
 */
export type Sounds = string;

/** Spellings of a sound, longest first. Capital letters stand for consonants, small ones and digits for vowels. */
const spelled: [RegExp, string][] = [
  [/^(tsz|tze|sze|szu|ssu|sz|tzu|tsu|see)/, "Si"],
  [/^(kw|gw|qu|ku(?=[aeio])|gu(?=[aeio]))/, "KW"],
  [/^(ng)/, "G"],
  [/^(tsh|tch|tz|ts|ch|zh|j|z|q|c(?=[eiyz])|c)/, "C"],
  [/^(hl|lh|sh|hs|ss|sl|s|x)/, "S"],
  [/^(ph|p|b)/, "P"],
  [/^(th|t|d)/, "T"],
  [/^(kh|gh|k|g)/, "K"],
  [/^h/, "H"],
  [/^f/, "F"],
  [/^m/, "M"],
  [/^n/, "N"],
  [/^l/, "L"],
  [/^[wv]/, "W"],
  [/^(yue|yu|ue|eo|oe|eui|oey|eur|ue)/, "v"],
  [/^y(?=[aeiou])/, "Y"],
  [/^(aau|aao|ao|au|ow|ou|aw(?=$)|eau|iu|iao|ieu|eu)/, "w"],
  [/^(aai|ai|ay|ei|ey|ie(?=$)|igh)/, "y"],
  [/^(oi|oy|ui|uy|uei|oei)/, "j"],
  [/^(oo|ou|u)/, "u"],
  [/^(ee|ii|i|y)/, "i"],
  [/^(aa|ah|ar|a)/, "a"],
  [/^(aw|or|oh|o)/, "o"],
  [/^(er|eh|e)/, "e"],
  [/^r/, "Y"],
];

/** The sounds of a spelling. In jyutping `j` is what others write `y`. */
export function soundsOf(spelling: string, system: "jyutping" | "any" = "any"): Sounds {
  let rest = (system === "jyutping" ? spelling.replace(/j/g, "y") : spelling).replace(/[^a-z]/g, "");
  let sounds = "";
  while (rest.length > 0) {
    const known = spelled.find(([form]) => form.test(rest));
    const taken = known?.[0].exec(rest)?.[0] ?? rest[0] ?? "";
    sounds += known?.[1] ?? "";
    rest = rest.slice(taken.length);
  }
  return sounds.replace(/(.)\1+/g, "$1");
}

/** How unlike two sounds are, from 0 to 1, where people have written one for the other. */
const near: [string, number][] = [
  ["ao au ae ou oe ie iv ev uv yw", 0.3],
  ["ay aj ei yi yj ja je jo wo wu wa jv jy yv wv", 0.3],
  ["ai ui ow ov eu aw ju yo ye vo ji wi", 0.45],
  ["NG MG LN TP TK PK CS", 0.4],
  ["CT TH SH KH CY HW HS NL FW FH PF SL CK SF GM MN YW", 0.55],
];
const strange = 1;
const strangeVowels = 0.6;

const isVowel = (sound: string) => /[a-z]/.test(sound);

/** What a sound costs that only one of them writes: breath and glides come and go, and so do final stops. */
function lossOf(sound: string): number {
  if ("HYW".includes(sound)) return 0.35;
  return "GKTP".includes(sound) ? 0.55 : isVowel(sound) ? 0.6 : 0.9;
}

/** All of it by character code, made once: spellings are compared with thousands of names in a millisecond. */
const codes = 128;
const change = new Float64Array(codes * codes);
const loss = new Float64Array(codes);
for (let one = 0; one < codes; one += 1) {
  const sound = String.fromCharCode(one);
  loss[one] = lossOf(sound);
  for (let other = 0; other < codes; other += 1) {
    const both = isVowel(sound) && isVowel(String.fromCharCode(other));
    change[one * codes + other] = one === other ? 0 : both ? strangeVowels : strange;
  }
}
for (const [pairs, cost] of near) {
  for (const pair of pairs.split(" ")) {
    const [one, other] = [pair.charCodeAt(0), pair.charCodeAt(1)];
    change[one * codes + other] = cost;
    change[other * codes + one] = cost;
  }
}
const longest = 64;
const row = new Float64Array(longest + 1);

/** How unlike two rows of sounds are; `limit` and more is `limit`. */
export function soundDistance(one: Sounds, other: Sounds, limit: number): number {
  const width = other.length;
  if (width > longest || one.length > longest) return limit;
  row[0] = 0;
  for (let at = 0; at < width; at += 1) row[at + 1] = (row[at] ?? 0) + (loss[other.charCodeAt(at)] ?? 1);
  for (let at = 0; at < one.length; at += 1) {
    const sound = one.charCodeAt(at);
    const gone = loss[sound] ?? 1;
    let corner: number = row[0] ?? 0;
    let left: number = corner + gone;
    let least = left;
    row[0] = left;
    for (let column = 1; column <= width; column += 1) {
      const beside = other.charCodeAt(column - 1);
      const above = row[column] ?? 0;
      left = Math.min(above + gone, left + (loss[beside] ?? 1), corner + (change[sound * codes + beside] ?? 1));
      corner = above;
      row[column] = left;
      if (left < least) least = left;
    }
    if (least >= limit) return limit;
  }
  return Math.min(row[width] ?? limit, limit);
}
