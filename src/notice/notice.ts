// A message of the bot's own accord before it is owed, what is known of an alliance when such messages are decided on, and how a step becomes one.
import { type Calendar, defer, usualHourOn } from "../calendar.ts";
import type { Meeting } from "../meeting/model.ts";
import type { Question } from "../question/model.ts";
import type { Alliance, Organisation } from "../roster/model.ts";
import type { Reply } from "../rsvp/model.ts";
import type { Keynote, Talk } from "../speaker/model.ts";
import type { Task } from "../task/model.ts";
import { type Day, dayOf } from "../time.ts";
import type { Pause } from "./model.ts";
import type { Step } from "./plan.ts";

/**
 * Why a message is not sent although its time has come: late · reminded, the office was first · tooSoon, the question is fresh or the task has
 * just been changed · justAnswered, the person has just said so themselves · unreachable · folded, it stands in another message · paused, the
 * person rests for longer than it is of use · nothing, there was nothing to say when its time came.
 */
export type SkipReason = "late" | "reminded" | "tooSoon" | "justAnswered" | "unreachable" | "folded" | "paused" | "nothing";

export interface Notice {
  /** The same for the same matter at any time: the message happens once. */
  readonly key: string;
  readonly kind: string;
  readonly personId: string;
  readonly meetingId: string | null;
  readonly matter: string | null;
  readonly args: Readonly<Record<string, string>>;
  /** When its time comes: the usual hour of its day, deferred. */
  readonly dueAt: Date;
  /** When it may go out at the earliest: `dueAt`, or the end of the person's rest. */
  readonly goesAt: Date;
  readonly usefulUntil: Date | null;
  /** The day it is planned for. */
  readonly on: Day;
  /** The day it is about; decides whether it rests in the summer break. */
  readonly about: Day | null;
  readonly late: "send" | "fold";
  readonly passes: boolean;
  /** Why it goes out at another time or to somebody else than planned. */
  readonly moved: "quiet" | "pause" | "substitute" | null;
  /** Who rests, where a substitute gets it in their place. */
  readonly inPlaceOf: string | null;
  /** Whose nudges it adds to. */
  readonly nudges: string | null;
  /** The tasks it is about; several for one person on one day become one message. */
  readonly tasks: readonly string[];
  /** The questions it hands on to an organisation: with all its people at once, whoever of them rests. */
  readonly questions: readonly string[];
  readonly skip: SkipReason | null;
}

/** A task that is not over, and when somebody last did something with it. */
export interface OpenTask {
  readonly task: Task;
  readonly touchedAt: Date;
}

export interface NoticeState {
  readonly alliance: Pick<Alliance, "id" | "zone" | "ladder">;
  readonly meetings: readonly {
    readonly meeting: Meeting;
    readonly replies: readonly Reply[];
    readonly talks: readonly Talk[];
    /** Only while something is missing of it. */
    readonly keynote?: Keynote;
    /** Those to check, and those to hand on; absent where the meeting has no item for questions. */
    readonly questions?: readonly Question[];
  }[];
  readonly tasks: readonly OpenTask[];
  readonly organisations: readonly Organisation[];
  /** Who gets the office's messages. */
  readonly organisers: readonly string[];
  /** Who holds a seat of an organisation now, each once. */
  readonly members: (organisationId: string) => readonly string[];
  /** The named substitutes of somebody, in their order. */
  readonly substitutes: (personId: string) => readonly string[];
  readonly pauses: ReadonlyMap<string, Pause>;
  readonly isReachable: (notice: Pick<Notice, "personId" | "matter">) => boolean;
  /** Keys of messages that are owed already, or were recorded as skipped. */
  readonly done: ReadonlySet<string>;
}

/** When things of one alliance happen: its ladder, and the deferring that many messages share and only one works out. */
export interface Times extends Pick<Alliance, "zone" | "ladder"> {
  readonly now: Date;
  readonly today: Day;
  readonly calendar: Calendar;
  /** The usual hour of a day, deferred. */
  readonly when: (on: Day, about: Day | null, warns: boolean) => Date;
}

export function timesOf({ zone, ladder }: NoticeState["alliance"], now: Date, calendar: Calendar): Times {
  const found = new Map<string, Date>();
  return {
    zone,
    ladder,
    now,
    today: dayOf(now, zone),
    calendar,
    when(on, about, warns) {
      const name = `${on} ${about} ${warns}`;
      const at = found.get(name) ?? defer({ at: usualHourOn(on, zone), about, warns }, calendar, zone);
      found.set(name, at);
      return at;
    },
  };
}

type Needed = Pick<Notice, "key" | "kind" | "personId" | "args">;

/** A step of the plan for one subject and one person. */
export function noticeOf<Subject>({ when, ladder, zone }: Times, step: Step<Subject>, subject: Subject, it: Needed & Partial<Notice>): Notice {
  const { warns, late, passes } = step;
  const on = step.on(subject, ladder);
  const about = step.about(subject, ladder);
  const dueAt = when(on, about, warns);
  const moved = dueAt.getTime() === usualHourOn(on, zone).getTime() ? null : "quiet";
  const usefulUntil = step.until(subject, ladder, zone);
  return {
    meetingId: null,
    matter: null,
    nudges: null,
    tasks: [],
    questions: [],
    skip: null,
    inPlaceOf: null,
    on,
    about,
    dueAt,
    goesAt: dueAt,
    usefulUntil,
    late,
    passes,
    moved,
    ...it,
  };
}
