import { readiness } from "~/http/front/ready";

/** Says whether the database, its migrations, a worker and a search engine are there. */
export async function loader() {
  const state = await readiness();
  const ready = state.database && state.migrations && state.search !== "none";
  return Response.json({ ready, ...state }, { status: ready ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
