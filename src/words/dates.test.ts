// How the days people type are read, with the table of domain.md section 2 as the test.
import fc from "fast-check";
import { nrw as calendar } from "../testing/nrw.ts";
import { addDays, type Day, dayFrom, isoWeek, showDay } from "../time.ts";
import { type DayQuestion, readDay } from "./dates.ts";

/** Tuesday, calendar week 38; the meeting is on Wednesday, 7 October. */
const today: Day = "2026-09-15";
const question: DayQuestion = { today, calendar, meetingDay: "2026-10-07", deadline: "2026-11-06" };
const read = (text: string, more: Partial<DayQuestion> = {}) => readDay(text, { ...question, ...more });
const dayIn = (text: string, more: Partial<DayQuestion> = {}): string => {
  const found = read(text, more);
  return "error" in found ? found.error : found.day;
};

describe("the table of expressions", () => {
  test.each<[string, string]>([
    ["bis übermorgen", "2026-09-17"],
    ["in 14 Tagen", "2026-09-29"],
    ["in zwei Wochen", "2026-09-29"],
    ["am 30.9.", "2026-09-30"],
    ["bis 15.1.", "2027-01-15"],
    ["KW 38", "2026-09-18"],
    ["in der 45. KW", "2026-11-06"],
    ["Ende des Monats", "2026-09-30"],
    ["Ende Oktober", "2026-10-31"],
    ["Mitte Oktober", "2026-10-15"],
    ["Anfang November", "2026-11-01"],
    ["Ende der Woche", "2026-09-18"],
    ["Anfang nächster Woche", "2026-09-21"],
    ["nächste Woche", "2026-09-25"],
    ["nächste Woche Mittwoch", "2026-09-23"],
    ["Donnerstag nächster Woche", "2026-09-24"],
    ["heute in acht Tagen", "2026-09-22"],
    ["vor den Herbstferien", "2026-10-16"],
    ["nach den Herbstferien", "2026-11-02"],
    ["vor Weihnachten", "2026-12-23"],
    ["Jahresende", "2026-12-31"],
    ["nach Karneval", "2027-02-10"],
    ["bis zur Sitzung", "2026-10-07"],
    ["zwei Wochen nach der Sitzung", "2026-10-21"],
    ["eine Woche länger", "2026-11-13"],
  ])("„%s“ on 15.09.2026 is %s", (text, day) => {
    expect(dayIn(text)).toBe(day);
  });

  test.each<[string, string]>([
    ["vor der Sommerpause", "2026-07-17"],
    ["nach den Sommerferien", "2026-09-02"],
  ])("„%s“ on 30.06.2026 is %s", (text, day) => {
    expect(dayIn(text, { today: "2026-06-30" })).toBe(day);
  });

  test.each(["heute in acht Tagen", "nach Karneval", "vor Weihnachten"])("„%s“ is asked back", (text) => {
    expect(read(text)).toMatchObject({ certain: false });
  });

  test.each([
    "bis übermorgen",
    "in 14 Tagen",
    "KW 38",
    "in der 45. KW",
    "Mitte Oktober",
    "nächste Woche",
    "vor den Herbstferien",
    "bis zur Sitzung",
    "07.10.2026",
  ])("„%s“ needs no asking", (text) => {
    expect(read(text)).toMatchObject({ certain: true });
  });

  test("„Anfang November“ falls on All Saints' Sunday, so Monday is offered beside it", () => {
    expect(read("Anfang November")).toEqual({ day: "2026-11-01", certain: false, note: "nextWorkingDay", alternative: "2026-11-02" });
  });
});

describe("for any day at all", () => {
  const anyDay = fc.integer({ min: 0, max: 900 }).map((n) => addDays(today, n));

  test("what the bot writes reads back as the same day, for certain", () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom("de" as const, "en" as const), (day, language) => {
        expect(read(showDay(day, language))).toMatchObject({ day, certain: true });
      }),
    );
  });

  test("the same day written in other ways is the same day, with any umlaut spelling and spacing", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [year, month, date] = day.split("-");
        for (const text of [
          day,
          `${Number(date)}.${Number(month)}.${year}`,
          `bis zum ${date}.${month}.${year?.slice(2)}`,
          ` spaetestens  ${date}. ${month}. ${year} `,
        ]) {
          expect(dayIn(text)).toBe(day);
        }
      }),
    );
  });

  test("a date without a year is never past and never certain", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 12 }), (now, date, month) => {
        const found = read(`${date}.${month}.`, { today: now });
        if ("error" in found) return expect(dayFrom(Number(now.slice(0, 4)), month, date) && dayFrom(Number(now.slice(0, 4)) + 1, month, date)).toBeUndefined();
        expect(found.certain).toBe(false);
        expect(found.day >= now && found.day < addDays(now, 426)).toBe(true);
        return expect(found.day.slice(5)).toBe(`${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);
      }),
    );
  });

  test("a calendar week is its Friday in that very week", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, week } = isoWeek(day);
        const friday = read(`KW ${week}/${year}`, { past: "allowed" });
        expect("day" in friday && isoWeek(friday.day)).toEqual({ year, week });
      }),
    );
  });

  test("a number without its full stop is no ordinal", () => {
    expect(read("45 Friday Mai", { today: "2026-09-15" })).toEqual({ error: "unreadable" });
    expect(read("4. Freitag im Mai", { today: "2026-09-15" })).toMatchObject({ day: "2027-05-28" });
  });

  test("nothing typed makes it fall over, and whatever it reads is a day", () => {
    const piece = fc.constantFrom(
      "bis",
      "Ende",
      "nächste",
      "Woche",
      "KW",
      "45",
      "30.9.",
      "in",
      "acht",
      "Tagen",
      "vor",
      "den",
      "Ferien",
      "nach",
      "Sitzung",
      "Mai",
      "2026",
      "53",
      "0",
      ".",
      "next",
      "Friday",
      "week",
    );
    const typed = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 7 }).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(typed, anyDay, (text, now) => {
        const found = read(text, { today: now });
        if (!("error" in found)) expect(found.day >= now).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
