// How a meeting's end, item times and deadlines follow from its day, start and agenda; pure.
import { type Calendar, isOpenHour, nextOpen, summerBreak } from "../calendar.ts";
import type { Ladder } from "../roster/model.ts";
import { addDays, at, type Clock, clockOf, type Day, dayOf, daysBetween } from "../time.ts";
import type { AgendaItem, Meeting } from "./model.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

export const minutesOf = (agenda: readonly Pick<AgendaItem, "minutes">[]): number => agenda.reduce((sum, item) => sum + item.minutes, 0);

/** Beginning and end as instants; the end follows from the agenda's minutes. */
export function spanOf(on: Day, start: Clock, minutes: number, zone: string): Pick<Meeting, "startsAt" | "endsAt"> {
  const startsAt = at(on, start, zone);
  return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * minute) };
}

/** Why a meeting cannot be held like this, or undefined: it has begun already, or it would not end on its day. */
export function spanFault(on: Day, start: Clock, minutes: number, zone: string, now: Date): "started" | "nextDay" | undefined {
  const { startsAt, endsAt } = spanOf(on, start, minutes, zone);
  if (startsAt <= now) return "started";
  return dayOf(endsAt, zone) === on ? undefined : "nextDay";
}

export interface TimedItem {
  readonly item: AgendaItem;
  readonly at: Clock;
}

/** Each item with the clock it begins at. */
export function timed(meeting: Pick<Meeting, "startsAt">, agenda: readonly AgendaItem[], zone: string): readonly TimedItem[] {
  let passed = 0;
  return [...agenda]
    .sort((a, b) => a.position - b.position)
    .map((item) => {
      const begins = clockOf(new Date(meeting.startsAt.getTime() + passed * minute), zone);
      passed += item.minutes;
      return { item, at: begins };
    });
}

/** Times of a partial attendance after the meeting's own have changed: what no longer lies within them falls away. */
export function fitted(
  { from, until }: { readonly from: Clock | null; readonly until: Clock | null },
  start: Clock,
  end: Clock,
): { readonly from: Clock | null; readonly until: Clock | null } {
  if ((from !== null && from >= end) || (until !== null && until <= start)) return { from: null, until: null };
  return { from: from !== null && from > start ? from : null, until: until !== null && until < end ? until : null };
}

export type Deadlines = Pick<Meeting, "invitationOn" | "replyBy" | "talksBy" | "questionsBy" | "documentsBy">;
export const deadlineNames = ["invitationOn", "replyBy", "talksBy", "questionsBy", "documentsBy"] as const;

const rungs = { invitationOn: "invitation", replyBy: "reply", talksBy: "talks", questionsBy: "questions", documentsBy: "documents" } as const;

/** A deadline that would be over already is set to the day before the meeting; where that is over too, to its day. */
function squeezed(on: Day, distance: number, today: Day): Day {
  const planned = addDays(on, -distance);
  if (planned > today) return planned;
  const eve = addDays(on, -1);
  return eve >= today ? eve : on;
}

/** The deadlines of a new meeting by the alliance's ladder; at short notice the invitation is due today. */
export function deadlinesFor(on: Day, today: Day, ladder: Ladder): Deadlines {
  const due = (name: (typeof deadlineNames)[number]): Day => squeezed(on, ladder[rungs[name]], today);
  const invitationOn = addDays(on, -ladder.invitation);
  return {
    invitationOn: invitationOn < today ? today : invitationOn,
    replyBy: due("replyBy"),
    talksBy: due("talksBy"),
    questionsBy: due("questionsBy"),
    documentsBy: due("documentsBy"),
  };
}

/**
 * The deadlines after a move: each keeps its distance to the meeting, because the office may have chosen it; one that short
 * notice had squeezed gets the ladder's distance again. A draft's invitation is due by the ladder at the latest, and before all
 * the others; once people are invited, the day of the invitation stays what it was.
 */
export function deadlinesMoved(meeting: Meeting, to: Day, today: Day, ladder: Ladder): Deadlines {
  const { invitationOn, replyBy, talksBy, questionsBy, documentsBy } = meeting;
  if (to === meeting.day) return { invitationOn, replyBy, talksBy, questionsBy, documentsBy };
  const moved = (name: (typeof deadlineNames)[number]): Day => {
    const distance = daysBetween(meeting[name], meeting.day);
    return squeezed(to, distance <= 1 ? ladder[rungs[name]] : distance, today);
  };
  const others = { replyBy: moved("replyBy"), talksBy: moved("talksBy"), questionsBy: moved("questionsBy"), documentsBy: moved("documentsBy") };
  const planned = addDays(to, -Math.max(ladder.invitation, daysBetween(invitationOn, meeting.day)));
  const invitation = meeting.state === "invited" ? invitationOn : planned < today ? today : planned;
  return { invitationOn: [invitation, ...Object.values(others)].sort()[0] ?? invitation, ...others };
}

export type DeadlineFault = "afterMeeting" | "beforeInvitation" | "past";

/** What is wrong with which date: all lie between the invitation and the meeting, and a changed one not in the past. */
export function deadlineFaults(next: Deadlines, meeting: Meeting, today: Day): ReadonlyMap<keyof Deadlines, DeadlineFault> {
  const faults = new Map<keyof Deadlines, DeadlineFault>();
  for (const name of deadlineNames) {
    if (next[name] > meeting.day) faults.set(name, "afterMeeting");
    else if (next[name] !== meeting[name] && next[name] < today) faults.set(name, "past");
    else if (name !== "invitationOn" && next[name] < next.invitationOn) faults.set(name, "beforeInvitation");
  }
  return faults;
}

/**
 * When messages of the office go out that cannot wait long: at once in open hours, else when they open again, unless that would leave
 * less than a day before `before`. null means at once.
 */
export function quietUntil(now: Date, before: Date, calendar: Calendar, zone: string): Date | null {
  if (isOpenHour(now, calendar, zone)) return null;
  const open = nextOpen(now, calendar, zone);
  return open.getTime() + day > before.getTime() ? null : open;
}

/** A place in the series: before (1) or after (2) the summer break of a year (D21). */
export interface Slot {
  readonly year: number;
  readonly slot: 1 | 2;
}

/** The places in the series still free in this year and the three after it, the next first; a workshop takes none (C12). */
export function freeSlots(meetings: readonly Pick<Meeting, "kind" | "state" | "day">[], today: Day, perYear: number, calendar: Calendar): readonly Slot[] {
  const regular = meetings.filter((meeting) => meeting.kind === "regular" && meeting.state !== "cancelled");
  return [0, 1, 2, 3].flatMap((ahead) => {
    const year = Number(today.slice(0, 4)) + ahead;
    const summer = summerBreak(year, calendar);
    const days = regular.map((meeting) => meeting.day).filter((on) => on.startsWith(`${year}-`));
    const slots: Slot[] = [];
    if (!days.some((on) => !summer || on <= summer.to)) slots.push({ year, slot: 1 });
    if (perYear > 1 && !days.some((on) => !summer || on > summer.to)) slots.push({ year, slot: 2 });
    return slots;
  });
}
