// Every message the bot sends by itself, on one page: when it is planned, what it is about, until when it is of use, what becomes of it when it is late.
import type { Meeting } from "../meeting/model.ts";
import type { Ladder } from "../roster/model.ts";
import type { Task } from "../task/model.ts";
import { addDays, at, type Day, endOfDay } from "../time.ts";

/**
 * A message planned at the usual hour of a day. Quiet hours, days off and the summer break defer it (calendar.ts, `defer`).
 *
 * Rest: whoever rests gets nothing of this page. It waits for the first open hour after the rest, or goes to the first named substitute who
 * can be reached and does not rest; what is of no use any more by then is recorded as skipped. Answers to one's own gestures are no messages
 * of this page and come at once, and so does what somebody else has just set going for this person: an invitation, a new day, a task.
 */
export interface Step<Subject> {
  /** The day it is planned for. */
  readonly on: (it: Subject, ladder: Ladder) => Day;
  /** The day it is about; decides whether it rests in the summer break. */
  readonly about: (it: Subject, ladder: Ladder) => Day | null;
  /** Whether it warns of that day: where it must wait, it comes earlier rather than later. */
  readonly warns: boolean;
  /** From this instant on it is skipped as late; null: it never gets late. */
  readonly until: (it: Subject, ladder: Ladder, zone: string) => Date | null;
  /** What becomes of it between its day and `until`. send: as it is · fold: it only stands in one message with whatever else waits for this person. */
  readonly late: "send" | "fold";
  /** Whether a substitute can do something about it; otherwise it waits for the end of the rest even where a substitute is named. */
  readonly passes: boolean;
}

/** Something about a meeting that has a day of its own. */
interface On {
  readonly meeting: Meeting;
  readonly on: Day;
}

const midnight = (day: Day, zone: string): Date => at(day, "00:00", zone);
const firstNudgeOn = (meeting: Meeting, ladder: Ladder): Day => addDays(meeting.day, -ladder.firstNudge);
const meetingBegins = (meeting: Meeting, _ladder: Ladder, zone: string): Date => midnight(meeting.day, zone);

/** Tasks of a meeting are shown once more so many days after it. */
const repeatAfter = 1;
const week = 7;
/** Days after which nobody asks any more why a message was not sent: longer than the summer break, in which messages rest. */
export const remembered = 62;

