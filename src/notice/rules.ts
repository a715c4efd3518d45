// What the bot owes of its own accord at a given instant; pure, under keys that no instant changes.
import { type Calendar, mayGoOut } from "../calendar.ts";
import { dayOf } from "../time.ts";
import { fold } from "./fold.ts";
import { type Notice, type NoticeState, noticeOf, type Times, timesOf } from "./notice.ts";
import { mostNudges, steps } from "./plan.ts";
import { questionNotices } from "./questions.ts";
import { meetingNotices } from "./replies.ts";
import { afterRest } from "./rest.ts";
import { talkNotices } from "./talks.ts";
import { digestsFor, taskNotices } from "./tasks.ts";

/**
 * Everything planned that is not owed yet, whether its time has come or not; what comes every week, until the day of `until`. Of the instant it
 * knows only who rests: lateness and quiet hours are not in it.
 */
export function planned(state: NoticeState, now: Date, calendar: Calendar, until: Date = now): readonly Notice[] {
  const times = timesOf(state.alliance, now, calendar);
  const all = [
    ...meetingNotices(times, state),
    ...talkNotices(times, state),
    ...questionNotices(times, state),
    ...taskNotices(times, state),
    ...digestsFor(times, state, dayOf(until, times.zone)),
    ...reviewsFor(times, state),
  ];
  return all.filter(({ key }) => !state.done.has(key)).map((notice) => afterRest(times, state, notice));
}

/** What is owed now: to be sent, or to be recorded as skipped. Nothing is sent in quiet hours, in somebody's rest, or after its use has ended. */
export function due(state: NoticeState, now: Date, calendar: Calendar): readonly Notice[] {
  const { zone } = state.alliance;
  const today = dayOf(now, zone);
  const all = planned(state, now, calendar);
  const later = new Set(all.flatMap((it) => (isAboutTasks(it) && it.goesAt > now && dayOf(it.goesAt, zone) === today ? [it.personId] : [])));
  const found = all.flatMap((notice): readonly Notice[] => {
    if (notice.dueAt > now) return [];
    if (notice.usefulUntil !== null && now >= notice.usefulUntil) return [{ ...notice, skip: notice.skip ?? "late" }];
    // Questions are handed on to all at once, in open hours; whoever rests gets them afterwards.
    if (notice.questions.length > 0 ? !mayGoOut(now, notice.about, calendar, zone) : notice.goesAt > now) return [];
    if (notice.skip !== null) return [notice];
    // What never gets late waits until somebody can be reached.
    if (!state.isReachable(notice)) return notice.usefulUntil === null ? [] : [{ ...notice, skip: "unreachable" }];
    // Those of one day wait for the last of them.
    if (!mayGoOut(now, notice.about, calendar, zone) || (isAboutTasks(notice) && later.has(notice.personId))) return [];
    return [notice];
  });
  const [skipped, sent] = [found.filter(({ skip }) => skip !== null), found.filter(({ skip }) => skip === null)];
  return [...skipped, ...fold(withinMost(state, sent), () => today)];
}

const isAboutTasks = ({ tasks, skip }: Notice): boolean => tasks.length > 0 && skip === null;

/** After a down-time two nudges may be due at once where only one is left: the later one goes out. */
function withinMost({ meetings }: NoticeState, found: readonly Notice[]): readonly Notice[] {
  const rounds = new Map<string, Notice[]>();
  for (const it of found) if (it.nudges !== null) rounds.set(`${it.meetingId} ${it.nudges}`, [...(rounds.get(`${it.meetingId} ${it.nudges}`) ?? []), it]);
  const surplus = new Set<Notice>();
  for (const round of rounds.values()) {
    if (round.length < 2) continue;
    const replies = meetings.find(({ meeting }) => meeting.id === round[0]?.meetingId)?.replies ?? [];
    const left = mostNudges - (replies.find((reply) => reply.personId === round[0]?.nudges)?.nudges ?? 0);
    for (const it of [...round].sort((a, b) => b.dueAt.getTime() - a.dueAt.getTime()).slice(left)) surplus.add(it);
  }
  return found.map((it) => (surplus.has(it) ? { ...it, skip: "reminded" } : it));
}

/** Mandates to look at again (D17): one message for each day and organiser, however many organisations it names. */
function reviewsFor(times: Times, { organisations, organisers }: NoticeState): readonly Notice[] {
  const days = new Set(organisations.flatMap(({ reviewOn, status }) => (reviewOn !== null && status !== "confirmed" ? [reviewOn] : [])));
  return [...days].flatMap((on) =>
    organisers.map((personId) => noticeOf(times, steps.review, on, { key: `review:${on}:${personId}`, kind: "review", personId, args: { on } })),
  );
}
