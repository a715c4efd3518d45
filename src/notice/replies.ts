// What the bot says by itself about a meeting: to the silent, to who comes, about a substitute's silence, to the office about the minutes.
import { firstOpenDayFrom } from "../calendar.ts";
import type { Meeting } from "../meeting/model.ts";
import type { Reply } from "../rsvp/model.ts";
import { isEarlier } from "../rsvp/rules.ts";
import { addDays, type Day, dayOf } from "../time.ts";
import { type Notice, type NoticeState, noticeOf, type Times } from "./notice.ts";
import { daysBetweenNudges, mostNudges, steps, workingDaysOfSilence } from "./plan.ts";

const wholeDay = 24 * 60 * 60 * 1000;

export const meetingNotices = (times: Times, state: NoticeState): readonly Notice[] =>
  state.meetings
    .filter(({ meeting }) => meeting.state === "invited")
    .flatMap(({ meeting, replies }) => [
      ...replies.flatMap((reply) => [...nudgesFor(times, meeting, reply), ...dayBeforeFor(times, meeting, reply), ...silenceFor(times, meeting, reply)]),
      ...minutesFor(times, state, meeting),
    ]);

/** Who has answered is left alone; an answer to an earlier day is none to this one. */
const isSilent = (meeting: Meeting, reply: Reply): boolean => reply.state === "none" || reply.state === "undecided" || isEarlier(reply, meeting);
const isUndecided = (meeting: Meeting, reply: Reply): boolean => reply.state === "undecided" && !isEarlier(reply, meeting);

/** The undecided's own day, as long as it lies before the meeting. */
const ownDay = (meeting: Meeting, reply: Reply): Day | null => (isUndecided(meeting, reply) && reply.askOn && reply.askOn < meeting.day ? reply.askOn : null);

interface Slot {
  readonly notice: Notice;
  /** A day the person chose is kept, however soon it comes. */
  readonly chosen: boolean;
  /** The nudge that one by hand replaces. */
  readonly first: boolean;
}

/** The nudges somebody may still get: two of the ladder, or the own day in place of the one it is nearest to. */
function slotsFor(times: Times, meeting: Meeting, reply: Reply): readonly Slot[] {
  const name = `${meeting.id}:${meeting.edition}:${reply.personId}`;
  const about = { ...aboutReply(meeting, reply, reply.personId), nudges: reply.personId };
  const step = (slot: "nudge.first" | "nudge.last", kind: string): Slot => ({
    notice: noticeOf(times, steps[slot], meeting, { ...about, key: `${slot}:${name}`, kind }),
    chosen: false,
    first: slot === "nudge.first",
  });
  const last = step("nudge.last", "nudge.last");
  const on = ownDay(meeting, reply);
  if (on === null) return [step("nudge.first", isUndecided(meeting, reply) ? "nudge.undecided" : "nudge.first"), last];
  const kind = "nudge.undecided";
  const own: Slot = { notice: noticeOf(times, steps[kind], { meeting, on }, { ...about, key: `${kind}:${name}:${on}`, kind }), chosen: true, first: false };
  return addDays(on, daysBetweenNudges) > last.notice.on ? [own] : [own, last];
}

function nudgesFor(times: Times, meeting: Meeting, reply: Reply): readonly Notice[] {
  if (!isSilent(meeting, reply) || reply.nudges >= mostNudges) return [];
  return slotsFor(times, meeting, reply).map(({ notice, chosen, first }): Notice => {
    const fresh = !chosen && notice.dueAt.getTime() < reply.invitedAt.getTime() + daysBetweenNudges * wholeDay;
    const answered = reply.answeredAt !== null && !isEarlier(reply, meeting) && dayOf(notice.dueAt, times.zone) <= dayOf(reply.answeredAt, times.zone);
    return { ...notice, skip: first && reply.nudges > 0 ? "reminded" : answered ? "justAnswered" : fresh ? "tooSoon" : null };
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

function dayBeforeFor(times: Times, meeting: Meeting, reply: Reply): readonly Notice[] {
  const personId = comes(reply);
  if (personId === null) return [];
  const kind = "dayBefore";
  const key = `${kind}:${meeting.id}:${meeting.edition}:${personId}`;
  const notice = noticeOf(times, steps[kind], meeting, { ...aboutReply(meeting, reply, personId), key, kind });
  return [{ ...notice, skip: reply.answeredAt !== null && notice.dueAt <= reply.answeredAt ? "justAnswered" : null }];
}

/** The substitute has not confirmed: the delegate hears of it once for each naming. */
function silenceFor(times: Times, meeting: Meeting, reply: Reply): readonly Notice[] {
  const asked = reply.substituteAskedAt ?? reply.answeredAt;
  const waiting = reply.state === "substitute" && !reply.reserved && (reply.substituteState === "asked" || reply.substituteState === "unreachable");
  if (!waiting || asked === null) return [];
  let on = dayOf(asked, times.zone);
  // The day of the question does not count (§ 187 BGB); after the last full working day the next one begins.
  for (let n = 0; n <= workingDaysOfSilence; n++) on = firstOpenDayFrom(addDays(on, 1), times.calendar);
  const kind = "substitute.silent";
  const key = `${kind}:${meeting.id}:${meeting.edition}:${reply.personId}:${asked.getTime()}`;
  return [noticeOf(times, steps[kind], { meeting, on }, { ...aboutReply(meeting, reply, reply.personId), key, kind })];
}

/** Once for each meeting that was held, whatever day the ladder says later. */
const minutesFor = (times: Times, { organisers }: NoticeState, meeting: Meeting): readonly Notice[] =>
  organisers.map((personId) =>
    noticeOf(times, steps.minutes, meeting, {
      key: `minutes:${meeting.id}:${meeting.edition}:${personId}`,
      kind: "minutes",
      personId,
      meetingId: meeting.id,
      args: { meeting: meeting.id },
    }),
  );
