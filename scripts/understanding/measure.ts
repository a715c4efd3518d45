// Measures readings against labelled examples: intents right, F1 of the details, harm, and how often is asked back.
import { frameAt } from "../../adapters/understanding/frame.ts";
import { binding, harmful, type Slots, type Understanding } from "../../src/understanding/meaning.ts";
import type { Example } from "./examples.ts";

export interface Measured {
  readonly examples: number;
  /** Shares of 1. */
  readonly intents: number;
  readonly slotF1: number;
  /** Wrong readings of a harmful kind that would have been booked without asking. */
  readonly harm: readonly string[];
  /** Readings booked without asking where asking was wanted, right or wrong. */
  readonly unasked: readonly string[];
  /** Share of the clear replies that is not asked back. */
  readonly coverage: number;
  /** Share of the replies that must be asked back and are. */
  readonly askedRightly: number;
}

export const replyOf = ({ text, context, lang, now }: Example) => {
  const at = new Date(now);
  return { text, context, language: lang, now: at, frame: frameAt(at) };
};

const pairs = (slots: Slots): readonly string[] => Object.entries(slots).map(([name, value]) => `${name}=${JSON.stringify(value)}`);

export function measure(examples: readonly Example[], read: (example: Example) => Understanding): Measured {
  const harm: string[] = [];
  const unasked: string[] = [];
  let [right, hits, found, wanted, clear, passed, doubtful, asked] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const example of examples) {
    const { intent, slots, confirm } = read(example);
    const isRight = intent === example.intent;
    if (isRight) right++;
    const [gold, got] = [pairs(example.slots), pairs(slots)];
    hits += got.filter((pair) => gold.includes(pair)).length;
    found += got.length;
    wanted += gold.length;
    if (!confirm && !isRight && harmful.has(intent)) harm.push(`${example.id} ${example.intent} read as ${intent}`);
    if (!confirm && example.confirm && binding.has(intent)) unasked.push(`${example.id} ${intent}`);
    if (example.confirm) {
      doubtful++;
      if (confirm) asked++;
    } else {
      clear++;
      if (!confirm) passed++;
    }
  }
  return {
    examples: examples.length,
    intents: right / examples.length,
    slotF1: (2 * hits) / (found + wanted),
    harm,
    unasked,
    coverage: passed / clear,
    askedRightly: doubtful === 0 ? 1 : asked / doubtful,
  };
}
