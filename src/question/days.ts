// The days around a meeting's questions: until when the office looks at them, on which days it is reminded to, when they are handed on.
import { type Calendar, firstOpenDayFrom, lastOpenDayBefore } from "../calendar.ts";
import type { Meeting } from "../meeting/model.ts";
import { addDays, type Day } from "../time.ts";

type Dated = Pick<Meeting, "day" | "questionsBy">;

/** Days the office has for the questions after their deadline. */
const daysOfReview = 5;
/** Days before the meeting on which the office is reminded of what is left. */
const lastReviews = [4, 1];

/**
 * The day until which the office looks at what came in by the deadline (K22.1): the first working day at least five days after it, and in any
 * case the last working day before the meeting.
 */
export function reviewBy({ day, questionsBy }: Dated, calendar: Calendar): Day {
  const usual = firstOpenDayFrom(addDays(questionsBy, daysOfReview), calendar);
  const latest = lastOpenDayBefore(day, calendar);
  return usual < latest ? usual : latest;
}

/**
 * The days on which the office hears how many questions wait for it, the earliest first. They follow from the meeting alone: nothing of when a
 * question was handed in can be read from them.
 */
export function reviewDays(meeting: Dated, calendar: Calendar): readonly Day[] {
  const all = [
    firstOpenDayFrom(addDays(meeting.questionsBy, 1), calendar),
    reviewBy(meeting, calendar),
    ...lastReviews.map((before) => lastOpenDayBefore(addDays(meeting.day, 1 - before), calendar)),
  ];
  return [...new Set(all)].filter((day) => meeting.questionsBy < day && day < meeting.day).sort();
}

/** The day on which an organisation is told of the questions to it, as a rule: after the last of them was admitted, and after the office's days. */
export function handedOn(meeting: Dated, admitted: readonly Day[], calendar: Calendar): Day {
  const last = [reviewBy(meeting, calendar), ...admitted].sort().at(-1) ?? meeting.questionsBy;
  return addDays(last, 1);
}
