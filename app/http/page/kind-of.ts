import { entryKinds, type EntryKind } from "~/domain/catalogue/entry";
import { sections } from "~/paths";
import { notFound } from "~/http/guards";

/** The kind of record whose section an address stands in. */
export function kindOf(request: Request): EntryKind {
  const section = new URL(request.url).pathname.split("/")[2]?.replace(/\.data$/, "");
  const kind = entryKinds.find((one) => sections[one] === section);
  if (!kind) throw notFound();
  return kind;
}

/** The filters of a list, from its query string; unknown ones are left out. */
export function filterOf(query: URLSearchParams): { function?: string; year?: number; state?: string } {
  const year = Number(query.get("year"));
  return {
    ...(query.get("function") ? { function: query.get("function") ?? "" } : {}),
    ...(Number.isInteger(year) && year > 1900 && year < 2200 ? { year } : {}),
    ...(query.get("state") ? { state: query.get("state") ?? "" } : {}),
  };
}
