import type { LoaderFunctionArgs } from "@remix-run/node";
import { countsAsText } from "~/http/front/counts";
import { mayReadMetrics } from "~/http/front/metrics-access";

/** Counters as Prometheus text, for callers on this machine and for those who hold the token. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!mayReadMetrics(request, context)) throw new Response(null, { status: 404 });
  return new Response(countsAsText(), {
    headers: { "Content-Type": "text/plain; version=0.0.4", "Cache-Control": "no-store" },
  });
}
