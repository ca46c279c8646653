import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import options from "./remix.config.js";

export default defineConfig({
  plugins: [remix(options), tsconfigPaths()],
  build: { target: "es2020", assetsInlineLimit: 0 },
  server: { host: "127.0.0.1" },
});
