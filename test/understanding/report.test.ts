// What the report promises: no harmful booking on examples that may be looked at, and weights learnt from the sources that lie here.

import { readFileSync } from "node:fs";
import path from "node:path";
import { isHeld, readExamples } from "../../scripts/understanding/examples.ts";
import { measure, replyOf } from "../../scripts/understanding/measure.ts";
import { fingerprint, openExamples } from "../../scripts/understanding/prepare.ts";
import { understand } from "../../src/understanding/understand.ts";

const read = (example: Parameters<typeof replyOf>[0]) => understand(replyOf(example));

test("the half of the labelled replies that rules were written from: nothing harmful is booked, nearly everything understood", () => {
  const found = measure(openExamples(), read);
  expect(found.harm).toEqual([]);
  expect(found.intents).toBeGreaterThan(0.95);
  expect(found.slotF1).toBeGreaterThan(0.95);
  expect(found.coverage).toBeGreaterThan(0.9);
});

test("the half held back keeps the goals: no harm, 85 of 100 understood, at most one clear reply in four asked back", () => {
  const found = measure(readExamples("replies.jsonl").filter(isHeld), read);
  expect(found.harm).toEqual([]);
  expect(found.intents).toBeGreaterThanOrEqual(0.85);
  expect(found.coverage).toBeGreaterThanOrEqual(0.75);
});

test.each(["fresh.jsonl", "fresh-2.jsonl", "fresh-3.jsonl", "fresh-4.jsonl"])("replies by other authors, %s: nothing harmful is booked", (name) => {
  const found = measure(readExamples(name), read);
  expect(found.harm).toEqual([]);
  expect(found.intents).toBeGreaterThan(0.9);
  expect(found.coverage).toBeGreaterThan(0.75);
});

test("the weights were learnt from these sources", () => {
  expect(readFileSync(path.join(import.meta.dirname, "../../src/understanding/weights.ts"), "utf8")).toContain(fingerprint());
});
