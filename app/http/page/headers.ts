import type { HeadersFunction } from "@remix-run/node";

/**
 * For pages that are the same for everybody not signed in: shared caches may keep them but ask again each time, and the
 * server's own cache answers. The front door turns this into `private` for anybody signed in.
 */
export const publicHeaders: HeadersFunction = ({ errorHeaders }) =>
  errorHeaders ? { "Cache-Control": "no-store" } : { "Cache-Control": "public, max-age=0, must-revalidate" };
