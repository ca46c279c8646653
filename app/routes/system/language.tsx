import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { detectLocale } from "~/platform/i18n/detect";

/** `/` leads to the language chosen before, else to the first one that the browser asks for. */
export async function loader({ request }: LoaderFunctionArgs) {
  const headers = { Vary: "Cookie, Accept-Language", "Cache-Control": "private, no-store" };
  return redirect(`/${await detectLocale(request)}`, { status: 302, headers });
}
