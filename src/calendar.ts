// Which days are worked, which hours are quiet and where a notice waits; the holidays themselves come in as data.
import { addDays, at, type Clock, clockOf, type Day, dayFrom, dayOf, homeZone, weekday } from "./time.ts";

export type SchoolHolidayKind = "summer" | "autumn" | "christmas" | "easter" | "whitsun";

export interface SchoolHoliday {
  /** As the school ministry calls it, for example „Herbstferien“. */
  readonly name: string;
  readonly kind: SchoolHolidayKind;
  /** First and last day, both included. */
  readonly from: Day;
  readonly to: Day;
}

export interface Calendar {
  /** Public holidays by day, with their German names. */
  readonly publicHolidays: ReadonlyMap<Day, string>;
  readonly schoolHolidays: readonly SchoolHoliday[];
  /** The last day the tables reach to. Beyond it a missing entry says nothing, and nobody guesses. */
  readonly knownUntil: Day;
}

/** Messages go out from 08:00 until just before 18:00 local time. */
const opens: Clock = "08:00";
const closes: Clock = "18:00";
const usualHour: Clock = "09:00";
/** More closed days in a row than any calendar has; a longer row is a fault in the data. */
const farthest = 400;

/** The name of the public holiday on a day, for example „Allerheiligen“. */
export const holidayName = (day: Day, calendar: Calendar): string | undefined => calendar.publicHolidays.get(day);

/** The school holidays a day lies in. */
export const schoolHolidayOn = (day: Day, calendar: Calendar): SchoolHoliday | undefined =>
  calendar.schoolHolidays.find((holiday) => holiday.from <= day && day <= holiday.to);

/** The summer break of a year; undefined where the calendar does not reach. */
export const summerBreak = (year: number, calendar: Calendar): SchoolHoliday | undefined =>
  calendar.schoolHolidays.find((holiday) => holiday.kind === "summer" && holiday.from.startsWith(`${year}-`));

/** Easter Sunday of a year in the Gregorian calendar (Meeus, Jones and Butcher). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  const sunday = dayFrom(year, Math.floor(f / 31), (f % 31) + 1);
  if (sunday === undefined) throw new RangeError(`Easter is known for the years 1 to 9999; got ${year}.`);
  return sunday;
}

/** Monday of the carnival: a custom, not a public holiday, but the offices are closed. */
export const carnivalMonday = (year: number): Day => addDays(easterSunday(year), -48);

/** Saturday, Sunday or public holiday: a date on such a day moves to the next working day by § 193 BGB. */
export const isDayOff = (day: Day, calendar: Calendar): boolean => weekday(day) > 5 || calendar.publicHolidays.has(day);

/** Monday to Friday, no public holiday, not 24.12. or 31.12., not carnival Monday. Beyond `knownUntil` holidays may be missing. */
export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  if (isDayOff(day, calendar)) return false;
  if (day.endsWith("-12-24") || day.endsWith("-12-31")) return false;
  // Carnival Monday lies between 2 February and 8 March; on other days nobody works out Easter.
  const month = day.slice(5, 7);
  return (month !== "02" && month !== "03") || day !== carnivalMonday(Number(day.slice(0, 4)));
}

/** The first day, counted from this one by ±1, that fits. Throws RangeError where a calendar never does. */
function seek(from: Day, step: 1 | -1, fits: (day: Day) => boolean): Day {
  for (let n = 0; n <= farthest; n++) {
    const day = addDays(from, n * step);
    if (fits(day)) return day;
  }
  throw new RangeError(`A calendar has a working day within ${farthest} days; none found from ${from}.`);
}

/** The last working day strictly before a day. */
export const lastOpenDayBefore = (day: Day, calendar: Calendar): Day => seek(addDays(day, -1), -1, (it) => isWorkingDay(it, calendar));

