import type { LoaderFunctionArgs } from "@remix-run/node";
import { targetOf } from "~/domain/following/target";
import { anyone } from "~/http/guards";
import { atomOf } from "~/http/machine/feed";
import { found } from "~/http/refuse";

/** A search or a record as an Atom feed. */
export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await anyone(args);
  const target = found(targetOf(new URL(args.request.url).searchParams));
  return new Response(found(await atomOf(target, locale)), {
    headers: {
      "Content-Type": "application/atom+xml; charset=utf-8",
      "Cache-Control": "public, max-age=0, must-revalidate",
    },
  });
}
