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
const countryHan = new Set(["中国", "广东", "县城", "城区", "市区"]);

/** Whether a unit only says of what sort the place is that is `placed` by name beside it. */
export function saysSort({ han, text }: Unit, placed: boolean): boolean {
  return han ? suffix.test(text) : placed && sorts.has(text);
}

/** Whether the unit `at` only says in which country or province a place lies, or that its seat is meant. */
export function saysCountry(units: readonly Unit[], at: number): boolean {
  const pair = (from: number) => `${units[from]?.text ?? ""}${units[from + 1]?.text ?? ""}`;
  return country.has(units[at]?.text ?? "") || countryHan.has(pair(at - 1)) || countryHan.has(pair(at));
}