/** The first working day on or after a day. */
export const firstOpenDayFrom = (day: Day, calendar: Calendar): Day => seek(day, 1, (it) => isWorkingDay(it, calendar));

/** Whether messages may go out at an instant: a working day, 08:00 to 18:00 local time. */
export function isOpenHour(instant: Date, calendar: Calendar, zone: string = homeZone): boolean {
  const clock = clockOf(instant, zone);
  return opens <= clock && clock < closes && isWorkingDay(dayOf(instant, zone), calendar);
}

/** The first open instant at or after an instant: itself, or 08:00 of the same or the next working day. */
export const nextOpen = (instant: Date, calendar: Calendar, zone: string = homeZone): Date => nextOpenOn(instant, zone, (day) => isWorkingDay(day, calendar));

function nextOpenOn(instant: Date, zone: string, isOpen: (day: Day) => boolean): Date {
  const today = dayOf(instant, zone);
  const clock = clockOf(instant, zone);
  if (isOpen(today) && clock < opens) return at(today, opens, zone);
  if (isOpen(today) && clock < closes) return instant;
  return at(seek(addDays(today, 1), 1, isOpen), opens, zone);
}

/** The instant by which so many milliseconds of open hours have passed since another; the quiet ones between do not count. */
export function addOpenTime(from: Date, milliseconds: number, calendar: Calendar, zone: string = homeZone): Date {
  let left = milliseconds;
  for (let start = nextOpen(from, calendar, zone); ; ) {
    const end = at(dayOf(start, zone), closes, zone);
    if (start.getTime() + left <= end.getTime()) return new Date(start.getTime() + left);
    left -= end.getTime() - start.getTime();
    start = nextOpen(end, calendar, zone);
  }
}

/** 09:00 local time, when notices usually go out. */
export const usualHourOn = (day: Day, zone: string = homeZone): Date => at(day, usualHour, zone);

/** A notice that is to go out by itself. */
export interface Planned {
  readonly at: Date;
  /** The day the notice is about: a deadline, a meeting, the date of a task; null where it is about none. */
  readonly about: Day | null;
  /** Whether it warns of that day, so that coming later would make it useless. */
  readonly warns: boolean;
}

/** Whether a notice rests on a day: in the summer break only those go out whose own day lies in that break. */
function restsInSummer(day: Day, about: Day | null, calendar: Calendar): boolean {
  const holiday = schoolHolidayOn(day, calendar);
  return holiday?.kind === "summer" && (about === null || about < holiday.from || about > holiday.to);
}

/** Whether a notice about a day (null: about none) may go out at an instant: an open hour, and outside its rest in the summer break. */
export const mayGoOut = (instant: Date, about: Day | null, calendar: Calendar, zone: string = homeZone): boolean =>
  isOpenHour(instant, calendar, zone) && !restsInSummer(dayOf(instant, zone), about, calendar);

/**
 * When a planned notice goes out; deferred, never dropped. In an open hour: as planned. One that warns of a day moves back to 09:00
 * of the last open day before it, any other forward to the next open hour. The summer break lasts six weeks, so a warning that rests
 * in it comes right after it, as long as that is still before the day it warns of. Throws RangeError for a calendar without open days.
 */
export function defer(planned: Planned, calendar: Calendar, zone: string = homeZone): Date {
  const { at: instant, about } = planned;
  if (mayGoOut(instant, about, calendar, zone)) return instant;
  const isOpen = (day: Day): boolean => isWorkingDay(day, calendar) && !restsInSummer(day, about, calendar);
  const forward = nextOpenOn(instant, zone, isOpen);
  const today = dayOf(instant, zone);
  const afterTheBreak = restsInSummer(today, about, calendar) && about !== null && dayOf(forward, zone) < about;
  if (!planned.warns || afterTheBreak) return forward;
  const latest = usualHourOn(today, zone) <= instant ? today : addDays(today, -1);
  return usualHourOn(seek(latest, -1, isOpen), zone);
}
