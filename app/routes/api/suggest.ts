import type { LoaderFunctionArgs } from "@remix-run/node";
import { offerNames } from "~/domain/catalogue/known.server";
import { openJson, problem } from "~/http/machine/problem";
import { suggestQueryOf } from "~/http/machine/search-query";
import { recordHref } from "~/paths";

/** `GET /api/v1/suggest`: names that somebody may mean who has typed this much. */
export async function loader({ request }: LoaderFunctionArgs) {
  const query = suggestQueryOf(new URL(request.url).searchParams);
  if (!query.ok) return problem(400, "Wrong parameters", { parameters: query.wrong });
  const { q, lang } = query.value;
  const offers = await offerNames(q, 10);
  return openJson({
    query: q,
    suggestions: offers.map(({ name, spelling }) => ({
      kind: name.kind,
      slug: name.slug,
      name: name.names[lang],
      label: spelling ?? name.names[lang],
      place: name.above?.names[lang] ?? null,
      url: recordHref(lang, name.kind, name.slug),
    })),
  });
}
