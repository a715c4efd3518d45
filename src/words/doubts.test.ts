// What the bot asks back and what it refuses when people type a day.
import { nrw as calendar } from "../testing/nrw.ts";
import type { Day } from "../time.ts";
import { type DayQuestion, readDay } from "./dates.ts";

/** Tuesday, calendar week 38; the meeting is on Wednesday, 7 October. */
const today: Day = "2026-09-15";
const question: DayQuestion = { today, calendar, meetingDay: "2026-10-07", deadline: "2026-11-06" };
const read = (text: string, more: Partial<DayQuestion> = {}) => readDay(text, { ...question, ...more });

describe("what is asked back", () => {
  test("a date without a year is the next one to come, and the echo asks (D4)", () => {
    expect(read("30.09.")).toEqual({ day: "2026-09-30", certain: false, note: "yearGuessed" });
    expect(read("01.09.")).toEqual({ day: "2027-09-01", certain: false, note: "yearGuessed" });
  });

  test("a week or part of a month that has just gone by is not taken for next year's without asking", () => {
    expect(read("KW 37")).toEqual({ day: "2027-09-17", certain: false, note: "yearGuessed" });
    expect(read("KW 45")).toMatchObject({ certain: true });
    expect(read("Anfang September")).toMatchObject({ day: "2027-09-01", certain: false });
  });

  test("„acht Tage“ are a week to most people, eight days to some", () => {
    expect(read("in acht Tagen")).toEqual({ day: "2026-09-22", certain: false, alternative: "2026-09-23" });
    expect(read("in 8 Tagen")).toEqual({ day: "2026-09-23", certain: false, alternative: "2026-09-22" });
    expect(read("in eight days")).toEqual({ day: "2026-09-23", certain: true });
  });

  test("a part of the month or week that is over means the next one, a month alone its end", () => {
    for (const text of ["Monatsanfang", "Anfang der Woche", "Jahresanfang", "im Oktober", "im November", "nächsten Monat", "am 18."])
      expect(read(text)).toMatchObject({ certain: false });
    expect(read("Anfang dieser Woche")).toEqual({ error: "past", day: "2026-09-14" });
    expect(read("Ende 2025")).toEqual({ error: "past", day: "2025-12-31" });
    expect(read("Oktober 2025")).toEqual({ error: "past", day: "2025-10-31" });
  });

  test("„nächsten Mittwoch“ on a Tuesday may be tomorrow or in eight days", () => {
    expect(read("nächsten Mittwoch")).toEqual({ day: "2026-09-16", certain: false, alternative: "2026-09-23" });
    expect(read("next Wednesday")).toEqual({ day: "2026-09-23", certain: false, alternative: "2026-09-16" });
    expect(read("nächsten Montag")).toEqual({ day: "2026-09-21", certain: true });
  });

  test("the weekday of today may mean today", () => {
    expect(read("am Dienstag")).toEqual({ day: "2026-09-22", certain: false, alternative: "2026-09-15" });
  });

  test("a weekday that does not fit its date; one that fits settles the year", () => {
    expect(read("Di, 07.10.2026")).toEqual({ day: "2026-10-07", certain: false });
    expect(read("Di, 07.10.")).toMatchObject({ day: "2026-10-07", certain: false });
    expect(read("Mi, 07.10.")).toEqual({ day: "2026-10-07", certain: true, note: "yearGuessed" });
  });

  test("7/10/2026 is British first and American second", () => {
    expect(read("7/10/2026", { today: "2026-01-01" })).toEqual({ day: "2026-10-07", certain: false, alternative: "2026-07-10" });
    expect(read("7/10/2026")).toEqual({ day: "2026-10-07", certain: false });
    expect(read("30/9/2026")).toEqual({ day: "2026-09-30", certain: true });
  });

  test("holidays: the next ones, up to their own day; clear where they are near and named", () => {
    expect(read("vor den Herbstferien", { today: "2026-10-16" })).toEqual({ day: "2026-10-16", certain: true });
    expect(read("vor den Herbstferien", { today: "2026-10-17" })).toEqual({ day: "2027-10-22", certain: false });
    for (const text of ["vor den Ferien", "vor den Osterferien", "Beginn der Herbstferien"]) expect(read(text)).toMatchObject({ certain: false });
    expect(read("vor den Osterferien 2027")).toEqual({ day: "2027-03-19", certain: true });
  });

  test("the meeting's own day is clear even on a Saturday, days counted from it are not", () => {
    expect(read("bis zur Sitzung", { meetingDay: "2026-10-10" })).toMatchObject({ day: "2026-10-10", certain: true });
    expect(read("eine Woche nach der Sitzung", { meetingDay: "2026-10-10" })).toMatchObject({ day: "2026-10-17", certain: false });
    expect(read("eine Woche länger")).toEqual({ day: "2026-11-13", certain: true });
  });

  test("a month later is the same date, or the month's last day", () => {
    expect(read("in einem Monat", { today: "2026-12-31" })).toMatchObject({ day: "2027-01-31" });
    expect(read("in einem Monat", { today: "2027-01-31" })).toMatchObject({ day: "2027-02-28" });
  });

  test("before or after a day is the next working day beside it, asked back", () => {
    expect(read("vor dem 05.10.2026")).toEqual({ day: "2026-10-02", certain: false });
    expect(read("after 2 October 2026")).toEqual({ day: "2026-10-05", certain: false });
    expect(read("vor dem 31.9.")).toEqual({ error: "impossible" });
    expect(readDay("nach der Sitzung", { today, calendar })).toEqual({ error: "noMeeting" });
  });

  test("words of doubt", () => {
    for (const text of ["ungefähr Mitte Oktober", "um den 20.10.2026", "frühestens in zwei Wochen", "probably next week"]) {
      expect(read(text)).toMatchObject({ certain: false });
    }
  });

  test("„heute“ on a Saturday, or „Samstag“, is meant so; „in 14 Tagen“ on a Sunday is asked back", () => {
    expect(read("heute", { today: "2026-09-19" })).toEqual({ day: "2026-09-19", certain: true, note: "nextWorkingDay", alternative: "2026-09-21" });
    for (const text of ["am Samstag", "diesen Samstag", "Samstag dieser Woche"]) expect(read(text)).toMatchObject({ day: "2026-09-19", certain: true });
    expect(read("in 14 Tagen", { today: "2026-09-20" })).toEqual({ day: "2026-10-04", certain: false, note: "nextWorkingDay", alternative: "2026-10-05" });
  });

  test("„diesen Montag“ on a Tuesday is asked back, „kommenden Dienstag“ on a Tuesday is clear", () => {
    expect(read("diesen Montag")).toEqual({ day: "2026-09-21", certain: false });
    expect(read("diesen Freitag")).toEqual({ day: "2026-09-18", certain: true });
    expect(read("kommenden Dienstag")).toEqual({ day: "2026-09-22", certain: true });
    expect(read("übernächsten Freitag")).toEqual({ day: "2026-09-25", certain: false });
  });

  test("a whole date on a day off is meant so, and the next working day is offered", () => {
    expect(read("03.10.2026")).toEqual({ day: "2026-10-03", certain: true, note: "nextWorkingDay", alternative: "2026-10-05" });
  });
});

