// Days written as a date: 30.9., 07.10.2026, 2026-10-07, 7/10/2026, 30. September, October 7, Mi 07.10.
import { type Day, dayFrom, weekday } from "../time.ts";
import {
  addMonths,
  type DayContext,
  type DayError,
  type Found,
  fullYear,
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

/** „Mittwoch, den “ before a date. */
const named = `(?:(?<weekday>${weekdayWord})\\.?,? (?:den |dem |der |the )?)?`;

/** A date with its year if said. Without a year it is to be asked back (D4), unless its weekday settles the year; a weekday that does not fit is too. */
function dated(said: Said, context: DayContext, month: number): Found | DayError {
  const found = yearly(said, context, (year) => dayFrom(year, month, Number(said["date"])));
  if ("error" in found) return found;
  const certain = said["weekday"] === undefined ? said["year"] !== undefined : weekday(found.day) === weekdays.valueOf(said["weekday"]);
  return { ...found, certain, exact: true };
}

const numeric = (said: Said, context: DayContext): Found | DayError => dated(said, context, Number(said["month"]));
const withMonthName = (said: Said, context: DayContext): Found | DayError => dated(said, context, months.valueOf(said["month"] ?? ""));

/** 7/10/2026 is read the British way; where the American way makes a day too, that is the alternative. */
function slashed(said: Said, context: DayContext): Found | DayError {
  const british = numeric(said, context);
  const american = numeric({ ...said, date: said["month"], month: said["date"] }, context);
  if ("error" in british || "error" in american || british.day === american.day) return british;
  return { ...british, certain: false, alternative: american.day };
}

/** „am 18.“: the date in this month or in the next one that has it; always to be asked back. */
function dateOnly(said: Said, context: DayContext): Found | DayError {
  const first = `${context.today.slice(0, 8)}01` as Day;
  for (const n of [0, 1, 2]) {
    const month = addMonths(first, n);
    const found = dated({ ...said, year: month.slice(0, 4) }, context, Number(month.slice(5, 7)));
    if (!("error" in found) && found.day >= context.today) return { ...found, certain: false };
  }
  return { error: "impossible" };
}

export const writtenDays: readonly Rule[] = [
  { pattern: phrase(`${named}(?<date>\\d{1,2})\\. ?(?<month>\\d{1,2})(?:\\. ?${yearWord})?\\.?`), read: numeric },
  { pattern: phrase(`${fullYear}-(?<month>\\d{1,2})-(?<date>\\d{1,2})`), read: numeric },
  { pattern: phrase(`(?<date>\\d{1,2})-(?<month>\\d{1,2})-${fullYear}`), read: numeric },
  { pattern: phrase(`${named}(?<date>\\d{1,2})/(?<month>\\d{1,2})(?:/${yearWord})?`), read: slashed },
  { pattern: phrase(`${named}(?<date>\\d{1,2})(?:\\.|st|nd|rd|th)? ?(?:of )?(?<month>${monthWord})\\.?(?:,? ${yearWord})?`), read: withMonthName },
  { pattern: phrase(`${named}(?<month>${monthWord})\\.? (?:the )?(?<date>\\d{1,2})(?:st|nd|rd|th)?(?:,? ${fullYear})?`), read: withMonthName },
  { pattern: phrase(`${named}(?<date>\\d{1,2})(?:\\.|st|nd|rd|th)`), read: dateOnly },
];
