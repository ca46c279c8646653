import { createRequestHandler, type AppLoadContext, type ServerBuild } from "@remix-run/node";

export type Handler = (request: Request, context?: AppLoadContext) => Promise<Response>;

type Node = { id?: string; next: Map<string, Node> };

/**
 * Answers each address by a handler that knows the root and one route alone. The framework tries every route it knows,
 * several times for one page, which costs more than many a page itself; which route it is can be read off the address.
 * What cannot is left to the handler of all routes.
 */
export function pagesOf(build: ServerBuild, mode: string): Handler {
  const all = createRequestHandler(build, mode);
  const tree = treeOf(build);
  const handlers = new Map<string, Handler>();
  return (request, context) => {
    const id = leafAt(tree, new URL(request.url).pathname);
    if (id === undefined) return all(request, context);
    let handler = handlers.get(id);
    if (!handler) handlers.set(id, (handler = createRequestHandler(narrowed(build, ["root", id]), mode)));
    return handler(request, context);
  };
}

/** A build of these routes only. */
export function narrowed(build: ServerBuild, ids: string[]): ServerBuild {
  const only = <T>(routes: Record<string, T | undefined>): Record<string, T> =>
    Object.fromEntries(ids.flatMap((id) => (routes[id] ? [[id, routes[id]]] : [])));
  return { ...build, assets: { ...build.assets, routes: only(build.assets.routes) }, routes: only(build.routes) };
}

/** The patterns as a tree of their segments; every parameter is `:`. */
function treeOf({ routes }: ServerBuild): Node {
  const root: Node = { next: new Map() };
  for (const route of Object.values(routes)) {
    if (!route?.path || route.parentId !== "root" || /[*?]/.test(route.path)) continue;
    let at = root;
    for (const segment of route.path.split("/").filter(Boolean)) {
      const key = segment.startsWith(":") ? ":" : segment;
      const next: Node = at.next.get(key) ?? { next: new Map() };
      at.next.set(key, next);
      at = next;
    }
    at.id = route.id;
  }
  return root;
}

/** The route of an address: at each segment the one that is written out, before the one that takes any. */
function leafAt(tree: Node, pathname: string): string | undefined {
  let at: Node | undefined = tree;
  for (const segment of pathname.split("/").filter(Boolean)) at = at?.next.get(segment) ?? at?.next.get(":");
  return at?.id;
}
