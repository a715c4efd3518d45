// Numbers of questions: in a row for those with a name, and without any trace of the time for the others.
import fc from "fast-check";
import { hiddenNumber, nextNumber } from "./numbers.ts";

type Numbered = { readonly number: number; readonly named: boolean };

/** Questions as they come in, with a name or without, and what chance there was. */
const coming = fc.array(fc.record({ named: fc.boolean(), chance: fc.double({ min: 0, max: 0.999999, noNaN: true }) }), { maxLength: 60 });

function numbered(all: readonly { readonly named: boolean; readonly chance: number }[]): readonly Numbered[] {
  const found: Numbered[] = [];
  for (const { named, chance } of all) found.push({ named, number: named ? nextNumber(found) : hiddenNumber(found, chance) });
  return found;
}

test("no number is given twice", () => {
  fc.assert(
    fc.property(coming, (all) => {
      const numbers = numbered(all).map(({ number }) => number);
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(Math.min(1, ...numbers)).toBeGreaterThan(0);
    }),
  );
});

test("questions with a name are numbered in the order in which they came", () => {
  fc.assert(
    fc.property(coming, (all) => {
      const numbers = numbered(all).flatMap(({ named, number }) => (named ? [number] : []));
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    }),
  );
});

test("a question without a name may get any of the twelve next free numbers, so its neighbours do not say when it was asked", () => {
  const named = [1, 2, 3].map((number) => ({ number, named: true }));
  const drawn = new Set(Array.from({ length: 1200 }, (_, n) => hiddenNumber(named, n / 1200)));
  expect([...drawn].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, n) => n + 4));
});
