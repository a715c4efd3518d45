// Questions that ask the same are found by their words, whatever small words and endings they have.
import fc from "fast-check";
import { question } from "../testing/questions.ts";
import { similarTo } from "./similar.ts";

const asked = (number: number, text: string) => question({ id: `q${number}`, number, text });
const part = asked(7, "Wie viele Teilzeitausbildungen sind 2027 in Krefeld geplant?");

test.each([
  ["another ending", "Wie entwickelt sich die Teilzeitausbildung in Krefeld?"],
  ["capitals and umlauts written out", "WELCHE TEILZEITAUSBILDUNGEN GEPLANT?"],
  ["the same text", "Wie viele Teilzeitausbildungen sind 2027 in Krefeld geplant?"],
])("similar is a question with %s", (_what, text) => {
  expect(similarTo(part, [asked(3, text)]).map(({ number }) => number)).toEqual([3]);
});

test.each([
  ["only small words", "Wie viele sind es in der Stadt?"],
  ["only one word", "Wer lebt 2040 noch in Krefeld und arbeitet dort im Handwerk, in der Pflege oder am Bau?"],
  ["no words at all", "???"],
])("not similar is a question that shares %s", (_what, text) => {
  expect(similarTo(part, [asked(3, text)])).toEqual([]);
});

test("the most similar two are named, of equals the lower number first", () => {
  const same = "Welche Teilzeitausbildungen sind geplant?";
  const others = [asked(9, same), asked(4, part.text), asked(8, same), asked(2, "Wie hoch ist die Grundsteuer?")];
  expect(similarTo(part, others).map(({ number }) => number)).toEqual([4, 8]);
});

test("whatever is written, at most two others are named and never the question itself", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 200 }), { minLength: 1, maxLength: 12 }), (texts) => {
      const all = texts.map((text, n) => asked(n + 1, text));
      const [first] = all;
      const found = first ? similarTo(first, all) : [];
      expect(found.length).toBeLessThanOrEqual(2);
      expect(found.some(({ id }) => id === first?.id)).toBe(false);
    }),
  );
});
