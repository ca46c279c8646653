import type { Unit } from "../query";

/** Words that say what sort of place one is, before or behind its name. */
const sorts = new Set(
  "shi xian qu zhen cun city county district town village prefecture province cidade municipio concelho distrito vila aldeia provincia".split(
    " ",
  ),
);
const suffix = /[市镇县区村省]/u;
/** What all places of the portal lie in, as people write it on a letter: "Toisan, Kwangtung, China". */
const country = new Set("china guangdong kwangtung kwongtung canton cantao prc".split(" "));
const pairs = new Set(["中国", "广东", "县城", "城区", "市区", "kwongtung", "kwangtung", "guangdong", "kwungtung"]);
/** Characters that stand between a name and what is asked of it. */
const between = new Set("的在是有和与跟同到去从个里人了");

/** Whether a unit only says of what sort the place is that is `placed` by name beside it. */
export function saysSort({ han, text }: Unit, placed: boolean): boolean {
  return han ? suffix.test(text) : placed && sorts.has(text);
}

/** Whether the unit `at` only says in which country or province a place lies, or that its seat is meant. */
export function saysCountry(units: readonly Unit[], at: number): boolean {
  const pair = (from: number) => `${units[from]?.text ?? ""}${units[from + 1]?.text ?? ""}`;
  return country.has(units[at]?.text ?? "") || pairs.has(pair(at - 1)) || pairs.has(pair(at));
}

/** Whether a character beside a name says nothing of its own. */
export function standsBetween({ han, text }: Unit): boolean {
  return han && between.has(text);
}
