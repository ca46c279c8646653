import type { LoaderFunctionArgs } from "@remix-run/node";

/** Any address that no page answers. What the front door refuses ends here too, with the status that it says. */
export async function loader({ context }: LoaderFunctionArgs) {
  throw new Response(null, { status: context.refused ?? 404 });
}

export async function action(args: LoaderFunctionArgs) {
  return loader(args);
}

export default function NotFound() {
  return null;
}
