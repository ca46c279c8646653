import type { LoaderFunctionArgs } from "@remix-run/node";

/** Any address that no page answers. What the front door refuses ends here too, with the status that it says. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { refused: status = 404, wait } = context;
  throw wait === undefined ? new Response(null, { status }) : Response.json({ wait }, { status });
}

export async function action(args: LoaderFunctionArgs) {
  return loader(args);
}

export default function NotFound() {
  return null;
}
