import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { isLocale } from "~/domain/kernel/locale";
import { preferredLocale } from "~/platform/i18n/i18n";
import { languageCookie } from "~/platform/session/cookies";

/** `/` leads to the language chosen before, else to the first one that the browser asks for. */
export async function loader({ request }: LoaderFunctionArgs) {
  const chosen: unknown = await languageCookie().parse(request.headers.get("Cookie"));
  const locale = isLocale(chosen) ? chosen : preferredLocale(request.headers.get("Accept-Language"));
  return redirect(`/${locale}`, { status: 302, headers: { Vary: "Cookie, Accept-Language", "Cache-Control": "private, no-store" } });
}
