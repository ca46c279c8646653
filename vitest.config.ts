import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Only the suite over the engines speaks to a real Meilisearch; no test may find one by chance.
    env: {
      BASE_URL: "",
      MEILI_URL: "",
      TEST_MEILI_URL: process.env.MEILI_URL ?? "",
      TEST_MEILI_KEY: process.env.MEILI_KEY ?? "",
    },
    setupFiles: ["tests/setup/quiet.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["app/**/*.test.{ts,tsx}", "tests/architecture/**/*.test.ts"],
          environment: "node",
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          environment: "node",
          globalSetup: ["tests/setup/postgres.ts"],
          pool: "forks",
          // A poll may wait half a minute for a worker that was killed, and a test holds several of them.
          testTimeout: 90_000,
        },
      },
    ],
  },
});
