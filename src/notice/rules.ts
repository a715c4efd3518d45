// What the bot owes of its own accord at a given instant; pure, under keys that no instant changes.
import { type Calendar, defer, firstOpenDayFrom, mayGoOut, nextOpen, usualHourOn } from "../calendar.ts";
import type { Meeting } from "../meeting/model.ts";
import type { Alliance, Organisation } from "../roster/model.ts";
import type { Reply } from "../rsvp/model.ts";
import { addDays, type Day, dayOf } from "../time.ts";
import { daysBetweenNudges, mostNudges, type Step, steps, workingDaysOfSilence } from "./plan.ts";

/**
 * Why a message is not sent although its time has come: late · reminded, the office was first · tooSoon, the question is fresh ·
 * justAnswered, the person has just said so themselves · unreachable.
 */
export type SkipReason = "late" | "reminded" | "tooSoon" | "justAnswered" | "unreachable";

export interface Notice {
  /** The same for the same matter at any time: the message happens once. */
  readonly key: string;
  readonly kind: string;
  readonly personId: string;
  readonly meetingId: string | null;
  readonly matter: string | null;
  readonly args: Readonly<Record<string, string>>;
  readonly dueAt: Date;
  readonly usefulUntil: Date | null;
  /** The day it is about; decides whether it rests in the summer break. */
  readonly about: Day | null;
  /** Whose nudges it adds to. */
  readonly nudges: string | null;
  readonly skip: SkipReason | null;
}

export interface NoticeState {
  readonly alliance: Pick<Alliance, "id" | "zone" | "ladder">;
  readonly meetings: readonly { readonly meeting: Meeting; readonly replies: readonly Reply[] }[];
  readonly organisations: readonly Organisation[];
  /** Who gets the office's messages. */
  readonly organisers: readonly string[];
  readonly isReachable: (personId: string) => boolean;
}

const wholeDay = 24 * 60 * 60 * 1000;

/** When things of one alliance happen: its ladder, and the deferring that many messages share and only one works out. */
interface Times extends Pick<Alliance, "zone" | "ladder"> {
  readonly calendar: Calendar;
  /** The usual hour of a day, deferred. */
  readonly when: (on: Day, about: Day, warns: boolean) => Date;
}

function timesOf({ zone, ladder }: NoticeState["alliance"], calendar: Calendar): Times {
  const found = new Map<string, Date>();
  return {
    zone,
    ladder,
    calendar,
    when(on, about, warns) {
      const name = `${on} ${about} ${warns}`;
      const at = found.get(name) ?? defer({ at: usualHourOn(on, zone), about, warns }, calendar, zone);
      found.set(name, at);
      return at;
    },
  };
}

/** Everything planned, whether its time has come or not. What depends on the instant (late, quiet hours) is not in it. */
export function planned(state: NoticeState, calendar: Calendar): readonly Notice[] {
  const times = timesOf(state.alliance, calendar);
  const meetings = state.meetings.filter(({ meeting }) => meeting.state === "invited");
  const ofReply = (meeting: Meeting, reply: Reply): readonly Notice[] => [
    ...nudgesFor(times, meeting, reply),
    ...dayBeforeFor(times, meeting, reply),
    ...silenceFor(times, meeting, reply),
  ];
  return [...meetings.flatMap(({ meeting, replies }) => replies.flatMap((reply) => ofReply(meeting, reply))), ...reviewsFor(times, state)];
}

/** What is owed now: to be sent, or to be recorded as skipped. Nothing is sent in quiet hours, nothing after its use has ended. */
export function due(state: NoticeState, now: Date, calendar: Calendar): readonly Notice[] {
  const { zone } = state.alliance;
  const found = planned(state, calendar).flatMap((notice): readonly Notice[] => {
    if (notice.dueAt > now) return [];
    if (notice.usefulUntil !== null && now >= notice.usefulUntil) return [{ ...notice, skip: notice.skip ?? "late" }];
    if (notice.skip !== null) return [notice];
    // What never gets late waits until somebody can be reached.
    if (!state.isReachable(notice.personId)) return notice.usefulUntil === null ? [] : [{ ...notice, skip: "unreachable" }];
    return mayGoOut(now, notice.about, calendar, zone) ? [notice] : [];
  });
  return withinMost(state, found);
}

