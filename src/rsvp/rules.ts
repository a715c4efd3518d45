// Who gets a seat, who waits, who moves up: pure decisions on one organisation's seats.
import { addOpenTime, type Calendar, lastOpenDayBefore, nextOpen } from "../calendar.ts";
import type { Meeting } from "../meeting/model.ts";
import type { Ladder } from "../roster/model.ts";
import { addDays, type Clock, type Day, daysBetween } from "../time.ts";
import type { Reply, SeatTable, Taken, Via } from "./model.ts";

const hour = 3_600_000;
/** Moving up books until 24 hours before the meeting; later the seat is offered. */
const bookingEnds = 24 * hour;
/** How many open hours an offered seat waits for an answer: at night nobody has to read it. Never past the last hour before the meeting. */
const offerLasts = 4 * hour;

/** Acceptances, also in part or reserved after a move, substitutes and offers each take one seat of the organisation. */
export const takesSeat = (reply: Pick<Reply, "state">): boolean => reply.state === "accepted" || reply.state === "substitute" || reply.state === "offered";

/**
 * An answer to an earlier day of the meeting is none to the day it has now: acceptances and substitutes keep their seat reserved,
 * who declined or did not know is asked again. Shown as what was said before.
 */
export const isEarlier = ({ state, reserved, edition }: Pick<Reply, "state" | "reserved" | "edition">, meeting: Pick<Meeting, "edition">): boolean =>
  reserved || ((state === "declined" || state === "undecided") && edition !== meeting.edition);

/** When something is decided, and by which open hours its deadlines count. */
export interface Moment {
  readonly now: Date;
  readonly calendar: Calendar;
  readonly zone: string;
}

export interface Details {
  readonly from?: Clock | null;
  readonly until?: Clock | null;
  readonly except?: readonly string[];
  readonly substitute?: Pick<Reply, "substituteId" | "substituteName" | "substituteState">;
  readonly askOn?: Day | null;
}

export interface Answer extends Details {
  readonly state: "accepted" | "substitute" | "declined" | "undecided" | "none";
  readonly actorId: string | null;
  readonly via: Via;
}

export interface Decision {
  /** The reply as it is now; the very same object where nothing changed. */
  readonly reply: Reply;
  /** Replies of others that moved up, in order: booked or offered. */
  readonly moved: readonly Reply[];
  /** The organisation's seats afterwards. */
  readonly seats: SeatTable;
}

/** What every new answer forgets of the one before. */
export const blank = {
  from: null,
  until: null,
  except: [],
  substituteId: null,
  substituteName: null,
  substituteState: null,
  substituteAskedAt: null,
  waitingSince: null,
  offeredUntil: null,
  askOn: null,
  reserved: false,
} as const;

const without = <T extends Taken>(list: readonly T[], it: Reply): T[] => list.filter((other) => other.personId !== it.personId);

/**
 * The last answer wins. A surplus acceptance waits; a freed seat goes to the first who waits.
 * `seats` must have been read while nobody else of the organisation could answer.
 */
export function decide(seats: SeatTable, mine: Reply, answer: Answer, meeting: Pick<Meeting, "startsAt" | "edition">, moment: Moment): Decision {
  const { now } = moment;
  const others = without(seats.taken, mine);
  const queue = without(seats.waiting, mine);
  const wantsSeat = answer.state === "accepted" || answer.state === "substitute";
  const had = takesSeat(mine);
  const free = seats.seats - others.length;
  const details = {
    ...blank,
    from: answer.from ?? null,
    until: answer.until ?? null,
    except: answer.except ?? [],
    askOn: answer.state === "undecided" ? (answer.askOn ?? null) : null,
    ...(answer.substitute ?? {}),
    substituteAskedAt: answer.substitute?.substituteId ? now : null,
  };
  // Who waits already keeps the place; a free seat with people waiting belongs to the first of them.
  const waits = wantsSeat && !had && (free <= 0 || (queue.length > 0 && !comesFirst(mine, queue)));
  const next: Reply = {
    ...mine,
    ...details,
    state: waits ? "waiting" : answer.state,
    waitingSince: waits ? (mine.state === "waiting" ? mine.waitingSince : now) : null,
    answeredAt: now,
    actorId: answer.actorId,
    via: answer.via,
    edition: meeting.edition,
  };
  const reply = sameAnswer(mine, next) ? mine : next;
  const table: SeatTable = {
    seats: seats.seats,
    taken: takesSeat(reply) ? [...others, reply] : others,
    waiting: reply.state === "waiting" ? inOrder([...queue, reply]) : queue,
  };
  const { moved, seats: after } = moveUp(table, meeting, moment);
  // Whoever answers while a place is free may have moved up in the same breath.
  const own = moved.find((it) => it.personId === reply.personId);
  return { reply: own ?? reply, moved: moved.filter((it) => it !== own), seats: after };
}

function comesFirst(mine: Reply, queue: readonly Reply[]): boolean {
  const first = queue[0]?.waitingSince;
  return mine.state === "waiting" && !!mine.waitingSince && !!first && mine.waitingSince.getTime() < first.getTime();
}

