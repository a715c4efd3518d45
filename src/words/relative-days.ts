// Days counted from today: übermorgen, in 14 Tagen, nächste Woche Mittwoch, heute in acht Tagen, Monday week, kommenden Freitag.
import { addDays, type Day, weekday } from "../time.ts";
import { ahead, which } from "./parts.ts";
import { addMonths, type DayContext, type Found, mondayOf, numberOf, numberWord, phrase, type Rule, type Said, weekdays, weekdayWord } from "./reading.ts";

/** The longest count anybody means, in units. */
const longest = 400;

export const unitWord = "tage?n?|days?|wochen?|weeks?|fortnights?|monate?n?|months?";

/** n days, weeks or months after a day (before it where n is negative); undefined where n is beyond reason. */
export function later(day: Day, n: number, unit: string): Day | undefined {
  if (Math.abs(n) > longest) return undefined;
  if (unit.startsWith("mon")) return addMonths(day, n);
  return addDays(day, n * (unit.startsWith("f") ? 14 : unit.startsWith("w") ? 7 : 1));
}

/** The first such weekday after today. */
const coming = (today: Day, wanted: number): Day => addDays(today, ((wanted - weekday(today) + 6) % 7) + 1);

function dayNamed(said: string | undefined, today: Day): Day {
  if (said === undefined || /^(?:heute|today|now|jetzt)$/.test(said)) return today;
  if (/^(?:morgen|tomorrow|tmrw)$/.test(said)) return addDays(today, 1);
  if (/^(?:ubermorgen|(?:the )?day after tomorrow)$/.test(said)) return addDays(today, 2);
  return coming(today, weekdays.valueOf(said));
}

const nameWord = "heute|today|now|jetzt|morgen|tomorrow|tmrw|übermorgen|(?:the )?day after tomorrow";

/** „Acht Tage“ are a week to most people and eight days to some: asked back, the literal eight where digits were typed. */
function counted(said: Said, { today }: DayContext): Found | undefined {
  const base = dayNamed(said["base"], today);
  const n = numberOf(said["n"] ?? "1");
  const unit = said["unit"] ?? "";
  const day = later(base, n, unit);
  if (day === undefined) return undefined;
  if (n !== 8 || !unit.startsWith("tag")) return { day, certain: true };
  const week = addDays(base, 7);
  return said["n"] === "8" ? { day, certain: false, alternative: week } : { day: week, certain: false, alternative: day };
}

/** „Freitag“ is the coming one; on a Friday today may be meant. */
function bare(said: Said, { today }: DayContext): Found {
  const day = coming(today, weekdays.valueOf(said["weekday"] ?? ""));
  return weekday(today) === weekday(day) ? { day, certain: false, alternative: today } : { day, certain: true, exact: true };
}

/**
 * „Nächsten Mittwoch“ on a Tuesday is tomorrow to some and in eight days to others: asked back. German takes the nearer one first,
 * English the one of next week. Where the nearer one lies in next week anyhow, both mean the same.
 */
function next(said: Said, { today }: DayContext): Found {
  const nearer = coming(today, weekdays.valueOf(said["weekday"] ?? ""));
  const word = said["which"] ?? "";
  const inNextWeek = mondayOf(nearer) > mondayOf(today);
  if (/^(?:dies|lauf|this)/.test(word)) return { day: nearer, certain: !inNextWeek, exact: true };
  if (word.startsWith("uber")) return { day: addDays(nearer, 7), certain: false };
  if (inNextWeek || /^(?:komm|(?:the )?coming)/.test(word)) return { day: nearer, certain: true, exact: true };
  const farther = addDays(nearer, 7);
  return /next|following/.test(word) ? { day: farther, certain: false, alternative: nearer } : { day: nearer, certain: false, alternative: farther };
}

const inCountedWeek = (said: Said, { today }: DayContext): Found => ({
  day: addDays(mondayOf(today), 7 * ahead(said["which"]) + weekdays.valueOf(said["weekday"] ?? "") - 1),
  certain: true,
  exact: true,
});

export const relativeDays: readonly Rule[] = [
  { pattern: phrase(`(?<base>${nameWord})`), read: (said, { today }) => ({ day: dayNamed(said["base"], today), certain: true, exact: true }) },
  {
    pattern: phrase(
      `(?:(?<base>${nameWord}|${weekdayWord}) )?(?:in|within|binnen|innerhalb)(?: von| der| den| the)?(?: nächsten| next)? (?<n>${numberWord}) (?<unit>${unitWord})(?: time)?`,
    ),
    read: counted,
  },
  { pattern: phrase(`(?<n>${numberWord}) (?<unit>${unitWord}) (?:from|on|after) (?<base>${nameWord}|${weekdayWord})`), read: counted },
  { pattern: phrase(`(?<base>${weekdayWord}|today|tomorrow) (?<unit>week|fortnight)`), read: counted },
  { pattern: phrase(`(?<weekday>${weekdayWord})\\.?`), read: bare },
  { pattern: phrase(`${which} (?<weekday>${weekdayWord})\\.?`), read: next },
  { pattern: phrase(`${which} (?:woche|week),?(?: am| on)? (?<weekday>${weekdayWord})`), read: inCountedWeek },
  { pattern: phrase(`(?<weekday>${weekdayWord})(?: in| of)?(?: der)? ${which} (?:woche|week)`), read: inCountedWeek },
  { pattern: phrase(`(?<weekday>${weekdayWord}),? (?:the )?week after next`), read: (said, context) => inCountedWeek({ ...said, which: "uber" }, context) },
];