/** After a down-time two nudges may be due at once where only one is left: the later one goes out. */
function withinMost({ meetings }: NoticeState, found: readonly Notice[]): readonly Notice[] {
  const rounds = new Map<string, Notice[]>();
  for (const it of found)
    if (it.nudges !== null && it.skip === null) rounds.set(`${it.meetingId} ${it.nudges}`, [...(rounds.get(`${it.meetingId} ${it.nudges}`) ?? []), it]);
  const surplus = new Set<Notice>();
  for (const round of rounds.values()) {
    if (round.length < 2) continue;
    const replies = meetings.find(({ meeting }) => meeting.id === round[0]?.meetingId)?.replies ?? [];
    const left = mostNudges - (replies.find((reply) => reply.personId === round[0]?.nudges)?.nudges ?? 0);
    for (const it of [...round].sort((a, b) => b.dueAt.getTime() - a.dueAt.getTime()).slice(left)) surplus.add(it);
  }
  return found.map((it) => (surplus.has(it) ? { ...it, skip: "reminded" } : it));
}

/** When a notice that has not gone out yet will: at its time, or, where that has passed in quiet hours, when they end. */
export const goesOutAt = (notice: Notice, now: Date, calendar: Calendar, zone: string): Date =>
  notice.dueAt > now ? notice.dueAt : nextOpen(now, calendar, zone);

/** Who has answered is left alone; an answer to an earlier day, whose seat is only reserved, is none to this one. */
const isSilent = (reply: Reply): boolean => reply.state === "none" || reply.state === "undecided" || reply.reserved;

/** The undecided's own day, as long as it lies before the meeting. */
const ownDay = (meeting: Meeting, reply: Reply): Day | null =>
  reply.state === "undecided" && !reply.reserved && reply.askOn && reply.askOn < meeting.day ? reply.askOn : null;

interface Slot {
  readonly key: string;
  readonly kind: string;
  readonly on: Day;
  readonly about: Day;
  readonly warns: boolean;
  readonly until: Date;
  /** The nudge that one by hand replaces. */
  readonly first: boolean;
}

/** The nudges somebody may still get: two of the ladder, or the own day in place of the one it is nearest to. */
function slotsFor({ ladder, zone }: Times, meeting: Meeting, reply: Reply): readonly Slot[] {
  const name = `${meeting.id}:${meeting.edition}:${reply.personId}`;
  const step = (slot: "nudge.first" | "nudge.last", kind: string): Slot => {
    const it: Step = steps[slot];
    return {
      key: `${slot}:${name}`,
      kind,
      on: it.on(meeting, ladder),
      about: it.about(meeting, ladder),
      warns: true,
      until: it.until(meeting, ladder, zone),
      first: slot === "nudge.first",
    };
  };
  const last = step("nudge.last", "nudge.last");
  const askOn = ownDay(meeting, reply);
  if (askOn === null) return [step("nudge.first", reply.state === "undecided" ? "nudge.undecided" : "nudge.first"), last];
  const own: Slot = {
    key: `nudge.undecided:${name}:${askOn}`,
    kind: "nudge.undecided",
    on: askOn,
    about: askOn,
    warns: false,
    until: last.until,
    first: false,
  };
  return addDays(askOn, daysBetweenNudges) > last.on ? [own] : [own, last];
}

