// The calendar of North Rhine-Westphalia equals the lists in domain.md, and says where its tables end.
import { isWorkingDay, type SchoolHoliday, summerBreak } from "../../src/calendar.ts";
import { nrw } from "../../src/testing/nrw.ts";
import { addDays, type Day, isDay, weekday } from "../../src/time.ts";
import { nrwCalendar } from "./index.ts";

const calendar = nrwCalendar();
const inYear = (year: number): readonly Day[] => [...calendar.publicHolidays.keys()].filter((day) => day.startsWith(`${year}-`)).sort();
const breaks = (from: Day, until: Day): readonly (readonly [Day, Day])[] =>
  calendar.schoolHolidays.filter((holiday) => holiday.from >= from && holiday.from <= until).map((holiday) => [holiday.from, holiday.to]);

test("the public holidays of 2026", () => {
  const days = ["01-01", "04-03", "04-06", "05-01", "05-14", "05-25", "06-04", "10-03", "11-01", "12-25", "12-26"];
  expect(inYear(2026)).toEqual(days.map((day) => `2026-${day}`));
});

test("the public holidays of 2027", () => {
  const days = ["01-01", "03-26", "03-29", "05-01", "05-06", "05-17", "05-27", "10-03", "11-01", "12-25", "12-26"];
  expect(inYear(2027)).toEqual(days.map((day) => `2027-${day}`));
});

test("eleven public holidays a year from 2022 to 2031, with German names", () => {
  for (let year = 2022; year <= 2031; year++) expect(inYear(year)).toHaveLength(11);
  expect(calendar.publicHolidays.get("2026-11-01")).toBe("Allerheiligen");
  expect(calendar.publicHolidays.get("2026-06-04")).toBe("Fronleichnam");
});

test("the school holidays of 2026", () => {
  expect(breaks("2026-01-01", "2026-12-31")).toEqual([
    ["2026-03-30", "2026-04-11"],
    ["2026-05-26", "2026-05-26"],
    ["2026-07-20", "2026-09-01"],
    ["2026-10-17", "2026-10-31"],
    ["2026-12-23", "2027-01-06"],
  ]);
});

test("the school holidays of 2027", () => {
  expect(breaks("2027-01-01", "2027-12-31")).toEqual([
    ["2027-03-22", "2027-04-03"],
    ["2027-05-18", "2027-05-18"],
    ["2027-07-19", "2027-08-31"],
    ["2027-10-23", "2027-11-06"],
    ["2027-12-24", "2028-01-08"],
  ]);
});

test("the summer breaks of 2022 and 2028 to 2030", () => {
  const summer = (year: number) => summerBreak(year, calendar);
  expect(summer(2022)).toMatchObject({ from: "2022-06-27", to: "2022-08-09" });
  expect(summer(2028)).toMatchObject({ from: "2028-07-10", to: "2028-08-22" });
  expect(summer(2029)).toMatchObject({ from: "2029-07-02", to: "2029-08-14" });
  expect(summer(2030)).toMatchObject({ from: "2030-06-24", to: "2030-08-06" });
});

test("the tables end with the last ordinance, and beyond there is nothing", () => {
  expect(calendar.knownUntil).toBe("2030-08-06");
  expect(summerBreak(2031, calendar)).toBeUndefined();
  expect(calendar.schoolHolidays.filter((holiday) => holiday.to > calendar.knownUntil)).toEqual([]);
});

test("every school holiday exists, in order, without overlap, and has a plausible length for its kind", () => {
  const longest: Readonly<Record<SchoolHoliday["kind"], readonly [number, number]>> = {
    summer: [43, 45],
    autumn: [11, 16],
    christmas: [14, 16],
    easter: [12, 13],
    whitsun: [1, 1],
  };
  let last: Day = "2021-01-01";
  for (const { kind, from, to } of calendar.schoolHolidays) {
    expect(isDay(from) && isDay(to) && last < from && from <= to).toBe(true);
    let days = 1;
    for (let day = from; day < to; day = addDays(day, 1)) days++;
    expect(days).toBeGreaterThanOrEqual(longest[kind][0]);
    expect(days).toBeLessThanOrEqual(longest[kind][1]);
    expect(weekday(from)).toBeLessThanOrEqual(6);
    last = to;
  }
});

test("every school year has its autumn, Christmas, Easter and summer holidays", () => {
  for (let year = 2022; year <= 2029; year++) {
    const kinds = calendar.schoolHolidays.filter((holiday) => holiday.from.startsWith(`${year}-`) && holiday.kind !== "whitsun").map((holiday) => holiday.kind);
    expect(kinds).toEqual(["easter", "summer", "autumn", "christmas"]);
  }
});

test("the calendar the core is tested with says the same about every day of 2026 and 2027", () => {
  for (let day: Day = "2026-01-01"; day <= "2027-12-31"; day = addDays(day, 1)) {
    expect([day, isWorkingDay(day, nrw), nrw.publicHolidays.get(day)]).toEqual([day, isWorkingDay(day, calendar), calendar.publicHolidays.get(day)]);
  }
});
