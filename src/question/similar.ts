// Which questions may ask the same: those that share their words, without the small words every question has.
import { fold } from "../words/fold.ts";
import type { Question } from "./model.ts";

/** Words that say nothing about what is asked, in both languages; shorter than three letters none does. */
const small = new Set(
  [
    "wie viele viel was wer wen wem wo woher wohin wann warum weshalb wieso welche welcher welches welchen welchem inwiefern inwieweit",
    "der die das den dem des ein eine einen einem einer eines und oder aber auch nur noch schon sehr mehr als wenn dass",
    "ist sind war waren wird werden wurde wurden hat haben hatte kann können soll sollen muss müssen will wollen gibt geben macht machen",
    "sich sie wir ihr ihre ihren unser unsere man für mit von vom zum zur bei aus auf über unter nach vor seit bis gegen ohne durch",
    "alle allen alles andere anderen beim diese dieser dieses diesen dazu davon dafür dabei hier dort jetzt nicht kein keine keinen",
    "how many much what who whom whose where when why which the and but also only more than are was were will has have had can could",
    "should must may there their they you your our this that these those for with from about into over under not does did been being",
  ]
    .join(" ")
    .split(" ")
    .map(fold),
);

/** At least so many words are shared, and so large a part of all. */
const fewestShared = 2;
const leastAlike = 0.4;

/** The words that say what a text is about, each once. */
const wordsOf = (text: string): readonly string[] => [
  ...new Set(
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2 && !small.has(word)),
  ),
];

/** The same word, or one with another ending: „Teilzeitausbildung“ and „Teilzeitausbildungen“. */
function isSame(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short === long || (short.length > 5 && long.length - short.length < 4 && long.startsWith(short));
}

/** Between 0 (no word shared) and 1 (all words shared). */
function likeness(a: readonly string[], b: readonly string[]): number {
  const shared = a.filter((word) => b.some((other) => isSame(word, other))).length;
  return shared < fewestShared ? 0 : (2 * shared) / (a.length + b.length);
}

const most = 2;

/** The most similar of `others`, at most two; of equals the lower number first. The question itself is never one of them. */
export function similarTo(question: Pick<Question, "id" | "text">, others: readonly Question[]): readonly Question[] {
  const words = wordsOf(question.text);
  return others
    .flatMap((it) => {
      const alike = it.id === question.id ? 0 : likeness(words, wordsOf(it.text));
      return alike >= leastAlike ? [{ it, alike }] : [];
    })
    .sort((a, b) => b.alike - a.alike || a.it.number - b.it.number)
    .slice(0, most)
    .map(({ it }) => it);
}