export const steps = {
  /** To who has not answered: before the reply deadline, and not on the eve of the second nudge. */
  "nudge.first": {
    on: firstNudgeOn,
    about: (meeting, ladder) => (meeting.replyBy >= firstNudgeOn(meeting, ladder) ? meeting.replyBy : meeting.day),
    warns: true,
    until(meeting, ladder, zone) {
      const eve = midnight(addDays(meeting.day, -ladder.lastNudge - 1), zone);
      const deadline = endOfDay(meeting.replyBy, zone);
      return meeting.replyBy >= firstNudgeOn(meeting, ladder) && deadline < eve ? deadline : eve;
    },
    late: "send",
    passes: true,
  } satisfies Step<Meeting>,
  /** To who still has not answered, as long as the meeting's day has not begun. */
  "nudge.last": {
    on: (meeting, ladder) => addDays(meeting.day, -ladder.lastNudge),
    about: (meeting) => meeting.day,
    warns: true,
    until: meetingBegins,
    late: "send",
    passes: true,
  } satisfies Step<Meeting>,
  /** To the undecided, on the day they chose. */
  "nudge.undecided": {
    on: ({ on }) => on,
    about: ({ on }) => on,
    warns: false,
    until: ({ meeting }, ladder, zone) => meetingBegins(meeting, ladder, zone),
    late: "send",
    passes: true,
  } satisfies Step<On>,
  /** To who comes. */
  dayBefore: {
    on: (meeting) => addDays(meeting.day, -1),
    about: (meeting) => meeting.day,
    warns: true,
    until: (meeting) => meeting.startsAt,
    late: "send",
    passes: false,
  } satisfies Step<Meeting>,
  /** To the delegate whose substitute has not confirmed. */
  "substitute.silent": {
    on: ({ on }) => on,
    about: ({ meeting }) => meeting.day,
    warns: false,
    until: ({ meeting }) => meeting.startsAt,
    late: "send",
    passes: false,
  } satisfies Step<On>,
  /** To whoever speaks and still owes something: on the day before the documents are due. */
  "talk.owing": {
    on: (meeting) => addDays(meeting.documentsBy, -1),
    about: (meeting) => meeting.documentsBy,
    warns: true,
    until: (meeting) => meeting.startsAt,
    late: "send",
    passes: false,
  } satisfies Step<Meeting>,
  /** To the keynote's organisation, as long as something is missing: as early as the talks are due. */
  "keynote.first": {
    on: (meeting, ladder) => addDays(meeting.day, -ladder.talks),
    about: (meeting) => meeting.documentsBy,
    warns: true,
    until: (meeting, _ladder, zone) => midnight(addDays(meeting.documentsBy, -1), zone),
    late: "send",
    passes: false,
  } satisfies Step<Meeting>,
  /** To the office, on the days that follow from the meeting: questions to check, if there are any; the next day takes its place. */
  "question.review": {
    on: ({ on }) => on,
    about: ({ meeting }) => meeting.day,
    warns: true,
    until: ({ meeting, next }, _ladder, zone) => (next === undefined ? meeting.startsAt : midnight(next, zone)),
    late: "send",
    passes: false,
  } satisfies Step<On & { readonly next: Day | undefined }>,
  /** To everybody of an organisation, once for all that was admitted: what it is asked. It waits rather than come while more is being admitted. */
  "question.digest": {
    on: ({ on }) => on,
    about: ({ meeting }) => meeting.day,
    warns: false,
    until: ({ meeting }) => meeting.startsAt,
    late: "send",
    passes: true,
  } satisfies Step<On>,
  /** To the office: the draft of the minutes is due. */
  minutes: {
    on: (meeting, ladder) => addDays(meeting.day, ladder.minutes),
    about: (meeting, ladder) => addDays(meeting.day, ladder.minutes),
    warns: false,
    until: (meeting, ladder, zone) => midnight(addDays(meeting.day, ladder.minutes + 2 * week), zone),
    late: "send",
    passes: false,
  } satisfies Step<Meeting>,
  /** To the office: mandates to look at again (D17). */
  review: { on: (day) => day, about: (day) => day, warns: false, until: () => null, late: "send", passes: false } satisfies Step<Day>,

  /** A meeting's tasks once more, to who has not accepted them; for a week at least. */
  "task.repeat": {
    on: ({ meeting }) => addDays(meeting.day, repeatAfter),
    about: ({ task }) => task.due,
    warns: false,
    until({ task, meeting }, _ladder, zone) {
      const aWeekLater = addDays(meeting.day, repeatAfter + week);
      return midnight(task.due > aWeekLater ? task.due : aWeekLater, zone);
    },
    late: "send",
    passes: true,
  } satisfies Step<{ readonly task: Task; readonly meeting: Meeting }>,
  "task.first": {
    on: (task, ladder) => addDays(task.due, -ladder.taskFirst),
    about: (task) => task.due,
    warns: true,
    until: (task, _ladder, zone) => midnight(task.due, zone),
    late: "send",
    passes: true,
  } satisfies Step<Task>,
  "task.last": {
    on: (task, ladder) => addDays(task.due, -ladder.taskLast),
    about: (task) => task.due,
    warns: true,
    until: (task, _ladder, zone) => midnight(task.due, zone),
    late: "send",
    passes: true,
  } satisfies Step<Task>,
  /** On the day itself; later the task is overdue, and stands in one message with the others until the whole organisation hears of it. */
  "task.due": {
    on: (task) => task.due,
    about: (task) => task.due,
    warns: true,
    until: (task, ladder, zone) => midnight(addDays(task.due, Math.max(ladder.taskOverdue, 1)), zone),
    late: "fold",
    passes: true,
  } satisfies Step<Task>,
  /** To all delegates of the organisation that leads, once. */
  "task.escalation": {
    on: (task, ladder) => addDays(task.due, ladder.taskOverdue),
    about: (task) => task.due,
    warns: false,
    until: (task, ladder, zone) => midnight(addDays(task.due, ladder.taskOverdue + remembered), zone),
    late: "send",
    passes: true,
  } satisfies Step<Task>,
  /** To the office, every Friday on which something is overdue, to confirm or asked; the next one takes its place. */
  "task.digest.office": {
    on: (friday) => friday,
    about: () => null,
    warns: false,
    until: (friday, _ladder, zone) => midnight(addDays(friday, week), zone),
    late: "send",
    passes: false,
  } satisfies Step<Day>,
} as const;

/** The digest's day of the week. */
export const friday = 5;
/** Nudges by hand and by the ladder together. */
export const mostNudges = 2;
/** Between the question, or an answer of one's own, and the next nudge lie at least so many days. */
export const daysBetweenNudges = 2;
/** A substitute's silence is told to the delegate after so many working days in full. */
export const workingDaysOfSilence = 2;
