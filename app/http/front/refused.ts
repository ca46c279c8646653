import { randomBytes } from "node:crypto";
import { createRequestHandler, type AppLoadContext, type ServerBuild } from "@remix-run/node";
import { problem } from "~/http/machine/problem";
import { localeOfPath } from "~/http/page/language";
import { waitingWords } from "~/http/page/waiting";
import { words } from "~/platform/i18n/i18n";
import { languageTag } from "~/domain/kernel/locale";
import { narrowed, type Handler } from "./pages";

const forMachines = /^\/(api\/|(healthz|readyz|metrics)$|(robots\.txt|sitemap\.xml)$)/;

const forPrograms = /^\/api(\/|$)/;

/** Whether an answer has to be replaced by a page, or a problem document, that says what went wrong. */
export function saysTooLittle(pathname: string, status: number, type: string): boolean {
  if (status < 400) return false;
  if (forPrograms.test(pathname)) return !type.includes("problem+json");
  return !forMachines.test(pathname) && !type.startsWith("text/html");
}

/** A handler that knows one page only: the one that says why there is no other, at any address. It reads no data. */
export function refusals(build: ServerBuild, mode: string): Handler {
  return createRequestHandler(narrowed(build, ["root", "notFound"]), mode);
}

/**
 * The answer to a request that could not be answered otherwise. Where even its page cannot be made with the reader's
 * name on it, it is made without; where it cannot be made at all, a few plain lines say the same.
 */
export async function refusedBy(
  handle: Handler,
  address: URL,
  cookie: string | undefined,
  status: number,
  context: AppLoadContext,
): Promise<Response> {
  const { pathname } = address;
  const fault = context.fault;
  if (forPrograms.test(pathname)) return problem(status, "Refused", fault ? { reference: fault } : {});
  if (forMachines.test(pathname)) return plainly(status, `${status}${fault ? ` ${fault}` : ""}\n`);
  const headers = new Headers(cookie ? { Cookie: cookie } : {});
  for (const nameless of status === 503 ? [true] : [false, true]) {
    const { typed, foreign, network, wait } = context;
    const response = await handle(new Request(address, { headers }), {
      nonce: randomBytes(16).toString("base64"),
      ...(typed && { typed }),
      ...(network !== undefined && { network }),
      ...(wait !== undefined && { wait }),
      ...(fault !== undefined && { fault }),
      ...(nameless && { actor: Promise.resolve(null) }),
      foreign: foreign ?? false,
      refused: status,
    }).catch(() => null);
    if (response?.status === status) return response;
  }
  return lastResort(pathname, status, context);
}

function plainly(status: number, text: string): Response {
  return new Response(text, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}

function lastResort(pathname: string, status: number, { fault, wait }: AppLoadContext): Response {
  const locale = localeOfPath(pathname);
  const t = words(locale, "error");
  const lines = [
    t(`${status}.title`),
    t(`${status}.text`),
    wait === undefined ? t(`${status}.next`) : waitingWords(t, wait),
    fault ? t("reference", { fault }) : "",
  ];
  const body = lines.map((line) => `<p>${line.replace(/[<&]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</p>`).join("\n");
  const html = `<!doctype html>\n<html lang="${languageTag[locale]}"><meta charset="utf-8"><title>${status}</title>\n${body}\n</html>\n`;
  return new Response(html, { status, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
