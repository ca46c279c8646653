import { packedNames } from "~/domain/catalogue/known.server";

/** The names that devices offer while somebody types. Shared caches may serve it anew for a minute. */
export async function loader() {
  return new Response(await packedNames(), {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=60" },
  });
}
