// Local days and clocks in a zone: how they become instants, how they are counted and how people read them.
import { IANAZone } from "luxon";
import type { Language } from "../locales/index.ts";

/** A day of the calendar as YYYY-MM-DD, without zone or hour. Days compare with < and > as strings. */
export type Day = `${number}-${number}-${number}`;
/** A local time of day as HH:MM, from 00:00 to 23:59. Clocks compare with < and > as strings. */
export type Clock = `${number}:${number}`;

/** The zone of the alliance unless it says otherwise. */
export const homeZone = "Europe/Berlin";

const minute = 60_000;
const wholeDay = 24 * 60 * minute;

/** Whether a value is a day that exists, written YYYY-MM-DD; 2026-09-31 is none. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  // 2026-02-30 is read as 2 March, and 2026-13-01 as nothing.
  return new Date(`${value}T00:00:00Z`).getUTCDate() === Number(value.slice(8));
}

/** Whether a value is a clock written HH:MM. */
export function isClock(value: unknown): value is Clock {
  return typeof value === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}

/** The day of these numbers (month 1 to 12), or undefined where there is none: never 31.09. turned into 01.10. */
export function dayFrom(year: number, month: number, date: number): Day | undefined {
  const written = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  return isDay(written) ? written : undefined;
}

/** Days since 1970-01-01. */
function count(day: Day): number {
  if (!isDay(day)) throw new RangeError(`A day is written YYYY-MM-DD and exists; got "${day}".`);
  return Date.parse(`${day}T00:00:00Z`) / wholeDay;
}

function counted(days: number): Day {
  const written = new Date(days * wholeDay).toISOString().slice(0, 10);
  if (!isDay(written)) throw new RangeError(`Days are counted in the years 0 to 9999; got ${days} days after 1970-01-01.`);
  return written;
}

/** Zones change their clocks at full quarters of an hour, so that within one the offset is the same; asking for it anew is dear. */
const quarter = 15 * minute;
const mostOffsets = 20_000;
const offsets = new Map<string, Map<number, number>>();

/** Minutes by which the zone's clocks are ahead of UTC at an instant, in milliseconds since 1970. NaN for an invalid instant. */
function offsetIn(name: string, instant: number): number {
  const known = offsets.get(name);
  const at = Math.floor(instant / quarter);
  const found = known?.get(at);
  if (found !== undefined) return found;
  const zone = IANAZone.create(name);
  if (!zone.isValid) throw new RangeError(`A zone is named as in "Europe/Berlin"; got "${name}".`);
  const offset = zone.offset(at * quarter);
  offsets.set(name, known === undefined || known.size >= mostOffsets ? new Map([[at, offset]]) : known.set(at, offset));
  return offset;
}

/**
 * The instant of a local day and clock, always the same whatever today is and wherever the process runs.
 * A clock the zone skips in spring counts from before the gap (02:30 becomes 03:30), a clock that comes twice in autumn means
 * its first occurrence: Temporal's rule "compatible". Throws RangeError for a day, clock or zone that does not exist.
 */
export function at(day: Day, clock: Clock, zone: string = homeZone): Date {
  if (!isClock(clock)) throw new RangeError(`A clock is written HH:MM, 00:00 to 23:59; got "${clock}".`);
  const local = count(day) * wholeDay + (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * minute;
  const before = offsetIn(zone, local - wholeDay);
  const after = offsetIn(zone, local + wholeDay);
  const first = local - before * minute;
  if (before === after || offsetIn(zone, first) === before) return new Date(first);
  const second = local - after * minute;
  return new Date(offsetIn(zone, second) === after ? second : first);
}

function localIso(instant: Date, zone: string): string {
  const offset = offsetIn(zone, instant.getTime());
  if (Number.isNaN(offset)) throw new RangeError("An instant is a valid Date; got an invalid one.");
  return new Date(instant.getTime() + offset * minute).toISOString();
}

/** The local day of an instant. Throws RangeError for an invalid Date or zone. */
export const dayOf = (instant: Date, zone: string = homeZone): Day => localIso(instant, zone).slice(0, 10) as Day;

/** The local clock of an instant, to the minute begun. Throws RangeError for an invalid Date or zone. */
export const clockOf = (instant: Date, zone: string = homeZone): Clock => localIso(instant, zone).slice(11, 16) as Clock;

/** The day n days later (earlier where n is negative). Always add to the anchor, never to a result: no drift over clock changes. */
export const addDays = (day: Day, n: number): Day => counted(count(day) + n);

/** Days from a to b, negative where b is earlier. */
export const daysBetween = (a: Day, b: Day): number => count(b) - count(a);

/** 1 for Monday to 7 for Sunday. */
export const weekday = (day: Day): number => ((((count(day) + 3) % 7) + 7) % 7) + 1;

/** The calendar week (KW, ISO 8601): the week of a year's first Thursday is its week 1. */
export function isoWeek(day: Day): { readonly year: number; readonly week: number } {
  const thursday = addDays(day, 4 - weekday(day));
  const year = Number(thursday.slice(0, 4));
  return { year, week: 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01` as Day, thursday) / 7) };
}

/** When a deadline of that day ends: at 24:00 local time, the first instant of the next day, itself no longer in time. */
export const endOfDay = (day: Day, zone: string = homeZone): Date => at(addDays(day, 1), "00:00", zone);

const weekdays: Readonly<Record<Language, readonly string[]>> = {
  de: ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
};
const englishMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];

/** A day as people read it, always with weekday and year: „Mi, 07.10.2026“, “Wed, 7 Oct 2026”. */
export function showDay(day: Day, language: Language): string {
  const [year, month, date] = [day.slice(0, 4), day.slice(5, 7), day.slice(8)];
  const name = weekdays[language][weekday(day) - 1];
  return language === "de" ? `${name}, ${date}.${month}.${year}` : `${name}, ${Number(date)} ${englishMonths[Number(month) - 1]} ${year}`;
}

/** A clock as people read it: „14:00 Uhr“, “14:00”. */
export const showClock = (clock: Clock, language: Language): string => (language === "de" ? `${clock} Uhr` : clock);

/** A span as people read it: „14:00–17:30 Uhr“, “14:00–17:30”. */
export const showSpan = (from: Clock, until: Clock, language: Language): string => `${from}–${showClock(until, language)}`;
