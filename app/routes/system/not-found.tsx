import type { LoaderFunctionArgs } from "@remix-run/node";

/** Any address that no page answers. A change that another site's page asked for ends here too, as forbidden. */
export async function loader({ request }: LoaderFunctionArgs) {
  throw new Response(null, { status: request.headers.has("X-Refused") ? 403 : 404 });
}

export async function action(args: LoaderFunctionArgs) {
  return loader(args);
}

export default function NotFound() {
  return null;
}
