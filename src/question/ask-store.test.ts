// What makes the number of a question without a name, and how its receipt may be written.
import { chanceFrom, readReceipt } from "./ask-store.ts";

const letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

test("a code gives an even chance from 0 to below 1", () => {
  expect(chanceFrom("22222222")).toBe(0);
  expect(chanceFrom("ZZZZZZZZ")).toBeLessThan(1);
  const twelfths = new Map<number, number>();
  for (const first of letters)
    for (const second of letters)
      for (const third of letters) {
        const at = Math.floor(chanceFrom(`${first}${second}${third}Z`) * 12);
        twelfths.set(at, (twelfths.get(at) ?? 0) + 1);
      }
  const all = letters.length ** 3;
  expect([...twelfths.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, n) => n));
  for (const n of twelfths.values()) expect(Math.abs(n - all / 12)).toBeLessThan(all / 1000);
});

test.each(["Q-9RT4-6CWB", "q-9rt4-6cwb", "Q 9RT4 6CWB", "9RT4-6CWB", " Q9RT46CWB ", "Q - 9RT4 - 6CWB"])("„%s“ is the same receipt", (said) => {
  expect(readReceipt(said)).toBe("9RT46CWB");
});

test.each(["", "F-7", "Q-9RT4", "Q-9RT4-6CW0", "9RT4-6CWB-9"])("„%s“ is none", (said) => {
  expect(readReceipt(said)).toBeUndefined();
});
