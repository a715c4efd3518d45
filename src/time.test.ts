// Local days and clocks: the clock changes of spring and autumn, counting of days, and how people read them.
import fc from "fast-check";
import {
  addDays,
  at,
  type Clock,
  clockOf,
  type Day,
  dayFrom,
  dayOf,
  daysBetween,
  endOfDay,
  isClock,
  isDay,
  isoWeek,
  showClock,
  showDay,
  showSpan,
  weekday,
} from "./time.ts";

const halfHours = Array.from({ length: 48 }, (_, n) => `${String(Math.floor(n / 2)).padStart(2, "0")}:${n % 2 === 0 ? "00" : "30"}` as Clock);

/** Summer time begins and ends on the last Sunday of March and October at 01:00 UTC (Directive 2000/84/EC). */
const lastSunday = (year: number, month: 3 | 10): Day => {
  const last: Day = `${year}-${month === 3 ? "03" : "10"}-31` as Day;
  return addDays(last, -(weekday(last) % 7));
};

/** What "compatible" demands in Berlin, worked out from the directive alone. */
function expected(day: Day, clock: Clock): string {
  const year = Number(day.slice(0, 4));
  const asIfUtc = Date.parse(`${day}T${clock}:00Z`);
  const begins = Date.parse(`${lastSunday(year, 3)}T02:00:00Z`);
  const ends = Date.parse(`${lastSunday(year, 10)}T03:00:00Z`);
  // Skipped clocks count from before the gap (winter time), repeated ones mean their first occurrence (summer time).
  const summer = asIfUtc >= begins + 3_600_000 && asIfUtc < ends;
  return new Date(asIfUtc - (summer ? 2 : 1) * 3_600_000).toISOString();
}

describe("a local day and clock become one instant", () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  test.each(["2026-01-15T12:00:00Z", "2026-07-15T12:00:00Z", "2026-10-25T00:45:00Z"])(
    "every half hour around both clock changes of ten years, with today being %s",
    (now) => {
      jest.useFakeTimers({ now: new Date(now) });
      for (let year = 2022; year < 2032; year++) {
        for (const sunday of [lastSunday(year, 3), lastSunday(year, 10)]) {
          for (const day of [addDays(sunday, -1), sunday, addDays(sunday, 1)]) {
            for (const clock of halfHours) expect(`${day} ${clock} ${at(day, clock).toISOString()}`).toBe(`${day} ${clock} ${expected(day, clock)}`);
          }
        }
      }
    },
  );

  test("half past two does not exist on 29.03.2026 and becomes half past three", () => {
    expect(at("2026-03-29", "02:30").toISOString()).toBe("2026-03-29T01:30:00.000Z");
    expect(clockOf(at("2026-03-29", "02:30"))).toBe("03:30");
  });

  test("half past two comes twice on 25.10.2026 and means the first", () => {
    expect(at("2026-10-25", "02:30").toISOString()).toBe("2026-10-25T00:30:00.000Z");
  });

  test("other zones keep their own rules", () => {
    expect(at("2026-10-07", "14:00", "America/New_York").toISOString()).toBe("2026-10-07T18:00:00.000Z");
    expect(at("2026-10-07", "14:00", "UTC").toISOString()).toBe("2026-10-07T14:00:00.000Z");
    expect(at("2026-10-07", "14:00", "Asia/Kathmandu").toISOString()).toBe("2026-10-07T08:15:00.000Z");
  });

  test("any day and clock reads back as itself, except in the skipped hour", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4000 }),
        fc.constantFrom(...halfHours),
        fc.constantFrom("Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "UTC"),
        (n, clock, zone) => {
          const day = addDays("2022-01-01", n);
          const instant = at(day, clock, zone);
          expect(dayOf(instant, zone)).toBe(day);
          if (clock < "01:30" || clock > "03:00") expect(clockOf(instant, zone)).toBe(clock);
          expect(clockOf(instant, zone) >= clock).toBe(true);
        },
      ),
    );
  });

  test("what does not exist is a fault that says what was expected", () => {
    expect(() => at("2026-02-30", "10:00")).toThrow("exists");
    expect(() => at("2026-02-20", "24:00")).toThrow("HH:MM");
    expect(() => at("2026-02-20", "10:00", "Europe/Krefeld")).toThrow("Europe/Krefeld");
    expect(() => dayOf(new Date(Number.NaN))).toThrow("valid Date");
  });
});

describe("days", () => {
  test("a deadline ends at 24:00 local time of its day, in summer and in winter", () => {
    expect(endOfDay("2026-09-30").toISOString()).toBe("2026-09-30T22:00:00.000Z");
    expect(endOfDay("2026-12-31").toISOString()).toBe("2026-12-31T23:00:00.000Z");
    expect(dayOf(endOfDay("2026-10-25"))).toBe("2026-10-26");
  });

  test("only days that exist are days", () => {
    expect(["2026-10-07", "2028-02-29", "2026-02-29", "2026-09-31", "26-10-07", "2026-10-07T00:00", "", null].map(isDay)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(dayFrom(2026, 9, 31)).toBeUndefined();
    expect(dayFrom(2026, 9, 30)).toBe("2026-09-30");
    expect(["00:00", "23:59", "24:00", "7:00", 7].map(isClock)).toEqual([true, true, false, false, false]);
  });

  test("counting goes on over month, year and clock changes", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2026-10-07", -28)).toBe("2026-09-09");
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), fc.integer({ min: -4000, max: 4000 }), (a, b) => {
        const day = addDays("2026-10-07", a);
        expect(daysBetween(day, addDays(day, b))).toBe(b);
        expect((weekday(addDays(day, 1)) - weekday(day) + 7) % 7).toBe(1);
        expect(day < addDays(day, 1)).toBe(true);
      }),
    );
    expect(() => addDays("9999-12-31", 1)).toThrow("0 to 9999");
  });

  test("weekdays and calendar weeks", () => {
    expect(["2026-10-05", "2026-10-07", "2026-10-11"].map((day) => weekday(day as Day))).toEqual([1, 3, 7]);
    expect(isoWeek("2026-09-15")).toEqual({ year: 2026, week: 38 });
    expect(isoWeek("2027-01-03")).toEqual({ year: 2026, week: 53 });
    expect(isoWeek("2027-01-04")).toEqual({ year: 2027, week: 1 });
    expect(isoWeek("2025-12-29")).toEqual({ year: 2026, week: 1 });
  });
});

describe("as people read them", () => {
  test("a day always has its weekday and year", () => {
    expect(showDay("2026-10-07", "de")).toBe("Mi, 07.10.2026");
    expect(showDay("2026-10-07", "en")).toBe("Wed, 7 Oct 2026");
    expect(showDay("2026-09-30", "en")).toBe("Wed, 30 Sept 2026");
    expect(showDay("2027-08-01", "de")).toBe("So, 01.08.2027");
  });

  test("British English as the Unicode locale data has it", () => {
    const british = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
    for (let n = 0; n < 366; n++) {
      const day = addDays("2026-01-01", n);
      expect(showDay(day, "en")).toBe(british.format(new Date(`${day}T12:00:00Z`)));
    }
  });

  test("clocks and spans", () => {
    expect([showClock("14:00", "de"), showClock("14:00", "en")]).toEqual(["14:00 Uhr", "14:00"]);
    expect([showSpan("14:00", "17:30", "de"), showSpan("14:00", "17:30", "en")]).toEqual(["14:00–17:30 Uhr", "14:00–17:30"]);
  });
});
