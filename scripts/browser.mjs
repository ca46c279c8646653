import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The system's Chromium; where it is missing, and the system is a Debian that lets us, it is installed. */
export function browser() {
  const found = () => [process.env.CHROMIUM, ...places].find((path) => path && existsSync(path));
  if (!found() && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("· installing Chromium and Chinese fonts");
    spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
    spawnSync("apt-get", ["install", "-y", "-qq", "chromium", "fonts-noto-cjk"], {
      stdio: ["ignore", "ignore", "inherit"],
    });
  }
  const path = found();
  if (!path) throw new Error("No Chromium: install one, or name it in CHROMIUM.");
  process.env.CHROMIUM = path;
  return path;
}
