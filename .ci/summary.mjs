// Adds up what Jest wrote about its runs and prints "N passed, N failed".
// Usage: summary.mjs <folder of Jest's results> [name of each step that failed]
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const [folder, ...failedSteps] = process.argv.slice(2);
const runs = readdirSync(folder).map((file) => {
  const run = JSON.parse(readFileSync(path.join(folder, file), "utf8"));
  // A test file that cannot be read at all holds no test that could fail.
  return { step: path.basename(file, ".json"), passed: run.numPassedTests, failed: run.numFailedTests + run.numRuntimeErrorTestSuites };
});
// A step that fails without a failing test, as the checks do, counts as one.
const others = failedSteps.filter((step) => !runs.some((run) => run.step === step && run.failed));
const sum = (part) => runs.reduce((total, run) => total + run[part], 0);
const failed = sum("failed") + others.length;

if (failedSteps.length) console.log(`Failed: ${failedSteps.join(", ")}`);
console.log(`${sum("passed")} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
