/**
 * What an ear hears of a Cantonese or Taishanese name written in Latin letters, by no system in particular: families
 * abroad wrote what they said. Spellings with the same key may mean the same name; they rank below listed ones.
 */
export function soundKey(spelling: string): string {
  return spelling
    .replace(/[^a-z]/g, "")
    .replace(/^(hl|lh|sl)/, "s")
    .replace(/tsz|tze|sze|szu|tsu|ssu|zi\b/g, "si")
    .replace(/ts|tz|ch|j|zh|q|z|c(?=[eiy])/g, "c")
    .replace(/sh|hs|x/g, "s")
    .replace(/ph|b/g, "p")
    .replace(/kw|gw|qu/g, "kw")
    .replace(/g(?!h?$)(?<!n)/g, "k")
    .replace(/(?<!n)g$/g, "k")
    .replace(/d/g, "t")
    .replace(/v/g, "w")
    .replace(/eo|oe|eu|ue|uy|yu|iu|ew/g, "u")
    .replace(/oy|oi|oj/g, "oi")
    .replace(/ai|ay|aai|ei|ey|ie/g, "ei")
    .replace(/ow|au|ao|ou|aw/g, "ou")
    .replace(/oo|u/g, "u")
    .replace(/ee|y/g, "i")
    .replace(/a+|er|ar/g, "a")
    .replace(/(.)\1+/g, "$1")
    .replace(/h(?=[aeiou])/g, "h")
    .replace(/(?<=[aeiou])h/g, "")
    .replace(/r/g, "");
}
