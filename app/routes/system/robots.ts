import { locales } from "~/domain/kernel/locale";
import { env } from "~/platform/env";

const closed = [
  "member",
  "committee",
  "unit",
  "supervision",
  "station",
  "editor",
  "sign-in",
  "outbox",
  "search",
].flatMap((path) => [`${path}$`, `${path}/`, `${path}?`]);

/** What crawlers leave alone. Private pages are closed to them anyway; this spares the asking. */
export async function loader() {
  const lines = locales.flatMap((locale) => closed.map((path) => `Disallow: /${locale}/${path}`));
  const text = ["User-agent: *", ...lines, `Sitemap: ${env().BASE_URL}/sitemap.xml`, ""].join("\n");
  return new Response(text, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=0, must-revalidate" },
  });
}
