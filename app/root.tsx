import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, useLocation, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { actorOf } from "~/http/guards";
import { localeOfPath } from "~/http/page/language";
import { usePageContext } from "~/http/page/page-context";
import { ErrorPage, errorTitle } from "~/http/page/error-page";
import { languageTag } from "~/domain/kernel/locale";
import { env } from "~/platform/env";
import { Frame } from "~/http/frame";
import "~/ui/styles/all.css";

/** What the frame around every page shows: who is signed in, where the page stands. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await actorOf(args);
  return {
    actor: actor && { name: actor.name, roles: [...new Set(actor.grants.map((grant) => grant.role))] },
    demo: env().demo,
  };
}

export const meta: MetaFunction = ({ error, location }) => errorTitle(error, location.pathname);

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const { pathname } = useLocation();
  const locale = localeOfPath(pathname);
  const { nonce, script, text } = usePageContext();
  return (
    <html lang={languageTag[locale]} data-text={text}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
        {script ? <script type="module" src={script} nonce={nonce} /> : null}
      </head>
      <body>
        <Frame locale={locale} path={pathname} actor={data?.actor ?? null} demo={data?.demo ?? false} text={text}>
          {children}
        </Frame>
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { pathname } = useLocation();
  return <ErrorPage error={error} locale={localeOfPath(pathname)} />;
}
