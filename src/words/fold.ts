// Compares words as people type them: case, umlauts and quotation marks do not matter.

/** The comparison key: lower case, ä and ae alike, ö and oe, ü and ue, ß and ss. */
export const fold = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äæ]|ae/g, "a")
    .replace(/ö|oe/g, "o")
    .replace(/ü|ue/g, "u")
    .replace(/ß|ss/g, "s")
    .replace(/\s+/g, " ")
    .trim();

/** What a person sees of a text: without marks that have no width, and with a space for every control but the line break. */
export const visible = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(/[^\P{Cc}\n]/gu, " ");

/** Words in order; every form of quotation mark is dropped (an apostrophe inside a word stays), a comma stays with its word. */
export const tokens = (text: string): readonly string[] =>
  text
    .replace(/[„“”"»«‹›]/g, " ")
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/^['‚‘’`´]+|['‚‘’`´]+$/g, ""))
    .filter((word) => word !== "");

/** Damerau–Levenshtein distance (restricted): how many slips lie between two words. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let best = Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) best = Math.min(best, (before[column - 2] ?? 0) + 1);
      next.push(best);
    }
    before = last;
    last = next;
  }
  return last[b.length] ?? 0;
}
