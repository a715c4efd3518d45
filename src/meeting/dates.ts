// What speaks against a meeting's day, and which days the rule of the series offers; hints and offers, never locks.
import {
  type Calendar,
  firstOpenDayFrom,
  holidayName,
  isWorkingDay,
  lastOpenDayBefore,
  type SchoolHolidayKind,
  schoolHolidayOn,
  summerBreak,
} from "../calendar.ts";
import { addDays, type Day, daysBetween, isoWeek, weekday } from "../time.ts";
import type { MeetingKind } from "./model.ts";

/** Days between the invitation and the meeting (domain.md, Fristenkette). */
const usualNotice = 28;

export type Hint =
  /** Later than the resolution allows (D3). */
  | { readonly hint: "afterDecidedDeadline"; readonly deadline: Day }
  | { readonly hint: "publicHoliday"; readonly name: string }
  | { readonly hint: "schoolHoliday"; readonly name: string; readonly season: SchoolHolidayKind; readonly from: Day; readonly to: Day }
  /** The year's first meeting is not before the summer break; `until` is the last working day before it. */
  | { readonly hint: "notBeforeSummerBreak"; readonly until: Day }
  | { readonly hint: "shortNotice"; readonly days: number; readonly usual: number }
  /** 6 for Saturday, 7 for Sunday. */
  | { readonly hint: "weekend"; readonly weekday: 6 | 7 }
  /** Holidays are known up to `until` only, so nothing was checked against them. */
  | { readonly hint: "calendarUnknown"; readonly until: Day };

export interface Considered {
  readonly day: Day;
  readonly kind: MeetingKind;
  readonly today: Day;
  readonly calendar: Calendar;
  /** The last day the resolution allows for the initial workshop. */
  readonly decidedDeadline?: Day;
  /** Whether it would be the first meeting of its year. A workshop does not count for the series (C1). */
  readonly firstOfYear: boolean;
  /** Days usually left to invite; 28 unless the alliance says otherwise. */
  readonly usualNotice?: number;
}

/** What the office should know about a day before it decides, in the order of wording.md 2.2; empty where all is well. */
export function dayHints(considered: Considered): readonly Hint[] {
  const { day, calendar, decidedDeadline } = considered;
  const hints: Hint[] = [];
  if (decidedDeadline !== undefined && day > decidedDeadline) hints.push({ hint: "afterDecidedDeadline", deadline: decidedDeadline });
  const holiday = holidayName(day, calendar);
  if (holiday !== undefined) hints.push({ hint: "publicHoliday", name: holiday });
  const school = schoolHolidayOn(day, calendar);
  if (school) hints.push({ hint: "schoolHoliday", name: school.name, season: school.kind, from: school.from, to: school.to });
  const summer = summerBreak(Number(day.slice(0, 4)), calendar);
  if (considered.kind === "regular" && considered.firstOfYear && summer && day >= summer.from) {
    hints.push({ hint: "notBeforeSummerBreak", until: lastOpenDayBefore(summer.from, calendar) });
  }
  const days = daysBetween(considered.today, day);
  const usual = considered.usualNotice ?? usualNotice;
  if (days >= 0 && days < usual) hints.push({ hint: "shortNotice", days, usual });
  const nth = weekday(day);
  if (nth === 6 || nth === 7) hints.push({ hint: "weekend", weekday: nth });
  if (day > calendar.knownUntil) hints.push({ hint: "calendarUnknown", until: calendar.knownUntil });
  return hints;
}

export interface Wanted {
  readonly year: number;
  /** 1: before the summer break, 2: after it (D21). */
  readonly slot: 1 | 2;
  readonly today: Day;
  readonly calendar: Calendar;
  /** Weekdays the alliance likes to meet on, 1 for Monday to 5 for Friday; each week offers the next one of them. */
  readonly usual: readonly number[];
}

export type Suggestion =
  /** Three days in calendar order; the rule allows `from` to `until`, both working days. */
  | { readonly days: readonly [Day, Day, Day]; readonly from: Day; readonly until: Day }
  /** The tables end at `until`, before the days asked for. */
  | { readonly error: "calendarUnknown"; readonly until: Day }
  /** Fewer than three free days are left until `until`, the last day the rule allows. */
  | { readonly error: "tooLate"; readonly until: Day };

/**
 * Three days by the rule of the series: on working days outside the school holidays, at least 28 days ahead, in different weeks
 * (in the same week only where too few are left). The weeks lie four to six weeks away from the summer break, where the councils
 * meet as usual; others follow when those are taken.
 */
export function suggestDays({ year, slot, today, calendar, usual }: Wanted): Suggestion {
  const range = allowed(year, slot, calendar);
  if (range === undefined) return { error: "calendarUnknown", until: calendar.knownUntil };
  const earliest = addDays(today, usualNotice);
  const isFree = (day: Day): boolean =>
    day >= range.from && day >= earliest && day <= range.until && isWorkingDay(day, calendar) && schoolHolidayOn(day, calendar) === undefined;
  const found: Day[] = [];
  const anyDay = [2, 3, 4, 1, 5];
  for (const liked of [usual, anyDay]) {
    for (const monday of range.mondays) {
      if (found.length < 3 && !found.some((day) => sameWeek(day, monday))) {
        const turned = liked.map((_, n) => liked[(n + found.length) % liked.length]);
        const day = turned.flatMap((nth) => (nth === undefined ? [] : [addDays(monday, nth - 1)])).find(isFree);
        if (day !== undefined) found.push(day);
      }
    }
  }
  for (const monday of range.mondays) {
    for (const nth of anyDay) {
      const day = addDays(monday, nth - 1);
      if (found.length < 3 && isFree(day) && !found.includes(day)) found.push(day);
    }
  }
  const [first, second, third] = found.sort();
  if (first === undefined || second === undefined || third === undefined) return { error: "tooLate", until: range.until };
  return { days: [first, second, third], from: range.from, until: range.until };
}

const sameWeek = (a: Day, b: Day): boolean => isoWeek(a).week === isoWeek(b).week && isoWeek(a).year === isoWeek(b).year;
const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));

/** The days the rule allows and their weeks, the likeliest first; undefined where the tables do not reach. */
function allowed(year: number, slot: 1 | 2, calendar: Calendar): { readonly from: Day; readonly until: Day; readonly mondays: readonly Day[] } | undefined {
  const summer = summerBreak(year, calendar);
  const christmas = calendar.schoolHolidays.find((holiday) => holiday.kind === "christmas" && holiday.from.startsWith(`${year}-`));
  const startsAfter = slot === 1 ? (`${year - 1}-12-31` as Day) : summer?.to;
  const endsBefore = slot === 1 ? summer?.from : christmas?.from;
  if (summer === undefined || startsAfter === undefined || endsBefore === undefined || endsBefore > calendar.knownUntil) return undefined;
  const anchor = mondayOf(slot === 1 ? summer.from : summer.to);
  const weeksAway = [...(slot === 1 ? [6, 5, 4] : [4, 5, 6]), 3, 2, 1, ...Array.from({ length: 30 }, (_, n) => n + 7), 0];
  return {
    from: firstOpenDayFrom(addDays(startsAfter, 1), calendar),
    until: lastOpenDayBefore(endsBefore, calendar),
    mondays: weeksAway.map((weeks) => addDays(anchor, weeks * (slot === 1 ? -7 : 7))),
  };
}
