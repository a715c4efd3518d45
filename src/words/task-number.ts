// The number of a task as people type it: A-3, a3, #3, or the bare 3 where nothing else can be meant.
import { fold } from "./fold.ts";

/** The number in "A-3", "a3", „Aufgabe 3“, "#3" and "3"; undefined where the text is more than that. */
export function taskNumberIn(text: string): number | undefined {
  const said = /^(?:aufgabe |task )?(?:a ?-? ?|#|nr\.? ?|no\.? ?)?(\d{1,6})[.,:;]?$/.exec(fold(text).replace(/[–—]/g, "-"));
  return said ? Number(said[1]) : undefined;
}

/** The same of one word, which names a task by itself: a bare number does not. */
export const taskCodeIn = (word: string): string | undefined => (/^(?:a[-–—]?|#)\d/i.test(word) ? codeOf(word) : undefined);

/** "A-3" for whatever names that task. */
export function codeOf(word: string): string | undefined {
  const number = taskNumberIn(word);
  return number === undefined ? undefined : `A-${number}`;
}
