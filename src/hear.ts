// From a gesture to a wish: typed words are parsed in every language, pressed values are read, nothing is executed here.
import { languages, wordLists } from "../locales/index.ts";
import { type TypedName, typed } from "../locales/words.ts";
import { answered } from "./form.ts";
import { grammars } from "./grammars.ts";
import type { Incoming } from "./incoming.ts";
import { type CommandName, isCommandName } from "./names.ts";
import { readWish, type Wish, wish } from "./wish.ts";
import { distance, fold, tokens, visible } from "./words/fold.ts";
import { readRest } from "./words/rest.ts";
import { codeOf, taskCodeIn } from "./words/task-number.ts";

export type Heard =
  | { readonly type: "wish"; readonly wish: Wish; readonly by: "words" | "button" | "form" }
  /** A command word whose details do not parse. */
  | { readonly type: "usage"; readonly name: TypedName }
  /** No such word or activity, but near ones; `answers`: near to one of the four answers, which are never corrected. */
  | { readonly type: "near"; readonly word: string; readonly names: readonly TypedName[]; readonly answers: boolean }
  | { readonly type: "hello" | "thanks" | "met" | "left" }
  /** A pressed value that is none of ours. */
  | { readonly type: "strange" }
  | { readonly type: "nothing" };

export function hear(incoming: Incoming): Heard {
  const { said } = incoming;
  if ("met" in said) return { type: "met" };
  if ("left" in said) return { type: "left" };
  if ("sent" in said) return { type: "wish", wish: answered({ wish: said.sent }, said.answers), by: "form" };
  if ("pressed" in said) {
    const pressed = readWish(said.pressed);
    return pressed && isCommandName(pressed.command) ? { type: "wish", wish: pressed, by: "button" } : { type: "strange" };
  }
  return hearWords(said.words, said.command);
}

const lists = languages.map((language) => wordLists[language]);

/** "sitzung neu" → the command, in every language and accepted spelling. */
const phrases = new Map<string, CommandName>();
/** The nouns that only show something when they stand alone; what abbreviations and corrections may lead to. */
const nouns = new Map<string, TypedName>();
/** What can be done with a noun, by the command the noun alone stands for: "neu", "liste". */
const activities = new Map<CommandName, Map<string, TypedName>>();
for (const list of lists) {
  for (const [label, name] of list.labels) phrases.set(fold(label), name as CommandName);
  for (const name of typed) {
    const { word, activity, accepted } = list.entries[name];
    const shown = activity ? `${word} ${activity}` : word;
    for (const phrase of [shown, ...accepted]) phrases.set(fold(phrase), name);
    if (!activity) nouns.set(fold(word), name);
    const noun = activity && nouns.get(fold(word));
    if (noun) activities.set(noun, (activities.get(noun) ?? new Map<string, TypedName>()).set(fold(activity), name));
  }
}
const answers: readonly TypedName[] = ["rsvp.accept", "rsvp.decline", "substitute.name", "rsvp.undecided"];
const greetings = new Set(lists.flatMap((list) => list.greetings.map(fold)));
const thanks = new Set(lists.flatMap((list) => list.thanks.map(fold)));
/** "English" is a button on every first card, so the word alone means it; two letters alone could mean anything. */
const spoken = new Set(lists.flatMap(({ languages: { de, en } }) => [...de, ...en].filter((word) => word.length > 2).map(fold)));

/** The two codes people send; letters and digits that cannot be mistaken for one another. */
const accessCode = /^z[- ]?([2-9a-hjkmnp-z]{4})[- ]?([2-9a-hjkmnp-z]{4})$/i;
/** A receipt belongs into a window: wherever it is typed, it is answered, and carried nowhere. */
const letter = "[2-9a-hjkmnp-z]";
const receipt = new RegExp(
  `(?<![\\p{L}\\p{N}])q[- ]?${letter}{4}-${letter}{4}(?![\\p{L}\\p{N}])|^q[- ]${letter}{4} ?${letter}{4}$|^q(?=.*\\d)${letter}{8}$`,
  "iu",
);
const nounOfTasks = wordLists.de.entries["task.show"].word;
/** „@Bündnisbot“ and „buendnis …“ speak to the bot; „Bündnis 90“ and „Bündnis für Arbeit“ speak of somebody. */
const spokenTo = /^@?b(?:ü|ue)ndnis(?:-?bot)?(?![\p{L}\p{N}]|\s*(?:90|für|fuer)\b)[\s,:]*/iu;
/** A sentence that only begins with a command word is no command: names have at most so many words, and all details together. */
const longestName = 4;
const longestTyped = 14;
/** So few words with a command word in front are a command that went wrong, not a sentence. */
const shortest = 3;

