// The holidays of North Rhine-Westphalia as domain.md lists them, so that the core's tests need no adapter.
import { type Calendar, easterSunday, type SchoolHoliday } from "../calendar.ts";
import { addDays, type Day } from "../time.ts";

const years = [2022, 2026, 2027, 2028];

function publicHolidays(year: number): readonly (readonly [Day, string])[] {
  const easter = easterSunday(year);
  return [
    [`${year}-01-01` as Day, "Neujahrstag"],
    [addDays(easter, -2), "Karfreitag"],
    [addDays(easter, 1), "Ostermontag"],
    [`${year}-05-01` as Day, "Tag der Arbeit"],
    [addDays(easter, 39), "Christi Himmelfahrt"],
    [addDays(easter, 50), "Pfingstmontag"],
    [addDays(easter, 60), "Fronleichnam"],
    [`${year}-10-03` as Day, "Tag der Deutschen Einheit"],
    [`${year}-11-01` as Day, "Allerheiligen"],
    [`${year}-12-25` as Day, "1. Weihnachtstag"],
    [`${year}-12-26` as Day, "2. Weihnachtstag"],
  ];
}

const schoolHolidays: readonly SchoolHoliday[] = [
  { name: "Sommerferien", kind: "summer", from: "2022-06-27", to: "2022-08-09" },
  { name: "Osterferien", kind: "easter", from: "2026-03-30", to: "2026-04-11" },
  { name: "Pfingstferien", kind: "whitsun", from: "2026-05-26", to: "2026-05-26" },
  { name: "Sommerferien", kind: "summer", from: "2026-07-20", to: "2026-09-01" },
  { name: "Herbstferien", kind: "autumn", from: "2026-10-17", to: "2026-10-31" },
  { name: "Weihnachtsferien", kind: "christmas", from: "2026-12-23", to: "2027-01-06" },
  { name: "Osterferien", kind: "easter", from: "2027-03-22", to: "2027-04-03" },
  { name: "Pfingstferien", kind: "whitsun", from: "2027-05-18", to: "2027-05-18" },
  { name: "Sommerferien", kind: "summer", from: "2027-07-19", to: "2027-08-31" },
  { name: "Herbstferien", kind: "autumn", from: "2027-10-23", to: "2027-11-06" },
  { name: "Weihnachtsferien", kind: "christmas", from: "2027-12-24", to: "2028-01-08" },
  { name: "Osterferien", kind: "easter", from: "2028-04-10", to: "2028-04-22" },
  { name: "Sommerferien", kind: "summer", from: "2028-07-10", to: "2028-08-22" },
  { name: "Herbstferien", kind: "autumn", from: "2028-10-23", to: "2028-11-04" },
];

export const nrw: Calendar = { publicHolidays: new Map(years.flatMap(publicHolidays)), schoolHolidays, knownUntil: "2028-11-04" };
