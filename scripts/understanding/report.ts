// Prints how well replies are understood: npm run understand:report. The classifier never learnt from an example it is measured on.
import { statSync } from "node:fs";
import path from "node:path";
import { readWeights } from "../../src/understanding/classifier.ts";
import { understandWith } from "../../src/understanding/understand.ts";
import { learnt } from "../../src/understanding/weights.ts";
import { type Example, hashOf, isHeld, readExamples } from "./examples.ts";
import { learn } from "./learn.ts";
import { type Measured, measure, replyOf } from "./measure.ts";
import { corpusExamples, openExamples, variantsOf } from "./prepare.ts";

const folds = 5;
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`.padStart(8);

function print(title: string, { examples, intents, slotF1, harm, unasked, coverage, askedRightly }: Measured): void {
  console.log(`\n${title} (${examples} replies)`);
  console.log(`  intents right               ${percent(intents)}`);
  console.log(`  details, F1                    ${slotF1.toFixed(3)}`);
  console.log(`  harmful bookings            ${String(harm.length).padStart(6)}   ${harm.join("; ")}`);
  console.log(`  booked, should have asked   ${String(unasked.length).padStart(6)}   ${unasked.join("; ")}`);
  console.log(`  clear replies not asked back${percent(coverage)}`);
  console.log(`  doubtful ones asked back    ${percent(askedRightly)}`);
}

const loading = performance.now();
const weights = readWeights(learnt);
const loaded = performance.now() - loading;
const all = readExamples("replies.jsonl");

const started = performance.now();
for (let round = 0; round < 3; round++) for (const example of all) understandWith(replyOf(example), weights);
const each = (performance.now() - started) / (3 * all.length);
const size = statSync(path.join(import.meta.dirname, "../../src/understanding/weights.ts")).size;
console.log(`Weights: ${(size / 1024).toFixed(0)} KiB, unpacked in ${loaded.toFixed(1)} ms; ${each.toFixed(2)} ms a reply`);

const corpus = corpusExamples();
const open = openExamples();
const foldOf = ({ id }: Example): number => hashOf(`fold ${id}`) % folds;
const read = new Map<string, ReturnType<typeof understandWith>>();
for (let fold = 0; fold < folds; fold++) {
  const others = open.filter((example) => foldOf(example) !== fold);
  const own = learn([...corpus, ...others.flatMap(variantsOf)]);
  for (const example of all) if (foldOf(example) === fold) read.set(example.id, understandWith(replyOf(example), own));
}
const crossed = (example: Example) => read.get(example.id) ?? understandWith(replyOf(example), weights);
print(`Cross-validation in ${folds} parts, all labelled replies`, measure(all, crossed));
print("Cross-validation, the half rules were written from", measure(open, crossed));
const shipped = (example: Example) => understandWith(replyOf(example), weights);
print("The half held back: never learnt from, its texts never read, only counted by kind", measure(all.filter(isHeld), shipped));
for (const [name, what] of [
  ["fresh.jsonl", "Fresh replies, first set (measured before mending: 80.9 %, F1 0.718, 2 harmful, 67.1 % not asked back)"],
  ["fresh-2.jsonl", "Fresh replies, second set (before mending: 94.7 %, F1 0.881, 0 harmful, 82.4 % not asked back)"],
  ["fresh-3.jsonl", "Fresh replies, third set (before mending: 93.8 %, F1 0.970, 1 harmful, 88.7 % not asked back)"],
  ["fresh-4.jsonl", "Fresh replies, fourth set (before mending: 94.8 %, F1 0.964, 0 harmful, 82.1 % not asked back)"],
] as const)
  print(what, measure(readExamples(name), shipped));