const inOrder = (list: readonly Reply[]): Reply[] =>
  [...list].sort((a, b) => (a.waitingSince?.getTime() ?? 0) - (b.waitingSince?.getTime() ?? 0) || (a.personId < b.personId ? -1 : 1));

/** Gives every free seat to the first who waits: booked more than 24 hours before the meeting, offered later, no more after its start. */
function moveUp(seats: SeatTable, meeting: Pick<Meeting, "startsAt">, moment: Moment): { readonly moved: readonly Reply[]; readonly seats: SeatTable } {
  const left = meeting.startsAt.getTime() - moment.now.getTime();
  const count = left <= 0 ? 0 : Math.max(0, Math.min(seats.seats - seats.taken.length, seats.waiting.length));
  const moved = seats.waiting.slice(0, count).map((reply) => (left > bookingEnds ? booked(reply) : offered(reply, meeting, moment)));
  return { moved, seats: { seats: seats.seats, taken: [...seats.taken, ...moved], waiting: seats.waiting.slice(count) } };
}

const booked = (reply: Reply): Reply => ({
  ...reply,
  state: reply.substituteName ? "substitute" : "accepted",
  waitingSince: null,
  offeredUntil: null,
  actorId: null,
  via: "bot",
});

function offered(reply: Reply, meeting: Pick<Meeting, "startsAt">, { now, calendar, zone }: Moment): Reply {
  // However near the meeting is, a quarter of an hour in which people are at work is left.
  const latest = Math.max(meeting.startsAt.getTime() - hour, nextOpen(now, calendar, zone).getTime() + hour / 4);
  const until = Math.min(addOpenTime(now, offerLasts, calendar, zone).getTime(), latest, meeting.startsAt.getTime());
  // A deadline people can read: whole minutes.
  return { ...reply, state: "offered", offeredUntil: new Date(Math.ceil(until / 60_000) * 60_000), actorId: null, via: "bot" };
}

const compared = ["state", "from", "until", "substituteId", "substituteName", "substituteState", "askOn", "edition", "reserved"] as const;

/** The same items left out are the same answer, in whatever order they were named. */
const sameItems = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join() === [...b].sort().join();

/** A second click on the same answer changes nothing, not even its time. */
const sameAnswer = (a: Reply, b: Reply): boolean => compared.every((column) => a[column] === b[column]) && sameItems(a.except, b.except);

/** What ended by itself: an offer nobody took, and after the reply deadline the seats reserved for answers to an earlier day. */
export function lapsed(
  seats: SeatTable<Reply>,
  meeting: Pick<Meeting, "startsAt" | "edition">,
  replyDeadline: Date,
  moment: Moment,
): { readonly lapsed: readonly Reply[]; readonly moved: readonly Reply[] } {
  const { now } = moment;
  const late = now.getTime() >= replyDeadline.getTime();
  const over = seats.taken.filter((reply) => (reply.state === "offered" && !!reply.offeredUntil && reply.offeredUntil <= now) || (reply.reserved && late));
  const ended = over.map((reply): Reply => ({ ...reply, ...blank, state: reply.state === "offered" ? "declined" : "none", actorId: null, via: "bot" }));
  const { moved } = moveUp({ ...seats, taken: seats.taken.filter((reply) => !over.includes(reply)) }, meeting, moment);
  return { lapsed: ended, moved };
}

/** The place in the waiting list, from 1; undefined for who does not wait. */
export function placeOf(seats: SeatTable, personId: string): number | undefined {
  const index = seats.waiting.findIndex((reply) => reply.personId === personId);
  return index < 0 ? undefined : index + 1;
}

/** Partial times are kept only where they differ from the meeting's own. */
export function attendance(
  meeting: { readonly start: Clock; readonly end: Clock },
  wanted: { readonly from?: Clock | undefined; readonly until?: Clock | undefined },
): Pick<Reply, "from" | "until"> | "endBeforeStart" | "outside" {
  const from = wanted.from ?? meeting.start;
  const until = wanted.until ?? meeting.end;
  if (from >= until) return "endBeforeStart";
  if (from < meeting.start || from >= meeting.end || until <= meeting.start || until > meeting.end) return "outside";
  return { from: from === meeting.start ? null : from, until: until === meeting.end ? null : until };
}

/** When the undecided are asked again: on their own day, else at the next nudge of the ladder; undefined when no nudge is left. */
export function askAgainOn(
  reply: Pick<Reply, "askOn" | "nudges">,
  meeting: Pick<Meeting, "day">,
  ladder: Pick<Ladder, "firstNudge" | "lastNudge">,
  today: Day,
  calendar: Calendar,
): Day | undefined {
  if (reply.askOn && reply.askOn > today) return reply.askOn;
  if (reply.nudges >= 2) return undefined;
  const steps = [ladder.firstNudge, ladder.lastNudge].slice(reply.nudges);
  return steps.map((days) => lastOpenDayBefore(addDays(meeting.day, 1 - days), calendar)).find((day) => daysBetween(today, day) > 0);
}
