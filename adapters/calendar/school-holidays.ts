// The school holidays of North Rhine-Westphalia, first to last day, as the ministry has fixed them.
import type { SchoolHoliday, SchoolHolidayKind } from "../../src/calendar.ts";
import type { Day } from "../../src/time.ts";

/**
 * Source: Schulministerium NRW, Ferienordnung für Nordrhein-Westfalen, Schuljahre 2021/22 bis 2029/30 (Runderlass of 19.05.2022 and
 * its forerunner). The three or four movable days of each school are not in it. Read in November 2026; the next ordinance prolongs it.
 */
const ordinance: readonly (readonly [SchoolHolidayKind, Day, Day])[] = [
  ["christmas", "2021-12-24", "2022-01-08"],
  ["easter", "2022-04-11", "2022-04-23"],
  ["summer", "2022-06-27", "2022-08-09"],
  ["autumn", "2022-10-04", "2022-10-15"],
  ["christmas", "2022-12-23", "2023-01-06"],
  ["easter", "2023-04-03", "2023-04-15"],
  ["whitsun", "2023-05-30", "2023-05-30"],
  ["summer", "2023-06-22", "2023-08-04"],
  ["autumn", "2023-10-02", "2023-10-14"],
  ["christmas", "2023-12-21", "2024-01-05"],
  ["easter", "2024-03-25", "2024-04-06"],
  ["whitsun", "2024-05-21", "2024-05-21"],
  ["summer", "2024-07-08", "2024-08-20"],
  ["autumn", "2024-10-14", "2024-10-26"],
  ["christmas", "2024-12-23", "2025-01-06"],
  ["easter", "2025-04-14", "2025-04-26"],
  ["whitsun", "2025-06-10", "2025-06-10"],
  ["summer", "2025-07-14", "2025-08-26"],
  ["autumn", "2025-10-13", "2025-10-25"],
  ["christmas", "2025-12-22", "2026-01-06"],
  ["easter", "2026-03-30", "2026-04-11"],
  ["whitsun", "2026-05-26", "2026-05-26"],
  ["summer", "2026-07-20", "2026-09-01"],
  ["autumn", "2026-10-17", "2026-10-31"],
  ["christmas", "2026-12-23", "2027-01-06"],
  ["easter", "2027-03-22", "2027-04-03"],
  ["whitsun", "2027-05-18", "2027-05-18"],
  ["summer", "2027-07-19", "2027-08-31"],
  ["autumn", "2027-10-23", "2027-11-06"],
  ["christmas", "2027-12-24", "2028-01-08"],
  ["easter", "2028-04-10", "2028-04-22"],
  ["summer", "2028-07-10", "2028-08-22"],
  ["autumn", "2028-10-23", "2028-11-04"],
  ["christmas", "2028-12-21", "2029-01-05"],
  ["easter", "2029-03-26", "2029-04-07"],
  ["whitsun", "2029-05-22", "2029-05-22"],
  ["summer", "2029-07-02", "2029-08-14"],
  ["autumn", "2029-10-15", "2029-10-27"],
  ["christmas", "2029-12-20", "2030-01-04"],
  ["easter", "2030-04-15", "2030-04-27"],
  ["summer", "2030-06-24", "2030-08-06"],
];

const names: Readonly<Record<SchoolHolidayKind, string>> = {
  summer: "Sommerferien",
  autumn: "Herbstferien",
  christmas: "Weihnachtsferien",
  easter: "Osterferien",
  whitsun: "Pfingstferien",
};

export const schoolHolidays: readonly SchoolHoliday[] = ordinance.map(([kind, from, to]) => ({ name: names[kind], kind, from, to }));

/** The last day the ordinance covers: the end of the last summer holidays in it. What comes after is not fixed yet. */
export const fixedUntil: Day = "2030-08-06";
