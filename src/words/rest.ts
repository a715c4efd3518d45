// Reads what stands behind a command word: free text first, then signal words in any order.
import { languages, wordLists } from "../../locales/index.ts";
import type { Signals } from "../../locales/words.ts";
import type { Grammar } from "../command.ts";
import { fold } from "./fold.ts";
import { codeOf, taskCodeIn } from "./task-number.ts";

const lists = languages.map((language) => wordLists[language]);

const among = (word: string, choose: (list: (typeof lists)[number]) => readonly string[]): boolean =>
  lists.some((list) => choose(list).some((known) => fold(known) === word));

/** Which of several named word lists a word stands in. */
const named = <N extends string>(word: string, choose: (list: (typeof lists)[number]) => Readonly<Record<N, readonly string[]>>): N | undefined => {
  for (const list of lists)
    for (const [name, words] of Object.entries(choose(list)) as [N, readonly string[]][]) if (words.some((known) => fold(known) === word)) return name;
  return undefined;
};

/** The arguments as strings, or undefined where the words do not fit the grammar. */
export function readRest(words: readonly string[], grammar: Grammar): Record<string, string> | undefined {
  const parts = new Map<string, string[]>();
  const roles = Object.entries(grammar.signals ?? {}) as [keyof Signals, string][];
  let into = "";
  for (const word of words) {
    const folded = fold(word);
    // „für“ says whom it is for only in front of the name: „Agentur für Arbeit“ has one of its own.
    const inName = (signal: keyof Signals): boolean => signal === "for" && [...parts.values()].some((said) => said.length > 0);
    const role = roles.find(([signal]) => among(folded, (list) => list.signals[signal]) && !inName(signal));
    if (role) {
      // „Bis zum 20.11.“ says it with two words.
      if (into === role[1] && parts.get(into)?.length === 0) continue;
      into = role[1];
      if (parts.has(into)) return undefined;
      parts.set(into, []);
    } else if (into === "" && !parts.has("") && readsTask(parts, grammar, word, words.length === 1)) continue;
    else if (into === "" && grammar.workshop && among(folded, (list) => list.workshop)) parts.set(grammar.workshop, ["workshop"]);
    else if (into === "" && grammar.answer && !parts.has(grammar.answer) && named(folded, (list) => list.answers)) {
      parts.set(grammar.answer, [named(folded, (list) => list.answers) ?? ""]);
      // Behind "vertretung" stands the name of who comes.
      into = "name";
    } else parts.set(into, [...(parts.get(into) ?? []), word]);
  }
  const args: Record<string, string> = {};
  for (const [part, said] of parts) {
    const name = part === "" ? grammar.rest : part;
    if (name === undefined || said.length === 0) {
      if (part === "name" && said.length === 0) continue;
      return undefined;
    }
    args[name] = said.join(" ");
  }
  return translated(args, grammar);
}

/** The number of a task, and how much of it is done, stand before everything else. */
function readsTask(parts: Map<string, string[]>, { task, percent }: Grammar, word: string, alone: boolean): boolean {
  const code = taskCodeIn(word) ?? (alone && percent === undefined ? codeOf(word) : undefined);
  if (task !== undefined && code !== undefined && !parts.has(task)) return Boolean(parts.set(task, [code]));
  if (percent === undefined) return false;
  const share = /^(\d{1,3})%?$/.exec(word)?.[1];
  if (share !== undefined && !parts.has(percent)) return Boolean(parts.set(percent, [share]));
  return parts.has(percent) && /^(?:%|prozent|percent)[.,:;]?$/i.test(word);
}

/** Ways and agenda items are typed as words and travel as keys. */
function translated(args: Record<string, string>, grammar: Grammar): Record<string, string> | undefined {
  const { via, without } = grammar.signals ?? {};
  if (via && args[via] !== undefined) {
    const way = named(fold(args[via]).replace(/[.,-]/g, ""), (list) => list.ways);
    if (!way) return undefined;
    args[via] = way;
  }
  if (without && args[without] !== undefined) {
    const items = args[without].split(/,|\s(?:und|and)\s/).map((item) => named(fold(item), (list) => list.items));
    if (items.some((item) => item === undefined)) return undefined;
    args[without] = items.join(",");
  }
  return args;
}