function nudgesFor(times: Times, meeting: Meeting, reply: Reply): readonly Notice[] {
  if (!isSilent(reply) || reply.nudges >= mostNudges) return [];
  return slotsFor(times, meeting, reply).map(({ key, kind, on, about, warns, until, first }): Notice => {
    const dueAt = times.when(on, about, warns);
    // A day the person chose is kept, however soon it comes.
    const fresh = warns && dueAt.getTime() < reply.invitedAt.getTime() + daysBetweenNudges * wholeDay;
    const answered = reply.answeredAt !== null && !reply.reserved && dayOf(dueAt, times.zone) <= dayOf(reply.answeredAt, times.zone);
    const skip = first && reply.nudges > 0 ? "reminded" : answered ? "justAnswered" : fresh ? "tooSoon" : null;
    return { ...aboutReply(meeting, reply, reply.personId), key, kind, dueAt, usefulUntil: until, about, nudges: reply.personId, skip };
  });
}

/** Every message about a reply is about the same matter, whoever reads it. */
const aboutReply = (meeting: Meeting, reply: Reply, personId: string): Pick<Notice, "personId" | "meetingId" | "matter" | "args"> => ({
  personId,
  meetingId: meeting.id,
  matter: `${personId === reply.personId ? "rsvp" : "standin"}:${meeting.id}:${reply.personId}`,
  args: { meeting: meeting.id, person: reply.personId },
});

/** Who comes: the person, or in their place the substitute who has confirmed. */
function comes(reply: Reply): string | null {
  if (reply.reserved) return null;
  if (reply.state === "accepted") return reply.personId;
  return reply.state === "substitute" && reply.substituteState === "confirmed" ? reply.substituteId : null;
}

function dayBeforeFor({ ladder, zone, when }: Times, meeting: Meeting, reply: Reply): readonly Notice[] {
  const personId = comes(reply);
  if (personId === null) return [];
  const it: Step = steps.dayBefore;
  const about = it.about(meeting, ladder);
  const dueAt = when(it.on(meeting, ladder), about, true);
  const skip = reply.answeredAt !== null && dueAt <= reply.answeredAt ? "justAnswered" : null;
  const key = `dayBefore:${meeting.id}:${meeting.edition}:${personId}`;
  return [{ ...aboutReply(meeting, reply, personId), key, kind: "dayBefore", dueAt, usefulUntil: it.until(meeting, ladder, zone), about, nudges: null, skip }];
}

/** The substitute has not confirmed: the delegate hears of it once for each naming. */
function silenceFor({ zone, calendar, when }: Times, meeting: Meeting, reply: Reply): readonly Notice[] {
  const asked = reply.substituteAskedAt ?? reply.answeredAt;
  const waiting = reply.state === "substitute" && !reply.reserved && (reply.substituteState === "asked" || reply.substituteState === "unreachable");
  if (!waiting || asked === null) return [];
  let day = dayOf(asked, zone);
  // The day of the question does not count (§ 187 BGB); after the last full working day the next one begins.
  for (let n = 0; n <= workingDaysOfSilence; n++) day = firstOpenDayFrom(addDays(day, 1), calendar);
  const dueAt = when(day, meeting.day, false);
  const key = `substitute.silent:${meeting.id}:${meeting.edition}:${reply.personId}:${asked.getTime()}`;
  return [
    {
      ...aboutReply(meeting, reply, reply.personId),
      key,
      kind: "substitute.silent",
      dueAt,
      usefulUntil: meeting.startsAt,
      about: meeting.day,
      nudges: null,
      skip: null,
    },
  ];
}

/** Mandates to look at again (D17): one message for each day and organiser, however many organisations it names. */
function reviewsFor({ when }: Times, { organisations, organisers }: NoticeState): readonly Notice[] {
  const days = new Set(organisations.flatMap(({ reviewOn, status }) => (reviewOn !== null && status !== "confirmed" ? [reviewOn] : [])));
  return [...days].flatMap((on) => {
    const dueAt = when(on, on, false);
    return organisers.map(
      (personId): Notice => ({
        key: `review:${on}:${personId}`,
        kind: "review",
        personId,
        meetingId: null,
        matter: null,
        args: { on },
        dueAt,
        usefulUntil: null,
        about: on,
        nudges: null,
        skip: null,
      }),
    );
  });
}
