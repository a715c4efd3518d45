// The many ways people say a day, in German and in English, seen from Tuesday, 15 September 2026.
import { nrw as calendar } from "../testing/nrw.ts";
import type { Day } from "../time.ts";
import { type DayQuestion, readDay } from "./dates.ts";

/** Tuesday, calendar week 38; the meeting is on Wednesday, 7 October. */
const today: Day = "2026-09-15";
const question: DayQuestion = { today, calendar, meetingDay: "2026-10-07", deadline: "2026-11-06" };
const dayIn = (text: string): string => {
  const found = readDay(text, question);
  return "error" in found ? found.error : found.day;
};

describe("more ways to say a day in German", () => {
  test.each<[string, string]>([
    ["07.10.2026", "2026-10-07"],
    ["7.10.26", "2026-10-07"],
    ["7. 10. 2026", "2026-10-07"],
    ["2026-10-07", "2026-10-07"],
    ["7-10-2026", "2026-10-07"],
    ["30. September", "2026-09-30"],
    ["30 September 2026", "2026-09-30"],
    ["3. Okt.", "2026-10-03"],
    ["5. März", "2027-03-05"],
    ["5. maerz", "2027-03-05"],
    ["5. marz", "2027-03-05"],
    ["Mi, 07.10.2026", "2026-10-07"],
    ["Mittwoch, den 7. Oktober", "2026-10-07"],
    ["Fr., 18.09.", "2026-09-18"],
    ["Fr, 06.11.2026 (KW 45)", "2026-11-06"],
    ["bis zum 30.09.2026!", "2026-09-30"],
    ["spätestens am 30.9.", "2026-09-30"],
    ["am 18.", "2026-09-18"],
    ["bis zum 3.", "2026-10-03"],
    ["heute", "2026-09-15"],
    ["heute noch", "2026-09-15"],
    ["morgen", "2026-09-16"],
    ["morgen früh", "2026-09-16"],
    ["uebermorgen", "2026-09-17"],
    ["ubermorgen", "2026-09-17"],
    ["in vierzehn Tagen", "2026-09-29"],
    ["in einer Woche", "2026-09-22"],
    ["heute in einer Woche", "2026-09-22"],
    ["morgen in zwei Wochen", "2026-09-30"],
    ["innerhalb der nächsten zwei Wochen", "2026-09-29"],
    ["in einem Monat", "2026-10-15"],
    ["in 3 Monaten", "2026-12-15"],
    ["in acht Wochen", "2026-11-10"],
    ["Freitag", "2026-09-18"],
    ["bis Freitag", "2026-09-18"],
    ["Freitag früh", "2026-09-18"],
    ["kommenden Montag", "2026-09-21"],
    ["nächsten Montag", "2026-09-21"],
    ["Montag in einer Woche", "2026-09-28"],
    ["übernächste Woche Freitag", "2026-10-02"],
    ["Mittwoch dieser Woche", "2026-09-16"],
    ["Mitte nächster Woche", "2026-09-23"],
    ["KW45", "2026-11-06"],
    ["Kalenderwoche 2", "2027-01-15"],
    ["45. Kalenderwoche 2027", "2027-11-12"],
    ["KW 45/27", "2027-11-12"],
    ["Anfang KW 45", "2026-11-02"],
    ["Monatsende", "2026-09-30"],
    ["Mitte des Monats", "2026-09-15"],
    ["Ende nächsten Monats", "2026-10-31"],
    ["Ende Oktober 2027", "2027-10-31"],
    ["Ende Februar", "2027-02-28"],
    ["Ende Februar 2028", "2028-02-29"],
    ["Ende 2026", "2026-12-31"],
    ["Ende des Jahres", "2026-12-31"],
    ["letzter Freitag im September", "2026-09-25"],
    ["erster Montag im Oktober", "2026-10-05"],
    ["noch vor den Herbstferien", "2026-10-16"],
    ["erst nach den Weihnachtsferien", "2027-01-07"],
    ["bis Ende der Herbstferien", "2026-10-31"],
    ["vor den Osterferien 2028", "2028-04-07"],
    ["vor den Ferien", "2026-10-16"],
    ["nach Ostern", "2027-03-30"],
    ["vor Ostern", "2027-03-25"],
    ["vor der Sitzung", "2026-10-06"],
    ["am Tag vor der Sitzung", "2026-10-06"],
    ["eine Woche vor der Sitzung", "2026-09-30"],
    ["nach der Sitzung", "2026-10-08"],
    ["noch 14 Tage", "2026-11-20"],
    ["vor dem 5.10.", "2026-10-02"],
  ])("„%s“ is %s", (text, day) => {
    expect(dayIn(text)).toBe(day);
  });
});

describe("ways to say a day in English", () => {
  test.each<[string, string]>([
    ["tomorrow", "2026-09-16"],
    ["the day after tomorrow", "2026-09-17"],
    ["by 30 September", "2026-09-30"],
    ["30th of September 2026", "2026-09-30"],
    ["October 7, 2026", "2026-10-07"],
    ["Wed, 7 Oct 2026", "2026-10-07"],
    ["Wed, 30 Sept 2026", "2026-09-30"],
    ["on the 18th", "2026-09-18"],
    ["in two weeks", "2026-09-29"],
    ["in two weeks’ time", "2026-09-29"],
    ["in a fortnight", "2026-09-29"],
    ["a fortnight from today", "2026-09-29"],
    ["a week on Monday", "2026-09-28"],
    ["Monday week", "2026-09-28"],
    ["Friday", "2026-09-18"],
    ["next Monday", "2026-09-21"],
    ["next Wednesday", "2026-09-23"],
    ["Wednesday next week", "2026-09-23"],
    ["next week", "2026-09-25"],
    ["early next week", "2026-09-21"],
    ["end of the week", "2026-09-18"],
    ["CW 45", "2026-11-06"],
    ["calendar week 45", "2026-11-06"],
    ["week 45 of 2027", "2027-11-12"],
    ["end of October", "2026-10-31"],
    ["by the end of the month", "2026-09-30"],
    ["mid-October", "2026-10-15"],
    ["beginning of November", "2026-11-01"],
    ["end of the year", "2026-12-31"],
    ["last Friday in September", "2026-09-25"],
    ["before the autumn holidays", "2026-10-16"],
    ["after the summer holidays", "2027-09-01"],
    ["before Christmas", "2026-12-23"],
    ["by the meeting", "2026-10-07"],
    ["two weeks after the meeting", "2026-10-21"],
    ["another week", "2026-11-13"],
    ["two more weeks", "2026-11-20"],
  ])("“%s” is %s", (text, day) => {
    expect(dayIn(text)).toBe(day);
  });
});
