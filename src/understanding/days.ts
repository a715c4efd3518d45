// Finds the days and clocks inside a sentence and hands them to the readers of typed days and clocks.
import type { Clock, Day } from "../time.ts";
import { readClock } from "../words/clocks.ts";
import { type DayQuestion, readDay } from "../words/dates.ts";
import type { Spot } from "./names.ts";

/** A word a day may begin with. Two letters of a weekday alone are a word of the language and begin none. */
const begins =
  /^(?:\d{1,2}[./]\d{0,2}[./]?(?:\d{2,4})?|\d{4}-\d\d?-\d\d?|\d{1,3}|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonnabend|sonntags?|mo|di|mi|do|fr|sa|so|mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|jan\w*|feb\w*|m(?:ä|ae)r\w*|march|apr\w*|mai|may|jun[ieo]?|june|jul[iy]?|aug\w*|sep\w*|okt\w*|oct\w*|nov\w*|dez\w*|dec\w*|heute|today|morgen|tomorrow|(?:ü|ue)bermorgen|day|in|within|binnen|innerhalb|n(?:ä|ae)chste\w*|kommende\w*|folgende\w*|diese\w?|(?:ü|ue)bern(?:ä|ae)chste\w*|laufende\w*|next|this|coming|following|anfang|beginn|start|beginning|early|mid|mitte|middle|ende|end|late|kw|cw|kalenderwoche|calendar|week|wk|woche|vor|nach|before|after|by|bis|until|till|zur?m?|monats\w+|month\S*|jahres\w+|year\S*|eow|eom|eoy|letzte\w?|last|first|erste\w*|zweite\w*|dritte\w*|second|third|eine?[mnr]?|zwei|drei|vier|f(?:ü|ue)nf|sechs|sieben|acht|neun|zehn|vierzehn|two|three|four|five|six|seven|ten|fourteen|a|one|another|noch|um|weitere|fortnight|weihnachten|ostern|christmas|easter|silvester)$/i;
const shortWeekday = /^(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun|march|may|mai|aug\w*|juli?)$/i;
const personal = /^(?:frau|fr\.|herrn?|hr\.|ms\.?|mr\.?|mrs\.?|kollegin|kollegen?|dr\.?)$/i;
/** Behind these a day counts as one even where it is short. */
const pointing = /^(?:am|bis|zum|ab|vom|den|dem|der|on|by|until|till|due|from|spätestens|spaetestens)$/i;
const mayEnd = 8;
/** More than enough for a reply; it bounds the work on a long one. */
const mostTries = 160;

interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(/\S+/g)].map((match) => ({ text: match[0], from: match.index, to: match.index + match[0].length }));
const bare = (word: string): string => word.replace(/^[("„“'‚*_]+|[)"“”'‘,;:!?*_]+$/g, "");

/** Whether a run of words may be a day at all, though it could be read as one. */
function isPlain(words: readonly Word[], before: string, said: string): boolean {
  const first = bare(words[0]?.text ?? "").replace(/\.$/, "");
  if (personal.test(before)) return false;
  if (/^(?:in )?(?:a|one|eine?[mnr]?|noch|um|another|by|after|before|until|bis|nach|vor|zur?m?)$/i.test(said)) return false;
  if (words.length > 1) return !/^\d{1,2}\.? (?:mo|di|mi|do|fr|sa|so|mai|may|uhr|folien|minuten|min)\.?$/i.test(said) || /(?:mai|may)$/i.test(said);
  if (/^morgen$/i.test(first) && /^(?:guten|schönen|good)$/i.test(before)) return false;
  if (shortWeekday.test(first)) return pointing.test(before) || (/^(?:mai|may|march|august|juli)$/i.test(first) && /^(?:im|in)$/i.test(before));
  if (/^\d{1,2}\.$/.test(said)) return pointing.test(before);
  return !/^\d{1,3}$/.test(first) && !/^\d{1,2}[.:]\d\d$/.test(said);
}

/** The length of „bis zum “ and the like, which stand before a day and are no part of it. */
function leadOf(said: string, day: Day, question: DayQuestion): number {
  const lead = /^(?:(?:bis|until|till|by|spätestens|spaetestens|einschließlich|zum|am|on|den|the|dem)\s+)+/i.exec(said)?.[0].length ?? 0;
  const rest = lead === 0 ? undefined : readDay(said.slice(lead), question);
  return rest !== undefined && !("error" in rest) && rest.day === day ? lead : 0;
}

export type DaySpot = Spot<Day>;

/** The days a text names, in order; a day gone by or impossible is none. */
export function findDays(text: string, question: DayQuestion): readonly DaySpot[] {
  const words = wordsOf(text.slice(0, 1200));
  const found: DaySpot[] = [];
  let tries = 0;
  for (let at = 0; at < words.length; at++) {
    if (!begins.test(bare(words[at]?.text ?? "").replace(/\.$/, "")) && !begins.test(bare(words[at]?.text ?? ""))) continue;
    for (let length = Math.min(mayEnd, words.length - at); length > 0; length--) {
      if (tries++ > mostTries) return found;
      const run = words.slice(at, at + length);
      const last = run.at(-1);
      if (last === undefined || run.slice(0, -1).some((word) => /[;!?]$|[a-zäöü]{3}\.$/i.test(word.text))) continue;
      const from = run[0]?.from ?? 0;
      const said = bare(text.slice(from, last.to));
      if (/(?:uhr|h|[ap]m|:\d\d)$/i.test(said)) continue;
      const read = readDay(said, question);
      if ("error" in read) continue;
      if (
        /\.$/.test(said) &&
        /^(?:quartal|quarter|stock|etage|hälfte|teil|punkt|person|platz|frage|sitzung|mal|reihe|halbjahr)/i.test(words[at + length]?.text ?? "")
      )
        continue;
      if (!isPlain(run, bare(words[at - 1]?.text ?? ""), said)) continue;
      found.push({ from: from + leadOf(said, read.day, question), to: from + said.length, value: read.day });
      at += length - 1;
      break;
    }
  }
  return found;
}

const clockText =
  /(?<![\p{L}\d.:/])(?:(?:\d{1,2}[:.]\d{2} ?(?:uhr|h|a\.?m\.?|p\.?m\.?)?|\d{1,2} ?(?:uhr(?: \d\d)?|h\d{0,2}|a\.?m\b\.?|p\.?m\b\.?|o['’]?clock))(?![\d.:/]*\d)(?![\p{L}])|(?:viertel|dreiviertel|drei viertel|fünf|fuenf|zehn|zwanzig|kurz)?\s?(?:nach|vor|past|to)?\s?(?:halb(?:er)?|half past|half|quarter past|quarter to|a quarter to|a quarter past) (?:\d{1,2}|[a-zäöüß]+)|(?:viertel nach|viertel vor|dreiviertel|drei viertel|viertel|(?:fünf|fuenf|zehn|zwanzig|ten|twenty|five|\d\d?)(?: minuten| minutes)? (?:nach|vor|past|to)) (?:\d{1,2}|[a-zäöüß]+)|(?:\p{L}{3,5}zehn|elf|zwölf|zwoelf|zehn|zwei|drei|vier|fünf|fuenf|sechs|sieben|acht|neun) uhr|(?:mittags?|noon|midday))(?:\s(?:uhr|nachmittags|in the afternoon|sharp))?/giu;
/** A bare hour counts only behind a word that says so. */
const bareHour =
  /\b(?:ab|um|bis|gegen|ca\.?|von|zwischen|nach|vor|erst|kurz nach|kurz vor|until|till|from|at|by|after|before|around|about|between|und|and|to) (?<hour>\d{1,2}|ein|eins|zwei|drei|vier|fünf|fuenf|sechs|two|three|four|five|six|one)(?! ?(?:\.|:|%|\/|\d|minuten|min|minutes|tage|tagen|wochen|weeks|days|personen|leute|people|plätze|uhr|h\b|stunden?|hours?|monate|folien|slides|top|punkte|items|von uns|of us|kolleg|weitere|more|der|die|das|frau|herr|jan\p{L}*|feb\p{L}*|m(?:ä|ae)rz|march|apr\p{L}*|mai|may|jun\p{L}*|jul\p{L}*|aug\p{L}*|sep\p{L}*|o[kc]t\p{L}*|nov\p{L}*|de[zc]\p{L}*|st\b|nd\b|rd\b|th\b))(?![\p{L}])/giu;

/** „Two till four“, „zwei bis vier“: neither end needs a word before it. */
const hourToHour =
  /(?<![\p{L}\d.])(?<lead>(?<first>\d{1,2}(?:[:.]\d\d)?(?= ?(?:uhr ?|h ?)?(?:-|–|bis|to|till|until) ?\d{1,2}(?:[:.]\d\d)? ?(?:uhr|h\b|pm))|zwei|drei|vier|fünf|two|three|four|five|half past \p{L}+) ?(?:uhr ?|h ?)?(?:bis|till|until|to|-|–) ?)(?<second>\d{1,2}(?:[:.]\d\d)?(?= ?(?:uhr|h\b|pm))|(?:drei|vier|fünf|sechs|three|four|five|six|half past \p{L}+)(?![\p{L}\d]))(?! (?:tage|wochen|weeks|days|minuten|minutes|leute|people|personen|folien|monate|months))/giu;

/** „23.10.“ and „den 16.10“ are dates, „um 16.10“ and „16.10 Uhr“ clocks. */
const isDate = (said: string, before: string, after: string): boolean =>
  /^\d{1,2}\.(?:0[1-9]|1[0-2])$/.test(said) && (/^\.(?!\s*$)/.test(after) || !/(?:um|ab|gegen|von|zwischen|at|from)\s$/i.test(before));

/** The clocks a text names, in order, as the day's hours. */
export function findClocks(text: string): readonly Spot<Clock>[] {
  const found: Spot<Clock>[] = [];
  const add = (from: number, said: string) => {
    const clock = readClock(said.replace(/fuenf/gi, "fünf").replace(/halber/i, "halb"));
    if (clock !== undefined && !found.some((other) => from < other.to && other.from < from + said.length))
      found.push({ from, to: from + said.length, value: clock });
  };
  const short = text.slice(0, 1200);
  for (const { index, groups } of short.matchAll(hourToHour)) {
    const [first, second] = [groups?.["first"] ?? "", groups?.["second"] ?? ""];
    add(index, first);
    add(index + (groups?.["lead"] ?? "").length, second);
  }
  for (const match of short.matchAll(clockText)) {
    if (isDate(match[0].trim(), short.slice(0, match.index), short.slice(match.index + match[0].length))) continue;
    const lead = match[0].length - match[0].trimStart().length;
    add(match.index + lead, match[0].trim());
  }
  for (const match of short.matchAll(bareHour)) {
    const hour = match.groups?.["hour"] ?? "";
    const from = match.index + match[0].length - hour.length;
    const value = readClock(hour);
    // People meet in the afternoon; „von 10 auf 5“ and „bis 30“ are no hours.
    if (value !== undefined && value >= "08:00" && value <= "20:00" && !/^\s*(?:auf|to \d+ min)/i.test(short.slice(from + hour.length))) add(from, hour);
  }
  return found.sort((a, b) => a.from - b.from);
}
