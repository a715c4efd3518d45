// Hints about a meeting's day and the three days the rule of the series offers.
import fc from "fast-check";
import { isWorkingDay, schoolHolidayOn } from "../calendar.ts";
import { nrw as calendar } from "../testing/nrw.ts";
import { addDays, type Day, daysBetween, isoWeek, weekday } from "../time.ts";
import { type Considered, dayHints, suggestDays } from "./dates.ts";

const considered = (day: Day, more: Partial<Considered> = {}): Considered => ({
  day,
  kind: "regular",
  today: "2026-09-01",
  calendar,
  firstOfYear: false,
  ...more,
});

describe("hints", () => {
  test("an ordinary day four weeks ahead has none", () => {
    expect(dayHints(considered("2026-10-07"))).toEqual([]);
    expect(dayHints(considered("2026-10-07", { today: "2026-09-09" }))).toEqual([]);
  });

  test("a workshop after the decided deadline (D3)", () => {
    const workshop = { kind: "workshop", today: "2022-08-10", decidedDeadline: "2022-09-30", firstOfYear: true } as const;
    expect(dayHints(considered("2022-10-05", workshop))).toEqual([{ hint: "afterDecidedDeadline", deadline: "2022-09-30" }]);
    expect(dayHints(considered("2022-09-16", workshop))).toEqual([]);
    expect(dayHints(considered("2022-09-30", workshop))).toEqual([]);
  });

  test("a day in the autumn holidays at short notice, as on the card with hints", () => {
    expect(dayHints(considered("2026-10-21", { today: "2026-10-12" }))).toEqual([
      { hint: "schoolHoliday", name: "Herbstferien", season: "autumn", from: "2026-10-17", to: "2026-10-31" },
      { hint: "shortNotice", days: 9, usual: 28 },
    ]);
  });

  test("All Saints' Day on a Sunday", () => {
    expect(dayHints(considered("2026-11-01"))).toEqual([
      { hint: "publicHoliday", name: "Allerheiligen" },
      { hint: "weekend", weekday: 7 },
    ]);
  });

  test("a Saturday", () => {
    expect(dayHints(considered("2026-10-10"))).toEqual([{ hint: "weekend", weekday: 6 }]);
  });

  test("today is short notice, a day gone by is not", () => {
    expect(dayHints(considered("2026-10-07", { today: "2026-10-07" }))).toEqual([{ hint: "shortNotice", days: 0, usual: 28 }]);
    expect(dayHints(considered("2026-10-07", { today: "2026-10-08" }))).toEqual([]);
  });

  test("the first meeting of a year is expected before the summer break, up to its last working day", () => {
    const first = { today: "2027-01-04", firstOfYear: true } as const;
    expect(dayHints(considered("2027-09-15", first))).toEqual([{ hint: "notBeforeSummerBreak", until: "2027-07-16" }]);
    expect(dayHints(considered("2027-07-16", first))).toEqual([]);
    expect(dayHints(considered("2027-07-19", first)).map((it) => it.hint)).toEqual(["schoolHoliday", "notBeforeSummerBreak"]);
    expect(dayHints(considered("2027-09-15", { ...first, firstOfYear: false }))).toEqual([]);
    expect(dayHints(considered("2027-09-15", { ...first, kind: "workshop" }))).toEqual([]);
  });

  test("beyond the tables it says how far they reach", () => {
    expect(dayHints(considered("2029-05-16"))).toEqual([{ hint: "calendarUnknown", until: "2028-11-04" }]);
    expect(dayHints(considered("2028-11-04")).map((it) => it.hint)).toEqual(["schoolHoliday", "weekend"]);
  });

  test("the usual notice may be another one", () => {
    expect(dayHints(considered("2026-09-15", { usualNotice: 14 }))).toEqual([]);
    expect(dayHints(considered("2026-09-14", { usualNotice: 14 }))).toEqual([{ hint: "shortNotice", days: 13, usual: 14 }]);
  });
});

