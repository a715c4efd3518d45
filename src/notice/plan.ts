// Every message the bot sends by itself, on one page: when it is planned, what it warns of, and until when it is still of use.
import type { Meeting } from "../meeting/model.ts";
import type { Ladder } from "../roster/model.ts";
import { addDays, at, type Day, endOfDay } from "../time.ts";

/** A message about a meeting, planned at the usual hour of a day of the ladder. */
export interface Step {
  /** The day it is planned for. */
  readonly on: (meeting: Meeting, ladder: Ladder) => Day;
  /** The day it warns of: where it must wait, it comes earlier rather than later. */
  readonly about: (meeting: Meeting, ladder: Ladder) => Day;
  /** From this instant on it is skipped as late: after a down-time, what is still of use goes out and the rest is recorded. */
  readonly until: (meeting: Meeting, ladder: Ladder, zone: string) => Date;
}

const firstNudgeOn = (meeting: Meeting, ladder: Ladder): Day => addDays(meeting.day, -ladder.firstNudge);

export const steps = {
  /** To who has not answered: before the reply deadline, and not on the eve of the second nudge. */
  "nudge.first": {
    on: firstNudgeOn,
    about: (meeting, ladder) => (meeting.replyBy >= firstNudgeOn(meeting, ladder) ? meeting.replyBy : meeting.day),
    until(meeting, ladder, zone) {
      const eve = at(addDays(meeting.day, -ladder.lastNudge - 1), "00:00", zone);
      const deadline = endOfDay(meeting.replyBy, zone);
      return meeting.replyBy >= firstNudgeOn(meeting, ladder) && deadline < eve ? deadline : eve;
    },
  },
  /** To who still has not answered, as long as the meeting's day has not begun. */
  "nudge.last": {
    on: (meeting, ladder) => addDays(meeting.day, -ladder.lastNudge),
    about: (meeting) => meeting.day,
    until: (meeting, _ladder, zone) => at(meeting.day, "00:00", zone),
  },
  /** To who comes. */
  dayBefore: {
    on: (meeting) => addDays(meeting.day, -1),
    about: (meeting) => meeting.day,
    until: (meeting) => meeting.startsAt,
  },
} as const satisfies Readonly<Record<string, Step>>;

/** Nudges by hand and by the ladder together. */
export const mostNudges = 2;
/** Between the question, or an answer of one's own, and the next nudge lie at least so many days. */
export const daysBetweenNudges = 2;
/** A substitute's silence is told to the delegate after so many working days in full. */
export const workingDaysOfSilence = 2;
