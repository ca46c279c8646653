import { resolve } from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import options from "./remix.config.js";

/**
 * Pages are made on the server and stay there: no browser loads a route. In the browser's build each route is an empty
 * shell with the same exports, so that it carries neither React nor server code; only the style sheet of the root is left.
 */
function pagesStayOnServer(): Plugin {
  const routes = resolve("app/routes");
  const root = resolve("app/root.tsx");
  return {
    name: "pages-stay-on-server",
    enforce: "pre",
    transform(code, id, { ssr = false } = {}) {
      const [path = ""] = id.split("?");
      if (ssr || id.includes("?") || !(path.startsWith(routes) || path === root)) return null;
      const named = [...code.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map(([, name]) => name);
      const passedOn = [...code.matchAll(/^export \{ \w+ as (\w+) \}/gm)].map(([, name]) => name);
      const styles = path === root ? 'import "~/ui/styles/all.css";\n' : "";
      const shell = [...named, ...passedOn].map((name) => `export const ${name} = undefined;`).join("\n");
      return { code: `${styles}${shell}\nexport default undefined;\n`, map: null };
    },
  };
}

export default defineConfig({
  plugins: [pagesStayOnServer(), remix(options), tsconfigPaths()],
  build: { target: "es2020", assetsInlineLimit: 0 },
  server: { host: "127.0.0.1" },
});
