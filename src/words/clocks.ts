// Reads the clocks and spans people type, in German and English: 15 Uhr, 15.30, halb vier, half past three, 3pm, von 14 bis 16 Uhr.
import type { Clock } from "../time.ts";
import { fold } from "./fold.ts";
import { numberOf, numberWord, phrase, type Said } from "./reading.ts";

const dayPart = "(?: ?(?:in the |am |at )?(?<part>am|pm|früh|morgens?|vormittags?|mittags?|nachmittags?|abends?|nachts?|morning|afternoon|evening|night))?";
/** In digits or as a word, but „eine“ and “a” are no hours. */
const hour = `(?<h>(?!an?\\b|eine)(?:${numberWord}))`;
const o = "(?: ?(?:uhr|h|oclock))?";

/** Minutes after midnight as typed; undefined where the hour or minute does not exist. */
type Read = (said: Said) => number | undefined;

const minutes = (hours: number, more = 0): number => hours * 60 + more;
const at: Read = (said) => {
  const minute = said["m"] === undefined ? 0 : numberOf(said["m"]);
  return minute > 59 ? undefined : minutes(numberOf(said["h"] ?? ""), minute);
};
const beside =
  (more: number): Read =>
  (said) =>
    minutes(numberOf(said["h"] ?? ""), more);
const some: Read = (said) => {
  const n = numberOf(said["n"] ?? "");
  const from = said["half"] === undefined ? 0 : -30;
  return n > 30 ? undefined : minutes(numberOf(said["h"] ?? ""), from + (/^(?:nach|past|after)$/.test(said["side"] ?? "") ? n : -n));
};

const forms: readonly (readonly [RegExp, Read])[] = [
  [phrase(`(?<h>\\d{1,2})(?:[:.](?<m>\\d{2}))?${o}${dayPart}`), at],
  [phrase(`(?<h>\\d{1,2}) ?(?:uhr|h) ?(?<m>\\d{2})${dayPart}`), at],
  [phrase(`${hour}(?: ?uhr| oclock)?(?: (?<m>${numberWord}))?${dayPart}`), at],
  [phrase(`halb ${hour}${dayPart}`), beside(-30)],
  [phrase(`half (?:past )?${hour}${dayPart}`), beside(30)],
  [phrase(`(?:viertel nach|(?:a )?quarter (?:past|after)) ${hour}${o}${dayPart}`), beside(15)],
  [phrase(`(?:viertel vor|drei ?viertel|(?:a )?quarter (?:to|before)) ${hour}${o}${dayPart}`), beside(-15)],
  [phrase(`viertel ${hour}${dayPart}`), beside(-45)],
  [phrase(`(?<n>${numberWord})(?: minuten?| minutes?)? (?<side>nach|vor|past|to|before|after) (?<half>halb )?${hour}${o}${dayPart}`), some],
  [phrase("mittags?|noon|midday"), () => minutes(12)],
  [phrase("mitternacht|midnight"), () => 0],
];

const lead = new RegExp(fold("^(?:um|ab|bis|gegen|ca\\.?|circa|etwa|ungefähr|so|punkt|von|erst|spätestens|at|by|from|until|till|around|about) (?<rest>.+)$"));

/**
 * The hour of the day that is meant. Above 12 it is exact; a part of the day (morgens, pm) decides; typed with a zero in front it is exact.
 * Otherwise meetings are held in the daytime: what would be before 07:00 is meant in the afternoon or evening, so „halb vier“ and
 * “half past three” are 15:30, „6 Uhr“ is 18:00 and „8 Uhr“ 08:00.
 */
function inTheDay(typed: number, said: Said): number {
  const part = said["part"];
  const typedHour = said["h"] ?? "";
  if (numberOf(typedHour) > 12 || (part === undefined && typedHour.startsWith("0"))) return typed;
  const half = 12 * 60;
  const hours = typed % half;
  if (part === undefined) return hours < 7 * 60 ? hours + half : hours;
  if (/^(?:am|fruh|morgen|vormittag|morning)/.test(part)) return hours;
  if (/^(?:nacht|night)/.test(part)) return hours < 6 * 60 ? hours : hours + half;
  return /^mittag/.test(part) && hours >= 10 * 60 ? hours : hours + half;
}

/** A clock people type as HH:MM, or undefined where the text is none; 24:00 and 25:10 are none. */
export function readClock(text: string): Clock | undefined {
  let said = fold(text.replace(/[„“”"»«'’‚‘*_]/g, "").replace(/\b([ap])\.? ?m\b\.?/gi, "$1m")).replace(/[.,;!?]+$/, "");
  if (said.length > 40) return undefined;
  for (let rest = lead.exec(said)?.groups?.["rest"]; rest !== undefined; rest = lead.exec(said)?.groups?.["rest"]) said = rest;
  for (const [form, read] of forms) {
    const groups = form.exec(said)?.groups ?? (form.test(said) ? {} : undefined);
    if (groups === undefined) continue;
    if (groups["h"] !== undefined && numberOf(groups["h"]) > 23) return undefined;
    const typed = read(groups);
    const total = typed === undefined || groups["h"] === undefined ? typed : inTheDay(typed, groups);
    if (total === undefined || total < 0 || total >= 24 * 60) return undefined;
    return `${String(Math.floor(total / 60)).padStart(2, "0")}:${String(total % 60).padStart(2, "0")}` as Clock;
  }
  return undefined;
}

export type SpanReading = { readonly from?: Clock; readonly until?: Clock } | { readonly error: "unreadable" | "endBeforeStart" };

const both = /^(?:von |from |zwischen |between )?(?<from>.+?) ?(?:–|—|-| bis | to | until | till | und | and ) ?(?<until>.+)$/i;
const starting = /^(?:ab|nach|after|von|from) (?<clock>.+)$/i;
const ending = /^(?:bis|until|till|to|vor|before) (?<clock>.+)$/i;

const clockIn = (form: RegExp, said: string): Clock | undefined => {
  const clock = form.exec(said)?.groups?.["clock"];
  return clock === undefined ? undefined : readClock(clock);
};

/** A span people type: „14–16h“, „von 15 bis 17 Uhr“, „ab 15 Uhr“, “until half past four”; one end may stay open. */
export function readSpan(text: string): SpanReading {
  const said = text.trim();
  // The end goes first: "until ten to four" is one clock. Then both: "from 2 to 4" is a span, not two minutes to four.
  const end = clockIn(ending, said);
  if (end !== undefined) return { until: end };
  const ends = said.length > 80 ? undefined : both.exec(said)?.groups;
  const [from, until] = [readClock(ends?.["from"] ?? ""), readClock(ends?.["until"] ?? "")];
  if (from !== undefined && until !== undefined) return from < until ? { from, until } : { error: "endBeforeStart" };
  const start = clockIn(starting, said);
  return start === undefined ? { error: "unreadable" } : { from: start };
}
