import type { LoaderFunctionArgs } from "@remix-run/node";
import { find } from "~/domain/catalogue/finding.server";
import { openJson, problem } from "~/http/machine/problem";
import { searchQueryOf } from "~/http/machine/search-query";
import { recordHref } from "~/paths";

/** `GET /api/v1/search`: what the search page finds, for programs. */
export async function loader({ request }: LoaderFunctionArgs) {
  const query = searchQueryOf(new URL(request.url).searchParams);
  if (!query.ok) return problem(400, "Wrong parameters", { parameters: query.wrong });
  const { q, lang, ...rest } = query.value;
  const { hits, ...found } = await find({ text: q, locale: lang, ...rest });
  const body = {
    ...found,
    hits: hits.map(({ kind, slug, title, names, excerpt, match, why }) => ({
      kind,
      slug,
      title,
      names,
      url: recordHref(lang, kind, slug),
      excerpt: excerpt.map(({ text }) => text).join(""),
      match,
      why,
    })),
  };
  // What says that an engine stands in for another is true for a moment only.
  return openJson(body, found.limited ? "no-store" : undefined);
}
