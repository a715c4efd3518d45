// The days around a meeting's questions, by example.
import { nrw } from "../testing/nrw.ts";
import type { Day } from "../time.ts";
import { handedOn, reviewBy, reviewDays } from "./days.ts";

const on = (day: Day, questionsBy: Day) => ({ day, questionsBy });
const usual = on("2026-10-07", "2026-09-23");

test("the office has until the first working day at least five days after the deadline", () => {
  expect(reviewBy(usual, nrw)).toBe("2026-09-28");
  // Five days later is a Saturday and a public holiday besides.
  expect(reviewBy(on("2026-10-12", "2026-09-28"), nrw)).toBe("2026-10-05");
});

test("where the deadline is short, it has until the last working day before the meeting", () => {
  expect(reviewBy(on("2026-10-07", "2026-10-05"), nrw)).toBe("2026-10-06");
  expect(reviewBy(on("2026-10-12", "2026-10-08"), nrw)).toBe("2026-10-09");
});

test("it is reminded after the deadline, at the end of its days, and twice before the meeting, on working days only", () => {
  // 3 October is a public holiday and a Saturday: the day before stands for it.
  expect(reviewDays(usual, nrw)).toEqual(["2026-09-24", "2026-09-28", "2026-10-02", "2026-10-06"]);
  expect(reviewDays(on("2026-10-07", "2026-10-05"), nrw)).toEqual(["2026-10-06"]);
  expect(reviewDays(on("2026-10-07", "2026-10-06"), nrw)).toEqual([]);
});

test("questions are handed on the day after the last was admitted, and not before the office's days are over", () => {
  expect(handedOn(usual, ["2026-09-10", "2026-09-25"], nrw)).toBe("2026-09-29");
  expect(handedOn(usual, ["2026-09-10", "2026-09-30"], nrw)).toBe("2026-10-01");
});
