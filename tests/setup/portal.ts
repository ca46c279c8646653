import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aProvider } from "./provider";

/** Starts the built portal as a stranger would, on a free port with a data folder of its own, and stops it afterwards. */
export default async function setup() {
  const folder = mkdtempSync(join(tmpdir(), "qq-e2e-"));
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const { DATABASE_URL: _, ...rest } = process.env;
  const provider = await aProvider("body");
  provider.redirectTo(`http://127.0.0.1:${port}/sso/body/callback`);
  const portal = spawn(process.execPath, ["build/node/up.js"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...rest,
      NODE_ENV: "development",
      PORT: String(port),
      BASE_URL: `http://127.0.0.1:${port}`,
      DATA_DIR: folder,
      DEMO: "on",
      OIDC_PROVIDERS: JSON.stringify([provider.setting({ secondFactor: { amr: ["mfa"] } })]),
    },
  });
  await new Promise<void>((done, fail) => {
    let said = "";
    portal.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("is up:")) done();
    });
    portal.once("exit", (code) => fail(new Error(`The portal ended with ${code}:\n${said}`)));
  });
  process.env.PORTAL = `http://127.0.0.1:${port}`;
  process.env.PORTAL_DATA = folder;
  return async () => {
    portal.kill("SIGTERM");
    await new Promise((done) => portal.once("exit", done));
    await provider.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
