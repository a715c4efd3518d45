// Turns a masked text into numbers for the classifier: its words, pairs of words and pieces of words, hashed into a fixed table.
import type { Asked } from "./meaning.ts";
import { plain } from "./plain.ts";

/** Rows of the table. A power of two. */
export const rows = 1 << 14;

/** Strength by row; parallel arrays, rows without repeats. */
export interface Features {
  readonly row: readonly number[];
  readonly strength: readonly number[];
}

/** FNV-1a over UTF-16 units, folded into the table. */
function rowOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at++) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  return (hash ^ (hash >>> 7)) & (rows - 1);
}

/** Words beyond these say nothing new about what is wanted. */
const mostWords = 90;
const marks = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?|[?!]+|[\p{Extended_Pictographic}]|[:;]-?[)(]/gu;

const wordsOf = (masked: string): readonly string[] =>
  (plain(masked).match(marks) ?? []).map((word) => (/^[?!]/.test(word) ? word.slice(0, 1) : word)).slice(0, mostWords);

/**
 * The features of a text said in a context; `signs` are what the grammar noticed. Words and pairs count by themselves and once more
 * together with the context, because „nein“ means something else to each question.
 */
export function featuresOf(masked: string, context: Asked, signs: readonly string[]): Features {
  const words = wordsOf(masked);
  const counts = new Map<number, number>();
  const add = (feature: string, strength: number) => {
    const row = rowOf(feature);
    counts.set(row, Math.min(2, (counts.get(row) ?? 0) + strength));
  };
  const both = (feature: string, strength: number) => {
    add(feature, strength);
    add(`${context}/${feature}`, strength);
  };
  both("always", 0.6);
  both(`length ${Math.min(6, Math.floor(Math.log2(words.length + 1)))}`, 0.5);
  for (const sign of signs) both(`sign ${sign}`, 1);
  const edged = ["^", ...words, "$"];
  for (let at = 0; at < edged.length; at++) {
    const [first = "", second, third, fourth] = edged.slice(at, at + 4);
    if (at > 0 && second !== undefined) both(`1 ${first}`, 1);
    if (second !== undefined) both(`2 ${first} ${second}`, 0.8);
    if (third !== undefined) {
      add(`3 ${first} ${second} ${third}`, 0.6);
      add(`s ${first} ${third}`, 0.4);
    }
    if (fourth !== undefined) add(`t ${first} ${fourth}`, 0.25);
    if (at > 0 && second !== undefined && first.length > 2 && !/^x[a-z]+$/.test(first)) pieces(first, add);
  }
  const strengths = [...counts.values()];
  const size = Math.sqrt(strengths.reduce((sum, it) => sum + it * it, 0));
  return { row: [...counts.keys()], strength: strengths.map((it) => it / size) };
}

/** Pieces of three to five letters: endings, slips and dialect keep most of them. */
function pieces(word: string, add: (feature: string, strength: number) => void): void {
  const edged = `<${word}>`;
  for (const length of [3, 4, 5]) for (let at = 0; at + length <= edged.length; at++) add(`c ${edged.slice(at, at + length)}`, 0.35);
}
