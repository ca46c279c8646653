import type { LoaderFunctionArgs } from "@remix-run/node";
import { offerNames } from "~/domain/catalogue/finding.server";
import { openJson, problem } from "~/http/machine/problem";
import { searchQueryOf } from "~/http/machine/search-query";
import { recordHref } from "~/paths";

/** `GET /api/v1/suggest`: names that somebody may mean who has typed this much. */
export async function loader({ request }: LoaderFunctionArgs) {
  const query = searchQueryOf(new URL(request.url).searchParams);
  if (!query.ok) return problem(400, "Wrong parameters", { parameters: query.wrong });
  const { q, lang } = query.value;
  const offers = await offerNames(q, lang, 10);
  return openJson({
    query: q,
    suggestions: offers.map(({ kind, slug, name, label }) => ({
      kind,
      slug,
      name,
      label,
      url: recordHref(lang, kind, slug),
    })),
  });
}
