// Turns the corpus and the examples that may be looked at into what the classifier learns from.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { frameAt } from "../../adapters/understanding/frame.ts";
import { lookAt } from "../../src/understanding/look.ts";
import type { Asked, Intent } from "../../src/understanding/meaning.ts";
import { readText } from "../../src/understanding/text.ts";
import { type Example, hashOf, isHeld, readExamples } from "./examples.ts";
import { expand, readCorpus, vary } from "./expand.ts";
import type { Labelled } from "./learn.ts";

const usual = new Date("2026-09-15T10:00:00+02:00");
const root = path.join(import.meta.dirname, "../..");

function labelled(text: string, intent: Intent, context: Asked, group: number, now: Date = usual): Labelled {
  const { features } = lookAt(readText(text).own, { context, now, frame: frameAt(now) });
  return { intent, context, group, features };
}

/** Each phrase of the corpus, filled in and varied. */
export const corpusExamples = (): readonly Labelled[] => expand(readCorpus()).map(({ text, intent, context, group }) => labelled(text, intent, context, group));

/** The example and two variants of it. */
export const variantsOf = ({ id, text, intent, context, lang, now }: Example): readonly Labelled[] =>
  [text, ...vary(text, lang, hashOf(id), 2)].map((said) => labelled(said, intent, context, hashOf(id), new Date(now)));

/** The half of the labelled replies that may be learnt from. */
export const openExamples = (): readonly Example[] => readExamples("replies.jsonl").filter((example) => !isHeld(example));

/** Everything the shipped classifier learns from. */
export const everything = (): readonly Labelled[] => [...corpusExamples(), ...openExamples().flatMap(variantsOf)];

const determining = ["scripts/understanding", "scripts/understanding/corpus", "src/understanding", "src/words"];
const apart = /(?:\.test\.ts|weights\.ts|report\.ts|train\.ts|measure\.ts|witness\.ts|understand\.ts|slots[\w-]*\.ts|guards\.ts)$/;

/** Changes with whatever the weights depend on. */
export function fingerprint(): string {
  const hash = createHash("sha256");
  const add = (file: string) => hash.update(file).update(readFileSync(path.join(root, file)));
  for (const folder of determining)
    for (const name of readdirSync(path.join(root, folder)).sort()) if (/\.(?:ts|txt)$/.test(name) && !apart.test(name)) add(`${folder}/${name}`);
  add("test/understanding/replies.jsonl");
  return hash.digest("hex").slice(0, 32);
}
