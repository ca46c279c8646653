import { Writable } from "node:stream";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { waitOf } from "~/http/page/error-page";
import { localeOfPath } from "~/http/page/language";
import { PageContextProvider } from "~/http/page/page-context";
import { textSizeOf } from "~/http/page/text-size";
import { isPersonal } from "~/http/front/personal";
import { contentSecurityPolicy } from "~/http/front/security";
import { isUnreachable } from "~/platform/unreachable";
import { translator } from "~/platform/i18n/i18n";
import { logFault } from "~/platform/log";

export { answerInDevelopment } from "~/http/front/serve";
export { startWeb } from "~/http/front/start";

/** A page that is not made by then is given up, in milliseconds. */
const patience = 10_000;

export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  // What the request got wrong is answered by its page and is no failure of ours; one that nobody waits for, neither.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  context.fault = logFault(error, { method: request.method });
  context.gone = isUnreachable(error);
}

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const locale = localeOfPath(new URL(request.url).pathname);
  const failed = status >= 400 && (request.method === "POST" || context.refused !== undefined);
  const page = {
    nonce: context.nonce ?? "",
    script: remix.manifest.entry.module,
    typed: failed ? ((await context.typed?.()) ?? []) : [],
    foreign: context.foreign ?? false,
    fault: context.fault ?? null,
    text: await textSizeOf(request),
  };
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Security-Policy", contentSecurityPolicy(page.nonce));
  headers.set("Content-Language", locale);
  const wait = Object.values(remix.staticHandlerContext.errors ?? {})
    .map(waitOf)
    .find(Boolean);
  if (wait !== undefined) headers.set("Retry-After", String(wait));
  if (isPersonal(request.headers.get("Cookie")) || status !== 200 || !headers.has("Cache-Control"))
    headers.set("Cache-Control", "private, no-store");

  return new Promise((resolve, reject) => {
    let begun = false;
    const parts: Buffer[] = [];
    const body = new Writable({
      write: (part: Buffer, _encoding, next) => void (parts.push(part), next()),
      final: (next) => void (resolve(new Response(Buffer.concat(parts), { headers, status })), next()),
    });
    const { pipe, abort } = renderToPipeableStream(
      <I18nextProvider i18n={translator(locale)}>
        <PageContextProvider value={page}>
          <RemixServer context={remix} url={request.url} />
        </PageContextProvider>
      </I18nextProvider>,
      {
        // Pages are small and kept, packed and measured whole: nothing of one is sent before all of it is there.
        onAllReady() {
          clearTimeout(late);
          pipe(body);
        },
        onShellReady() {
          begun = true;
        },
        onShellError: reject,
        onError(error) {
          // What fails before the frame stands is thrown, and logged where all failures are.
          if (begun) logFault(error, { at: "rendering" });
        },
      },
    );
    const late = setTimeout(abort, patience).unref();
  });
}
