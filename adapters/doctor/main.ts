// The doctor from the command line: npm run doctor. Ends with 1 where anything is wrong.
import { existsSync } from "node:fs";
import path from "node:path";
import { report } from "./finding.ts";
import { examine, secretsOf } from "./index.ts";

const root = path.join(import.meta.dirname, "../..");
const settings = path.join(root, ".env");
if (existsSync(settings)) process.loadEnvFile(settings);

const findings = await examine(process.env, root);
console.log(report(findings, secretsOf(process.env)));
process.exitCode = findings.some(({ state }) => state === "wrong") ? 1 : 0;
