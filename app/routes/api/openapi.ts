import { openJson } from "~/http/machine/problem";
import { description } from "~/http/machine/openapi";

/** `GET /api/v1/openapi.json`: the description of the public read interface. */
export async function loader() {
  return openJson(description);
}
