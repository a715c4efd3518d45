// How the clocks and spans people type are read.
import fc from "fast-check";
import { type Clock, showClock, showSpan } from "../time.ts";
import { readClock, readSpan } from "./clocks.ts";

describe("clocks", () => {
  test.each<[string, Clock]>([
    ["15", "15:00"],
    ["15 Uhr", "15:00"],
    ["um 15 Uhr", "15:00"],
    ["15:30", "15:30"],
    ["15.30", "15:30"],
    ["15.30 Uhr", "15:30"],
    ["15 Uhr 30", "15:30"],
    ["14h", "14:00"],
    ["14h30", "14:30"],
    ["ab 16:15 Uhr", "16:15"],
    ["gegen 9", "09:00"],
    ["halb vier", "15:30"],
    ["so gegen halb 4", "15:30"],
    ["halb eins", "12:30"],
    ["halb 15", "14:30"],
    ["viertel nach drei", "15:15"],
    ["viertel vor drei", "14:45"],
    ["viertel vor eins", "12:45"],
    ["dreiviertel drei", "14:45"],
    ["drei Viertel drei", "14:45"],
    ["viertel drei", "14:15"],
    ["zehn nach drei", "15:10"],
    ["fünf vor halb vier", "15:25"],
    ["fuenf nach halb vier", "15:35"],
    ["20 Minuten vor vier", "15:40"],
    ["drei", "15:00"],
    ["drei Uhr dreißig", "15:30"],
    ["fünfzehn Uhr", "15:00"],
    ["mittags", "12:00"],
    ["12 Uhr mittags", "12:00"],
    ["10 Uhr mittags", "10:00"],
    ["1 Uhr mittags", "13:00"],
    ["8 Uhr abends", "20:00"],
    ["3 Uhr nachmittags", "15:00"],
    ["6 Uhr morgens", "06:00"],
    ["3 Uhr nachts", "03:00"],
    ["11 Uhr nachts", "23:00"],
    ["Mitternacht", "00:00"],
    ["0:15", "00:15"],
    ["3pm", "15:00"],
    ["3 p.m.", "15:00"],
    ["3:30 pm", "15:30"],
    ["9am", "09:00"],
    ["03:00 pm", "15:00"],
    ["12am", "00:00"],
    ["12pm", "12:00"],
    ["at 3 o'clock", "15:00"],
    ["half past three", "15:30"],
    ["quarter past three", "15:15"],
    ["a quarter to four", "15:45"],
    ["ten to four", "15:50"],
    ["until 4:30", "16:30"],
    ["4 in the afternoon", "16:00"],
    ["noon", "12:00"],
  ])("„%s“ is %s", (text, clock) => {
    expect(readClock(text)).toBe(clock);
  });

  test("meetings are held in the daytime: an hour before seven without a zero is meant in the afternoon", () => {
    expect(["6 Uhr", "6:59", "7 Uhr", "8", "12:30"].map(readClock)).toEqual(["18:00", "18:59", "07:00", "08:00", "12:30"]);
    expect(["06:00", "03:00", "00:30"].map(readClock)).toEqual(["06:00", "03:00", "00:30"]);
  });

  test.each(["", "25 Uhr", "24:00", "15:60", "15 Uhr 75", "halb", "viertel", "a", "eine", "bald", "30.09.2026", "153", "halb 30", "x".repeat(500)])(
    "„%s“ is no clock",
    (text) => {
      expect(readClock(text)).toBeUndefined();
    },
  );

  test("what the bot writes reads back as the same clock, whatever the minute", () => {
    for (let minute = 0; minute < 24 * 60; minute++) {
      const clock = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}` as Clock;
      expect(readClock(showClock(clock, "de"))).toBe(clock);
      expect(readClock(showClock(clock, "en"))).toBe(clock);
    }
  });

  test("nothing typed makes it fall over", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readClock(text) ?? "00:00").toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
        readSpan(text);
      }),
    );
  });
});

describe("spans", () => {
  test.each<[string, object]>([
    ["14-16h", { from: "14:00", until: "16:00" }],
    ["14:00–17:30 Uhr", { from: "14:00", until: "17:30" }],
    ["von 15 bis 17 Uhr", { from: "15:00", until: "17:00" }],
    ["von zwei bis halb vier", { from: "14:00", until: "15:30" }],
    ["9 bis 1", { from: "09:00", until: "13:00" }],
    ["from 2 to 4", { from: "14:00", until: "16:00" }],
    ["between 2pm and 4pm", { from: "14:00", until: "16:00" }],
    ["ab 15 Uhr", { from: "15:00" }],
    ["bis 16:30", { until: "16:30" }],
    ["until half past four", { until: "16:30" }],
    ["until ten to four", { until: "15:50" }],
    ["ab zehn vor vier", { from: "15:50" }],
  ])("„%s“", (text, span) => {
    expect(readSpan(text)).toEqual(span);
  });

  test("an end before the start is said so, anything else is unreadable", () => {
    expect(readSpan("17 bis 14 Uhr")).toEqual({ error: "endBeforeStart" });
    expect(readSpan("14-14 Uhr")).toEqual({ error: "endBeforeStart" });
    expect(readSpan("14 bis irgendwann")).toEqual({ error: "unreadable" });
    expect(readSpan("irgendwann")).toEqual({ error: "unreadable" });
    expect(readSpan("15 Uhr")).toEqual({ error: "unreadable" });
  });

  test("what the bot writes reads back as the same span", () => {
    expect(readSpan(showSpan("14:00", "17:30", "de"))).toEqual({ from: "14:00", until: "17:30" });
    expect(readSpan(showSpan("14:00", "17:30", "en"))).toEqual({ from: "14:00", until: "17:30" });
  });
});
