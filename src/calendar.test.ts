// Working days, quiet hours and where a notice waits, with the dates of domain.md.
import fc from "fast-check";
import {
  carnivalMonday,
  defer,
  easterSunday,
  firstOpenDayFrom,
  holidayName,
  isDayOff,
  isOpenHour,
  isWorkingDay,
  lastOpenDayBefore,
  mayGoOut,
  nextOpen,
  type Planned,
  schoolHolidayOn,
  summerBreak,
  usualHourOn,
} from "./calendar.ts";
import { nrw } from "./testing/nrw.ts";
import { addDays, at, type Clock, clockOf, type Day, dayOf, weekday } from "./time.ts";

const shown = (instant: Date): string => `${dayOf(instant)} ${clockOf(instant)}`;
const planned = (day: Day, about: Day | null, warns: boolean, clock: Clock = "09:00"): Planned => ({ at: at(day, clock), about, warns });
const anyInstant = fc.integer({ min: 0, max: 3 * 365 * 24 * 4 - 1 }).map((quarters) => new Date(Date.parse("2026-01-01T00:07:00Z") + quarters * 900_000));

describe("days", () => {
  test("public holidays have their names", () => {
    expect(holidayName("2026-11-01", nrw)).toBe("Allerheiligen");
    expect(holidayName("2026-11-02", nrw)).toBeUndefined();
  });

  test("school holidays include their first and last day", () => {
    expect(["2026-10-16", "2026-10-17", "2026-10-31", "2026-11-01"].map((day) => schoolHolidayOn(day as Day, nrw)?.name)).toEqual([
      undefined,
      "Herbstferien",
      "Herbstferien",
      undefined,
    ]);
    expect(summerBreak(2027, nrw)).toMatchObject({ from: "2027-07-19", to: "2027-08-31" });
    expect(summerBreak(2031, nrw)).toBeUndefined();
  });

  test("Easter and carnival Monday", () => {
    expect([2022, 2026, 2027, 2028, 2038].map(easterSunday)).toEqual(["2022-04-17", "2026-04-05", "2027-03-28", "2028-04-16", "2038-04-25"]);
    expect([carnivalMonday(2026), carnivalMonday(2027)]).toEqual(["2026-02-16", "2027-02-08"]);
  });

  test("Easter in the years where simple rules go wrong, and always a Sunday from 22 March to 25 April", () => {
    const known: Day[] = [
      "1818-03-22",
      "1886-04-25",
      "1943-04-25",
      "1954-04-18",
      "1981-04-19",
      "2000-04-23",
      "2008-03-23",
      "2049-04-18",
      "2076-04-19",
      "2285-03-22",
    ];
    expect(known.map((day) => easterSunday(Number(day.slice(0, 4))))).toEqual(known);
    for (let year = 1900; year < 2300; year++) {
      const easter = easterSunday(year);
      expect(weekday(easter) === 7 && easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
    }
  });

  test("closed are weekends, public holidays, 24.12., 31.12. and carnival Monday; bridge days and school holidays are not", () => {
    const closed: Day[] = ["2026-10-10", "2026-10-11", "2026-05-14", "2026-12-24", "2026-12-31", "2026-02-16"];
    expect(closed.filter((day) => isWorkingDay(day, nrw))).toEqual([]);
    expect((["2026-05-15", "2026-07-20", "2026-12-23", "2027-01-04", "2026-02-17"] as Day[]).filter((day) => !isWorkingDay(day, nrw))).toEqual([]);
  });

  test("a day off by § 193 BGB is a weekend or public holiday, not Christmas Eve", () => {
    expect((["2026-12-24", "2026-12-25", "2026-12-27"] as Day[]).map((day) => isDayOff(day, nrw))).toEqual([false, true, true]);
  });

  test("the nearest working days over Christmas", () => {
    expect(lastOpenDayBefore("2026-12-28", nrw)).toBe("2026-12-23");
    expect(firstOpenDayFrom("2026-12-24", nrw)).toBe("2026-12-28");
    expect(firstOpenDayFrom("2026-12-31", nrw)).toBe("2027-01-04");
  });
});

describe("quiet hours", () => {
  test("messages go out Monday to Friday from 08:00 until before 18:00, in summer and in winter", () => {
    const hours: Clock[] = ["07:59", "08:00", "17:59", "18:00"];
    for (const day of ["2026-10-07", "2026-12-09"] as Day[]) expect(hours.map((clock) => isOpenHour(at(day, clock), nrw))).toEqual([false, true, true, false]);
    expect(isOpenHour(at("2026-10-10", "12:00"), nrw)).toBe(false);
  });

  test.each<[string, Day, Clock, string]>([
    ["in the night until the morning", "2026-10-07", "03:00", "2026-10-07 08:00"],
    ["in the evening until the next morning", "2026-10-07", "18:00", "2026-10-08 08:00"],
    ["on Friday evening until Monday", "2026-10-09", "20:00", "2026-10-12 08:00"],
    ["on Maundy Thursday evening until after Easter", "2026-04-02", "19:00", "2026-04-07 08:00"],
    ["on Christmas Eve until the Monday after", "2026-12-24", "10:00", "2026-12-28 08:00"],
    ["on the Friday before carnival until Tuesday", "2026-02-13", "18:30", "2026-02-17 08:00"],
    ["in an open hour not at all", "2026-10-07", "10:23", "2026-10-07 10:23"],
  ])("a message waits %s", (_, day, clock, goes) => {
    expect(shown(nextOpen(at(day, clock), nrw))).toBe(goes);
  });

  test("the next open hour is open, never earlier, and nothing open lies between", () => {
    fc.assert(
      fc.property(anyInstant, fc.double({ min: 0, max: 1, noNaN: true }), (instant, share) => {
        const open = nextOpen(instant, nrw);
        expect(isOpenHour(open, nrw)).toBe(true);
        expect(nextOpen(open, nrw)).toEqual(open);
        const between = new Date(instant.getTime() + Math.floor((open.getTime() - instant.getTime() - 1) * share));
        if (open > instant) expect(isOpenHour(between, nrw)).toBe(false);
        else expect(open).toEqual(instant);
      }),
    );
  });

  test("half a minute past eight is open already", () => {
    const instant = new Date("2026-10-07T06:00:30Z");
    expect(nextOpen(instant, nrw)).toEqual(instant);
  });

  test("the usual hour is 09:00 local time", () => {
    expect(usualHourOn("2026-10-07").toISOString()).toBe("2026-10-07T07:00:00.000Z");
    expect(usualHourOn("2026-12-09").toISOString()).toBe("2026-12-09T08:00:00.000Z");
  });
});

describe("a notice is deferred, never dropped", () => {
  test.each<[string, Planned, string]>([
    ["on a working day as planned", planned("2026-10-06", "2026-10-07", true), "2026-10-06 09:00"],
    ["warning of a Monday: on the Friday before", planned("2026-10-11", "2026-10-12", true), "2026-10-09 09:00"],
    ["warning of the day after Easter: on Maundy Thursday", planned("2026-04-06", "2026-04-07", true), "2026-04-02 09:00"],
    ["of another kind on a Sunday: on Monday morning", planned("2026-10-11", "2026-10-09", false), "2026-10-12 08:00"],
    ["a warning planned for the evening: that morning", planned("2026-10-06", "2026-10-07", true, "19:00"), "2026-10-06 09:00"],
    ["a warning planned for the night: the morning before", planned("2026-10-06", "2026-10-07", true, "05:00"), "2026-10-05 09:00"],
    ["in the summer break about a day in it: as planned", planned("2026-08-05", "2026-08-19", true), "2026-08-05 09:00"],
    ["in the summer break about its first day", planned("2026-07-20", "2026-07-20", true), "2026-07-20 09:00"],
    ["in the summer break about its last day", planned("2026-08-05", "2026-09-01", true), "2026-08-05 09:00"],
    ["in the summer break about no day: after it", planned("2026-08-05", null, false), "2026-09-02 08:00"],
    ["in the summer break about a day before it: after it", planned("2026-07-24", "2026-07-17", false), "2026-09-02 08:00"],
    ["in the summer break warning of a later day: right after it", planned("2026-08-28", "2026-09-11", true), "2026-09-02 08:00"],
    ["in the summer break warning of the first day after it: before it", planned("2026-08-30", "2026-09-02", true), "2026-07-17 09:00"],
    ["on a weekend in the summer break about a day in it: the Friday before", planned("2026-08-08", "2026-08-11", true), "2026-08-07 09:00"],
  ])("%s", (_, notice, goes) => {
    expect(shown(defer(notice, nrw))).toBe(goes);
  });

  test("whatever is planned goes out in an open hour, a warning before its day, anything else not before its time", () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: -40, max: 40 }), fc.boolean(), fc.boolean(), (instant, days, warns, dated) => {
        const about = dated || warns ? addDays(dayOf(instant), warns ? Math.abs(days) : days) : null;
        const goes = defer({ at: instant, about, warns }, nrw);
        expect(mayGoOut(goes, about, nrw)).toBe(true);
        if (!warns) expect(goes >= instant).toBe(true);
        else if (goes > instant) expect(about !== null && dayOf(goes) < about).toBe(true);
        expect(defer({ at: goes, about, warns }, nrw)).toEqual(goes);
        expect(weekday(dayOf(goes)) < 6).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("a calendar without any working day is a fault, not an endless search", () => {
    const days = Array.from({ length: 1000 }, (_, n) => [addDays("2026-01-01", n), "zu"] as const);
    expect(() => nextOpen(at("2026-01-01", "12:00"), { ...nrw, publicHolidays: new Map(days) })).toThrow("working day");
  });
});
