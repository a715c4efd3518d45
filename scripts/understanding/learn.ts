// Learns the classifier's weights: multinomial logistic regression with AdaGrad, by arithmetic that gives the same on every machine.
import { softmax, type Weights } from "../../src/understanding/classifier.ts";
import { type Features, rows } from "../../src/understanding/features.ts";
import { type Asked, type Intent, intents } from "../../src/understanding/meaning.ts";
import { chances } from "./expand.ts";

export interface Labelled {
  readonly intent: Intent;
  readonly context: Asked;
  readonly features: Features;
  readonly group: number;
}

const rounds = 7;
const pace = 0.35;
const decay = 2e-6;
/** Part of the likelihood that is left to the other intents, so that nothing is ever certain. */
const doubt = 0.03;

export function learn(examples: readonly Labelled[]): Weights {
  const columns = intents.length;
  const weights = new Float64Array(rows * columns);
  const seen = new Float64Array(rows * columns).fill(1e-3);
  const share = sharesOf(examples);
  const order = examples.map((_, at) => at);
  const chance = chances(20260915);
  for (let round = 0; round < rounds; round++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(chance() * (at + 1));
      [order[at], order[other]] = [order[other] as number, order[at] as number];
    }
    for (const at of order) step(examples[at] as Labelled, share, weights, seen);
  }
  return packed(weights);
}

/** Rare intents count more, as the square root of how rare they are in their context. */
function sharesOf(examples: readonly Labelled[]): ReadonlyMap<Intent, number> {
  const counts = new Map<Intent, number>();
  for (const { intent } of examples) counts.set(intent, (counts.get(intent) ?? 0) + 1);
  const mean = examples.length / counts.size;
  return new Map([...counts].map(([intent, count]) => [intent, Math.min(2, Math.max(0.6, Math.sqrt(mean / count)))]));
}

function step({ intent, features: { row, strength } }: Labelled, share: ReadonlyMap<Intent, number>, weights: Float64Array, seen: Float64Array): void {
  const columns = intents.length;
  const scores = new Float64Array(columns);
  for (let n = 0; n < row.length; n++) {
    const start = (row[n] as number) * columns;
    for (let column = 0; column < columns; column++)
      scores[column] = (scores[column] as number) + (weights[start + column] as number) * (strength[n] as number);
  }
  const likely = softmax(scores);
  const wanted = intents.indexOf(intent);
  const count = share.get(intent) ?? 1;
  for (let column = 0; column < columns; column++) {
    const target = column === wanted ? 1 - doubt : doubt / (columns - 1);
    const miss = ((likely[column] as number) - target) * count;
    if (Math.abs(miss) < 1e-4) continue;
    for (let n = 0; n < row.length; n++) {
      const at = (row[n] as number) * columns + column;
      const slope = miss * (strength[n] as number) + decay * (weights[at] as number);
      seen[at] = (seen[at] as number) + slope * slope;
      weights[at] = (weights[at] as number) - (pace * slope) / Math.sqrt(seen[at] as number);
    }
  }
}

/** Weights as signed bytes: the few largest are cut, so that the many small ones keep their differences. */
function packed(weights: Float64Array): Weights {
  const sizes = weights.map(Math.abs).sort();
  const scale = (sizes[Math.floor(sizes.length * 0.9995)] ?? 1) / 127 || 1;
  return { scale, bytes: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale)))) };
}