describe("what is no day", () => {
  test.each([
    "31.9.",
    "31.09.2026",
    "30.2.2027",
    "0.5.2027",
    "12.13.2026",
    "29.2.2027",
    "KW 54",
    "KW 0",
    "KW 53/2027",
    "31 September",
    "2026-02-30",
    "13/13/2026",
  ])("„%s“ does not exist and never becomes another day", (text) => {
    expect(read(text)).toEqual({ error: "impossible" });
  });

  test.each([
    "",
    " ",
    "So passt das",
    "Fr. Demir",
    "ver.di",
    "Guten Morgen",
    "irgendwann",
    "15.30 Uhr",
    "vor",
    "bis",
    "nach nach nach",
    "in 5000 Tagen",
    "x".repeat(5000),
  ])("„%s“ cannot be read", (text) => {
    expect(read(text)).toEqual({ error: "unreadable" });
  });

  test("a day gone by is refused with the day read, unless the past is allowed", () => {
    expect(read("09.09.2026")).toEqual({ error: "past", day: "2026-09-09" });
    expect(read("9.9.2026", { past: "allowed" })).toEqual({ day: "2026-09-09", certain: true, note: "inPast" });
    expect(read("bis zur Sitzung", { meetingDay: "2026-09-01" })).toEqual({ error: "past", day: "2026-09-01" });
  });

  test("holidays beyond the table are not guessed", () => {
    expect(read("vor den Herbstferien", { today: "2028-11-05" })).toEqual({ error: "calendarUnknown", until: "2028-11-04" });
    expect(read("nach den Sommerferien 2029")).toEqual({ error: "calendarUnknown", until: "2028-11-04" });
  });

  test("a day that hangs on a meeting or a deadline needs one", () => {
    expect(readDay("bis zur Sitzung", { today, calendar })).toEqual({ error: "noMeeting" });
    expect(readDay("eine Woche länger", { today, calendar })).toEqual({ error: "noDeadline" });
  });
});
