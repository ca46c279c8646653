import "./node-version.mjs";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** `npm test`: everything that must hold, in one list. The last line is `N passed, N failed`. */
const bin = (name) => join("node_modules", ".bin", name);
const reports = mkdtempSync(join(tmpdir(), "qq-reports-"));
let passed = 0;
let failed = 0;

function run(command, options, extra = {}) {
  const { status } = spawnSync(command, options, { stdio: "inherit", env: { ...process.env, ...extra } });
  return status === 0;
}

function check(name, ok) {
  console.log(`${ok ? "✓" : "✗"} ${name}`);
  if (ok) passed += 1;
  else failed += 1;
}

/** Adds the counts of a runner's JSON report; a run without a report counts as one failure. */
function counts(name, ok, file, read) {
  const report = existsSync(file) ? read(JSON.parse(readFileSync(file, "utf8"))) : { passed: 0, failed: 1 };
  if (!ok && report.failed === 0) report.failed = 1;
  passed += report.passed;
  failed += report.failed;
  console.log(`${report.failed === 0 ? "✓" : "✗"} ${name}: ${report.passed} passed, ${report.failed} failed`);
  for (const title of report.skipped ?? []) console.log(`  skipped: ${title}`);
}

if (!existsSync("node_modules/.bin/vitest") && !run("npm", ["ci", "--loglevel=error"])) process.exit(1);
const { build } = await import("./build.mjs");
await build();

check("format", run(bin("prettier"), ["--check", "--log-level=warn", "."]));
check("lint", run(bin("oxlint"), ["--quiet"]));
check("types", run(bin("tsc"), ["--noEmit"]));
check("walls", run(bin("depcruise"), ["app", "--output-type", "err"]));
check("unused code", run(bin("knip"), ["--no-progress"]));

const vitestReport = join(reports, "vitest.json");
const vitest = run(bin("vitest"), [
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${vitestReport}`,
]);
counts("unit and integration", vitest, vitestReport, (report) => ({
  passed: report.numPassedTests,
  failed:
    report.numFailedTests +
    report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length,
  skipped: report.testResults.flatMap((file) =>
    file.assertionResults
      .filter((one) => one.status === "pending" || one.status === "skipped")
      .map((one) => one.fullName),
  ),
}));

const { browser } = await import("./browser.mjs");
browser();
const e2eReport = join(reports, "e2e.json");
const e2e = run(bin("playwright"), ["test", "--reporter=line,json"], { PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport });
counts("end to end", e2e, e2eReport, ({ stats }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
}));

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
