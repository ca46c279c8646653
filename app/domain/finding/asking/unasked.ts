import { fold } from "../fold";

/** The words with which people ask, in Chinese, where nothing stands between them and what is asked for. Folded. */
const asking = new RegExp(
  [
    "[喺在]边(?:度|处)?|边度|边处",
    "请问|如何|多少|有没有|能不能|可不可以|可以|是不是|我想|我要|我姓|吗|呢|咩|喺|嘅",
    "怎么样|怎么做|怎么办|怎么|怎样|点样|点算|为什么",
    "叫(?:什么|甚么|啥|咩嘢|咩|乜嘢|乜)(?:名字|名)?|什么|甚么|乜嘢",
    "哪里|哪儿|哪条|哪个|边个|边条",
    "旧时|以前|从前|古时|旧称|旧名|古称|又名|别名",
    "人在(?=国外|海外|外国)|人喺|办理|办(?=公证)",
  ].join("|"),
  "gu",
);
/** In English and Portuguese words ask one by one, but for these: every place's page has its older names. */
const olderName = /\b(?:old|older|former|original) names?\b|\b(?:antigos?|velhos?) nomes?\b|\bnomes? antigos?\b/gu;
/** Characters that stand between others and mean nothing alone. */
const between = /^\s*[的在是有和了与]\s*$/u;

/** A query, folded, without the words that ask. */
export function unasked(query: string): string {
  // Folded, 係 ("is") could no longer be told from the one in 关系.
  return fold(query.replaceAll("係", " "))
    .replace(asking, (words) => (words === "我姓" ? " 姓" : " "))
    .replace(olderName, " ")
    .replace(between, "");
}
