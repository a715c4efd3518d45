// The calendar of North Rhine-Westphalia as data for the core: public holidays by law, school holidays by ordinance.
import { getHolidays } from "feiertagejs";
import type { Calendar } from "../../src/calendar.ts";
import { type Day, isDay } from "../../src/time.ts";
import { fixedUntil, schoolHolidays } from "./school-holidays.ts";

const firstYear = 2022;
const lastYear = 2031;

function publicHolidays(): ReadonlyMap<Day, string> {
  const found = new Map<Day, string>();
  for (let year = firstYear; year <= lastYear; year++) {
    for (const holiday of getHolidays(year, "NW")) {
      const day = holiday.dateString;
      if (!isDay(day)) throw new Error(`feiertagejs gives days as YYYY-MM-DD; got "${day}" for ${holiday.name}.`);
      found.set(day, holiday.translate("de") ?? holiday.name);
    }
  }
  return found;
}

/** Public holidays of 2022 to 2031; school holidays, and with them `knownUntil`, as far as the ministry has fixed them. */
export const nrwCalendar = (): Calendar => ({ publicHolidays: publicHolidays(), schoolHolidays, knownUntil: fixedUntil });
