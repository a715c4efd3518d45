// Learns the classifier's weights and writes them: npm run understand:train. With "check" it says whether the written ones are up to date.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { writeWeights } from "../../src/understanding/classifier.ts";
import { learn } from "./learn.ts";
import { everything, fingerprint } from "./prepare.ts";

const file = path.join(import.meta.dirname, "../../src/understanding/weights.ts");

if (process.argv[2] === "check") {
  if (!readFileSync(file, "utf8").includes(fingerprint())) {
    console.error("src/understanding/weights.ts was learnt from other sources than these. Run npm run understand:train.");
    process.exitCode = 1;
  }
} else {
  const started = performance.now();
  const examples = everything();
  const { scale, base64 } = writeWeights(learn(examples));
  const text = [
    "// The classifier's weights, learnt by npm run understand:train. Not edited by hand.",
    `// Sources: ${fingerprint()}`,
    "export const learnt = {",
    `  scale: ${scale},`,
    "  base64:",
    `    "${base64}",`,
    "};",
    "",
  ].join("\n");
  writeFileSync(file, text);
  console.log(`${examples.length} examples, ${(text.length / 1024).toFixed(0)} KiB, ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