describe("three days for the next meeting", () => {
  const usual = [2, 3, 4];

  test("the first of 2027 before the summer break, until 16.07.2027 (D21)", () => {
    expect(suggestDays({ year: 2027, slot: 1, today: "2026-11-22", calendar, usual })).toEqual({
      days: ["2027-06-08", "2027-06-16", "2027-06-24"],
      from: "2027-01-04",
      until: "2027-07-16",
    });
  });

  test("the second of 2026 after the summer break and before the autumn holidays", () => {
    expect(suggestDays({ year: 2026, slot: 2, today: "2026-06-30", calendar, usual })).toEqual({
      days: ["2026-09-29", "2026-10-07", "2026-10-15"],
      from: "2026-09-02",
      until: "2026-12-22",
    });
  });

  test("later in the year the days move on, at least 28 days ahead", () => {
    const late = suggestDays({ year: 2026, slot: 2, today: "2026-10-01", calendar, usual });
    expect(late).toMatchObject({ days: ["2026-11-03", "2026-11-11", "2026-11-19"] });
    expect(suggestDays({ year: 2027, slot: 2, today: "2027-09-20", calendar, usual })).toMatchObject({ days: ["2027-10-19", "2027-11-10", "2027-11-18"] });
    expect(suggestDays({ year: 2027, slot: 2, today: "2027-09-21", calendar, usual: [2] })).toMatchObject({ days: ["2027-10-19", "2027-11-09", "2027-11-16"] });
  });

  test("when few weeks are left, other weekdays and several days of a week are taken", () => {
    expect(suggestDays({ year: 2027, slot: 1, today: "2027-06-14", calendar, usual: [3] })).toMatchObject({ days: ["2027-07-13", "2027-07-14", "2027-07-15"] });
    expect(suggestDays({ year: 2027, slot: 1, today: "2027-06-16", calendar, usual: [3] })).toMatchObject({ days: ["2027-07-14", "2027-07-15", "2027-07-16"] });
  });

  test("too late for the rule, or beyond the tables, is said and not guessed", () => {
    expect(suggestDays({ year: 2027, slot: 1, today: "2027-06-17", calendar, usual })).toEqual({ error: "tooLate", until: "2027-07-16" });
    expect(suggestDays({ year: 2028, slot: 2, today: "2028-06-01", calendar, usual })).toEqual({ error: "calendarUnknown", until: "2028-11-04" });
    expect(suggestDays({ year: 2029, slot: 1, today: "2028-11-01", calendar, usual })).toEqual({ error: "calendarUnknown", until: "2028-11-04" });
  });

  test("whatever today is, the days keep the rule", () => {
    const anyWish = fc.record({
      year: fc.constantFrom(2026, 2027),
      slot: fc.constantFrom(1 as const, 2 as const),
      today: fc.integer({ min: 0, max: 700 }).map((n) => addDays("2025-12-01", n)),
      usual: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 5 }),
    });
    fc.assert(
      fc.property(anyWish, (wish) => {
        const offer = suggestDays({ ...wish, calendar });
        if ("error" in offer) return expect(daysBetween(wish.today, offer.until)).toBeLessThan(28 + 7);
        const { days, from, until } = offer;
        expect([...days].sort()).toEqual(days);
        expect(new Set(days).size).toBe(3);
        for (const day of days) {
          expect(day >= from && day <= until && daysBetween(wish.today, day) >= 28).toBe(true);
          expect(isWorkingDay(day, calendar) && schoolHolidayOn(day, calendar) === undefined).toBe(true);
        }
        if (daysBetween(wish.today, until) > 28 + 42 && wish.usual.length > 0) {
          expect(new Set(days.map((day) => isoWeek(day).week)).size).toBe(3);
          expect(days.filter((day) => !wish.usual.includes(weekday(day)))).toEqual([]);
        }
        return undefined;
      }),
      { numRuns: 500 },
    );
  });
});
