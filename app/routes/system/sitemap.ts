import { sitemap } from "~/http/machine/sitemap";

/** Every public page in four languages, for search engines. */
export async function loader() {
  return new Response(await sitemap(), {
    headers: {
      "Content-Type": "application/xml; charset=utf-8",
      "Cache-Control": "public, max-age=0, must-revalidate",
    },
  });
}
