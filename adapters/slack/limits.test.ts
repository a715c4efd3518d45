// Cutting keeps within the limits and never leaves half a character.
import { cut, pieces } from "./limits.ts";

/** Half a character encodes to something that does not decode to it. */
const whole = (text: string): boolean => Buffer.from(text).toString() === text;

test("short texts stay, long ones end in an ellipsis", () => {
  expect(cut("kurz", 4)).toBe("kurz");
  expect(cut("zu lang", 5)).toBe("zu l…");
  expect(cut("zu lang", 4)).toBe("zu…");
});

test("a character of two units is kept whole or left out", () => {
  for (let max = 2; max < 8; max++) expect(whole(cut("😀😀😀😀", max))).toBe(true);
  for (let max = 2; max < 8; max++) for (const piece of pieces("😀😀😀😀", max)) expect([whole(piece), piece.length <= max]).toEqual([true, true]);
});

test("a text is parted at line ends first, then at spaces, and nothing is lost", () => {
  expect(pieces("eins\nzwei drei\nvier", 12)).toEqual(["eins", "zwei drei", "vier"]);
  expect(pieces("eins zwei drei", 9)).toEqual(["eins zwei", "drei"]);
  expect(pieces("abcdefgh", 3)).toEqual(["abc", "def", "gh"]);
  expect(pieces("", 3)).toEqual([""]);
});