export function hearWords(said: string, slash: boolean): Heard {
  const typedText = tokens(visible(said).replace(/[\s.,;:!?…]+$/u, "")).join(" ");
  const text = typedText.replace(/^\//, "").replace(spokenTo, "");
  const command = slash || text.length < typedText.length;
  if (text === "") return command ? { type: "wish", wish: wish("help.show"), by: "words" } : { type: "nothing" };
  if (accessCode.test(text)) return { type: "wish", wish: wish("link.enter", { code: text }), by: "words" };
  if (receipt.test(text)) return { type: "wish", wish: wish("question.withdraw", { by: "typed" }), by: "words" };
  const heard = hearAll(text, command);
  return /\?["“”»)\s]*$/.test(said) ? withMark(heard) : heard;
}

/** The mark behind everything is no part of a command, but it is one of a question. */
function withMark(heard: Heard): Heard {
  const question = heard.type === "wish" && heard.wish.command === "question.new" ? heard.wish.args["text"] : undefined;
  return question === undefined ? heard : { type: "wish", wish: wish("question.new", { text: `${question}?` }), by: "words" };
}

function hearAll(text: string, command: boolean): Heard {
  const words = numberBehind(tokens(text));
  const whole = fold(words.join(" "));
  if (greetings.has(whole)) return { type: "hello" };
  if (thanks.has(whole)) return { type: "thanks" };
  if (spoken.has(whole)) return { type: "wish", wish: wish("language.set", { language: whole }), by: "words" };
  return hearPhrase(words, command) ?? hearNear(words, command);
}

/** „A-3 erledigt“, „aufgabe A-3 erledigt“: the number of a task may stand before what is done with it. */
function numberBehind(words: readonly string[]): readonly string[] {
  const isNoun = phrases.get(fold(words[0] ?? "")) === "task.show";
  const [number = "", ...rest] = isNoun ? words.slice(1) : words;
  const code = taskCodeIn(number) ?? (isNoun ? codeOf(number) : undefined);
  if (code === undefined) return words;
  if (rest.length === 0) return isNoun ? words : [nounOfTasks, code];
  for (const { word } of lists.map((list) => list.entries["task.show"]))
    for (const length of [3, 2, 1]) {
      const activity = [word, ...rest.slice(0, length)].join(" ").replace(/[,:;]$/, "");
      if (rest.length >= length && phrases.has(fold(activity))) return [...tokens(activity), code, ...rest.slice(length)];
    }
  return words;
}

function hearPhrase(words: readonly string[], command: boolean): Heard | undefined {
  for (const length of [4, 3, 2, 1]) {
    if (words.length < length) continue;
    const name = phrases.get(fold(words.slice(0, length).join(" ")));
    if (!name) continue;
    const rest = words.slice(length);
    const few = command || words.length <= shortest;
    const meant = few ? nearest(fold(rest[0] ?? ""), activities.get(name) ?? new Map<string, TypedName>()) : [];
    if (meant.length > 0) return { type: "near", word: rest[0] ?? "", names: meant.slice(0, 3), answers: false };
    const grammar = grammars[name as TypedName];
    const args = grammar ? readRest(rest, grammar) : rest.length === 0 ? {} : undefined;
    const free = grammar?.rest && args ? tokens(args[grammar.rest] ?? "").length : 0;
    // Whoever names a task by its number means it, however much is said about it.
    const numbered = grammar?.task !== undefined && args?.[grammar.task] !== undefined;
    const fits = args !== undefined && (command || grammar?.sentence || numbered || (rest.length <= longestTyped && free <= longestName));
    if (fits) return { type: "wish", wish: wish(name, args), by: "words" };
    const wrong = command || (few && (!answers.includes(name as TypedName) || isSignal(rest.at(-1) ?? "")));
    return wrong && grammar ? { type: "usage", name: name as TypedName } : undefined;
  }
  return undefined;
}

/** „zusage ab“ waits for a time. */
const isSignal = (word: string): boolean => lists.some(({ signals }) => (Object.values(signals) as string[][]).flat().some((it) => fold(it) === fold(word)));

function hearNear(words: readonly string[], command: boolean): Heard {
  const first = fold(words[0] ?? "");
  if (words.length === 1 && first.length >= 3) {
    const begun = [...new Set([...nouns].filter(([noun]) => noun.startsWith(first)).map(([, name]) => name))];
    const only = begun.length === 1 ? begun[0] : undefined;
    if (only && !answers.includes(only)) return { type: "wish", wish: wish(only), by: "words" };
  }
  if (words.length > shortest && !command) return { type: "nothing" };
  const near = nearest(first, nouns);
  if (near.length === 0) return command ? { type: "near", word: words[0] ?? "", names: [], answers: false } : { type: "nothing" };
  return { type: "near", word: words[0] ?? "", names: near.slice(0, 3), answers: near.some((name) => answers.includes(name)) };
}

/** Words at most two slips away (one for short words), the nearest first. */
function nearest(said: string, words: ReadonlyMap<string, TypedName>): TypedName[] {
  const limit = said.length >= 5 ? 2 : 1;
  if (said.length < 3) return [];
  const found = [...words].map(([word, name]) => ({ name, slips: word.startsWith(said) ? 1 : distance(word, said) })).filter(({ slips }) => slips <= limit);
  found.sort((a, b) => a.slips - b.slips);
  return [...new Set(found.map(({ name }) => name))];
}
