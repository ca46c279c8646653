import { createServer } from "node:http";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { createRequest, sendResponse } from "@remix-run/node-fetch-server";
import { Outlet, RemixServer, useLoaderData } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { db } from "~/platform/db/client";

/** A page of Remix that reads and shows a list of twenty, and nothing else: no frame, no languages, no counts, no policy. */
type Card = { slug: string; names: Record<string, string>; summary: Record<string, string> };

async function loader() {
  const rows = await db().entry.findMany({
    where: { kind: "proposal" },
    orderBy: { position: "asc" },
    take: 20,
    select: { content: true },
  });
  return { cards: rows.map(({ content }) => content as unknown as Card) };
}

function List() {
  const { cards } = useLoaderData<typeof loader>();
  return (
    <ul>
      {cards.map(({ slug, names, summary }) => (
        <li key={slug}>
          <a href={`/en/proposals/${slug}`}>{names.en}</a>
          <p>{summary.en}</p>
        </li>
      ))}
    </ul>
  );
}

const root = () => (
  <html lang="en">
    <head>
      <title>List</title>
    </head>
    <body>
      <Outlet />
    </body>
  </html>
);

const build = {
  entry: {
    module: {
      default: (request: Request, status: number, headers: Headers, context: unknown) => {
        headers.set("Content-Type", "text/html");
        const html = renderToString(<RemixServer context={context as never} url={request.url} />);
        return new Response(`<!DOCTYPE html>${html}`, { status, headers });
      },
    },
  },
  routes: {
    root: { id: "root", path: "", module: { default: root } },
    list: { id: "list", parentId: "root", path: "en/proposals", module: { default: List, loader } },
  },
  assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: true,
    v3_routeConfig: true,
    unstable_optimizeDeps: false,
  },
  publicPath: "/",
  assetsBuildDirectory: "",
  isSpaMode: false,
  mode: "production",
} as unknown as ServerBuild;

const assetRoute = (id: string, parentId?: string) => ({ id, parentId, module: "", hasLoader: true, imports: [] });
Object.assign(build.assets.routes, { root: assetRoute("root"), list: assetRoute("list", "root") });

const handle = createRequestHandler(build, "production");
const server = createServer((request, response) => {
  void handle(createRequest(request, response)).then((answer) => sendResponse(response, answer));
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ started: address && typeof address === "object" ? address.port : 0 });
});
process.once("SIGTERM", () => process.exit(0));
