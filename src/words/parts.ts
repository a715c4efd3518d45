// Days said as part of something longer: KW 45, Ende Oktober, Anfang nächster Woche, Monatsende, last Friday in September.
import { addDays, type Day, isoWeek, weekday } from "../time.ts";
import {
  addMonths,
  type DayContext,
  type DayError,
  type Found,
  fullYear,
  lastOfMonth,
  lexicon,
  mondayOf,
  months,
  monthWord,
  phrase,
  type Rule,
  type Said,
  weekdays,
  weekdayWord,
  yearly,
  yearWord,
} from "./reading.ts";

const starts = "anfang|beginn|start|beginning|early";
const middles = "mitte|middle|mid";
const ends = "ende|end|late";
const part = `(?:zu |the )?(?<part>${starts}|${middles}|${ends})(?: of| des| der| vom| von)?(?: the)?[ -]`;

const partOf = (said: string): "start" | "middle" | "end" => (said.startsWith("mi") ? "middle" : /^(?:end|late)/.test(said) ? "end" : "start");

/** Which one, counted from the present one. */
export const which =
  "(?<which>dies\\w{0,2}|laufende[nrs]?|this|nächste[nmrs]?|kommende[nmrs]?|folgende[nmrs]?|(?:the )?(?:next|coming|following)|übernächste[nmrs]?)";

export function ahead(said: string | undefined): number {
  if (said === undefined || /^(?:dies|lauf|this)/.test(said)) return 0;
  return said.startsWith("uber") ? 2 : 1;
}

/** Beginning, middle and end of a month are its 1st, its 15th and its last day (§ 192 BGB). */
function inMonth(part: string, year: number, month: number): Day {
  const last = lastOfMonth(year, month);
  return partOf(part) === "end" ? last : (`${last.slice(0, 8)}${partOf(part) === "start" ? "01" : "15"}` as Day);
}

/** Monday, Wednesday or Friday; a week without a part ends on its Friday. */
const inWeek = (part: string, monday: Day): Day => addDays(monday, { start: 0, middle: 2, end: 4 }[partOf(part)]);

function numberedWeek(said: Said, context: DayContext): Found | DayError {
  const week = Number(said["week"]);
  return yearly(said, context, (year) => {
    const monday = addDays(mondayOf(`${year}-01-04` as Day), 7 * (week - 1));
    return week > 0 && isoWeek(monday).year === year ? inWeek(said["part"] ?? "end", monday) : undefined;
  });
}

const namedMonth = (said: Said, context: DayContext): Found | DayError =>
  yearly(said, context, (year) => inMonth(said["part"] ?? "end", year, months.valueOf(said["month"] ?? "")));

/** A part of the present month, week or year or of a later one. „Monatsanfang“ in mid-month is the next one, asked back. */
const counted =
  (part: (said: Said, today: Day, ahead: number) => Day) =>
  (said: Said, { today }: DayContext): Found => {
    const day = part(said, today, ahead(said["which"]));
    const isOver = day < today && said["which"] === undefined && said["year"] === undefined;
    return isOver ? { day: part(said, today, 1), certain: false } : { day, certain: true };
  };

const countedMonth = counted((said, today, n) => {
  const month = addMonths(today, n);
  return inMonth(said["part"] ?? "end", Number(month.slice(0, 4)), Number(month.slice(5, 7)));
});

const countedWeek = counted((said, today, n) => inWeek(said["part"] ?? "end", addDays(mondayOf(today), 7 * n)));

const wholeYear = counted((said, today, n) => {
  const year = said["year"] ?? String(Number(today.slice(0, 4)) + n);
  return `${year}-${{ start: "01-01", middle: "06-30", end: "12-31" }[partOf(said["part"] ?? "end")]}` as Day;
});

const ordinals = lexicon([
  "erste ersten erster ersten 1. first 1st",
  "zweite zweiten zweiter 2. second 2nd",
  "dritte dritten dritter 3. third 3rd",
  "vierte vierten vierter 4. fourth 4th",
  "letzte letzten letzter last",
]);
const lastOne = 5;

const nthWeekday = (said: Said, context: DayContext): Found | DayError =>
  yearly(said, context, (year) => {
    const wanted = weekdays.valueOf(said["weekday"] ?? "");
    const nth = ordinals.valueOf(said["nth"] ?? "");
    const last = lastOfMonth(year, months.valueOf(said["month"] ?? ""));
    const first = `${last.slice(0, 8)}01` as Day;
    if (nth === lastOne) return addDays(last, -((weekday(last) - wanted + 7) % 7));
    return addDays(first, ((wanted - weekday(first) + 7) % 7) + 7 * (nth - 1));
  });

const unsure =
  (read: (said: Said, context: DayContext) => Found | DayError): Rule["read"] =>
  (said, context) => {
    const found = read(said, context);
    return "error" in found ? found : { ...found, certain: false };
  };

const week = "(?:kw|kalenderwoche|woche|cw|calendar week|week|wk)";
const ofYear = `(?:(?: ?/ ?| in | of | )${yearWord})?`;

export const parts: readonly Rule[] = [
  { pattern: phrase(`(?:${part})?${week}\\.? ?(?<week>\\d{1,2})${ofYear}`), read: numberedWeek },
  { pattern: phrase(`(?:${part})?(?<week>\\d{1,2})\\. ?${week}${ofYear}`), read: numberedWeek },
  { pattern: phrase(`${part}(?<month>${monthWord})\\.?(?: ${yearWord})?`), read: namedMonth },
  { pattern: phrase(`(?<month>${monthWord})\\.?(?: ${fullYear})?`), read: unsure(namedMonth) },
  { pattern: phrase(`${part}(?:${which} )?(?:monats?|month)`), read: countedMonth },
  { pattern: phrase("monats(?<part>anfang|mitte|ende)|month[ -]end|eom"), read: countedMonth },
  { pattern: phrase(`${which} (?:monats?|month)`), read: unsure(countedMonth) },
  { pattern: phrase(`${part}(?:${which} )?(?:woche|week)`), read: countedWeek },
  { pattern: phrase(`${which} (?:woche|week)|eow`), read: countedWeek },
  { pattern: phrase("(?:the )?week after next"), read: (_, context) => countedWeek({ which: "ubernachste" }, context) },
  { pattern: phrase(`${part}(?:(?:${which} )?(?:jahre?s?|year)|${fullYear})`), read: wholeYear },
  { pattern: phrase("jahres(?<part>anfang|ende)|year[ -]?end|end of year|eoy"), read: wholeYear },
  { pattern: phrase("(?<which>dieses|this|nächstes|next) (?:jahr|year)"), read: unsure(wholeYear) },
  { pattern: phrase(`(?<nth>${ordinals.any}) (?<weekday>${weekdayWord})(?: im| in| des| of)? (?<month>${monthWord})(?: ${yearWord})?`), read: nthWeekday },
];
