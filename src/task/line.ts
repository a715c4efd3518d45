// One typed line: what is to be done, who leads, until when. Titles hold the same small words, so only what names somebody or a day is taken.
import { languages, wordLists } from "../../locales/index.ts";
import { fold, tokens } from "../words/fold.ts";

export interface Line {
  readonly title: string;
  readonly whom?: string;
  readonly until?: string;
}

/** Whether words name somebody the alliance knows (or somebody near), and whether they name a day. */
interface Sense {
  isWhom(words: string): boolean;
  isDay(words: string): boolean;
}

const folded = (choose: (list: (typeof wordLists)["de"]) => readonly string[]): ReadonlySet<string> =>
  new Set(languages.flatMap((language) => choose(wordLists[language]).map(fold)));
const toWords = folded((list) => list.signals.to);
const dueWords = folded((list) => list.signals.due);

/** Where such a word stands with something behind it, the last first. */
const places = (words: readonly string[], of: ReadonlySet<string>): readonly number[] =>
  words.flatMap((word, index) => (of.has(fold(word)) && index < words.length - 1 ? [index] : [])).reverse();

const joined = (words: readonly string[]): string =>
  words
    .join(" ")
    .replace(/^[\s:,–-]+|[\s:,–-]+$/g, "")
    .trim();

/** „bis spätestens 3.11.“: small words of one kind in a row are one. */
const firstOfRow = (words: readonly string[], at: number, of: ReadonlySet<string>): number => {
  let first = at;
  while (first > 0 && of.has(fold(words[first - 1] ?? ""))) first--;
  return first;
};

/** „Flyer abstimmen an HWK bis KW 45“, in either order; what names nobody and no day stays where it stands and is told. */
export function readLine(line: string, sense: Sense): Line {
  const words = tokens(line);
  const due = dueIn(words, sense);
  const lead = leadIn(due.rest, sense);
  return { title: joined(lead.rest), ...(lead.said ? { whom: lead.said } : {}), ...(due.said ? { until: due.said } : {}) };
}

interface Taken {
  readonly said?: string;
  /** The words that are left. */
  readonly rest: readonly string[];
}

function dueIn(words: readonly string[], sense: Sense): Taken {
  for (const at of places(words, dueWords))
    for (let end = words.length; end > at + 1; end--) {
      const said = joined(words.slice(at + 1, end));
      // Behind the day the line ends, or it says who leads; a line that begins with its day goes on as it likes.
      const fits = end === words.length || toWords.has(fold(words[end] ?? "")) || at === 0;
      if (fits && sense.isDay(said)) return { said, rest: [...words.slice(0, firstOfRow(words, at, dueWords)), ...words.slice(end)] };
    }
  const [at] = places(words, dueWords);
  if (at === undefined) return { rest: words };
  const to = places(words, toWords).find((index) => index > at + 1 && sense.isWhom(joined(words.slice(index + 1))));
  return { said: joined(words.slice(at + 1, to)), rest: [...words.slice(0, firstOfRow(words, at, dueWords)), ...(to === undefined ? [] : words.slice(to))] };
}

function leadIn(words: readonly string[], sense: Sense): Taken {
  const taken = (at: number): Taken => ({ said: joined(words.slice(at + 1)), rest: words.slice(0, at) });
  const all = places(words, toWords);
  const known = all.find((at) => sense.isWhom(joined(words.slice(at + 1))));
  const at = known ?? all[0];
  return at === undefined ? { rest: words } : taken(at);
}
