// What will go out by itself in the next days, to whom and when, and what will not and why.
import { type Calendar, defer, mayGoOut } from "../calendar.ts";
import type { View } from "../ports.ts";
import type { Alliance } from "../roster/model.ts";
import { dayOf } from "../time.ts";
import { fold } from "./fold.ts";
import type { Notice, NoticeState } from "./notice.ts";
import { planned } from "./rules.ts";
import { known, stateOf } from "./state.ts";

export interface Outlook extends Pick<Notice, "kind" | "personId" | "meetingId" | "args" | "moved" | "skip"> {
  /** When it really goes out, or would. */
  readonly at: Date;
  /** Whom it is about where somebody else gets it in their place; null where it is the person's own. */
  readonly inPlaceOf: string | null;
}

/** Everything planned from `now` to `until`, the soonest first. What was sent or skipped already stands among the deliveries. */
export function outlook(state: NoticeState, now: Date, until: Date, calendar: Calendar): readonly Outlook[] {
  const { zone } = state.alliance;
  const times = new Map<string, Date>();
  const found = planned(state, now, calendar, until).flatMap((notice): readonly Notice[] => {
    const at = sendingOf(notice, now, calendar, zone);
    if (at > until) return [];
    times.set(notice.key, at);
    const late = notice.usefulUntil !== null && at >= notice.usefulUntil;
    return [{ ...notice, skip: notice.skip ?? (late ? "late" : state.isReachable(notice) ? null : "unreachable") }];
  });
  const [skipped, sent] = [found.filter(({ skip }) => skip !== null), found.filter(({ skip }) => skip === null)];
  const day = (notice: Notice) => dayOf(times.get(notice.key) ?? notice.goesAt, zone);
  return [...skipped, ...fold(sent, day).filter(({ skip }) => skip === null)]
    .map((notice): Outlook => {
      const { kind, personId, meetingId, args, skip } = notice;
      const at = times.get(notice.key) ?? notice.goesAt;
      const waits = notice.moved === null && at > notice.dueAt;
      return { kind, at, personId, inPlaceOf: notice.inPlaceOf, moved: waits ? "quiet" : notice.moved, skip, meetingId, args };
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** At its time; where that has passed, now or at the next open hour. */
const sendingOf = ({ goesAt, about }: Notice, now: Date, calendar: Calendar, zone: string): Date =>
  goesAt > now || mayGoOut(now, about, calendar, zone)
    ? new Date(Math.max(goesAt.getTime(), now.getTime()))
    : defer({ at: now, about, warns: false }, calendar, zone);

/** The outlook of an alliance, read within one command or by itself. */
export async function outlookOf(view: View, alliance: Alliance, now: Date, until: Date, calendar: Calendar): Promise<readonly Outlook[]> {
  const state = await stateOf(view, alliance, now);
  return outlook(await known(view, state, now, { calendar, until, concerns: () => true }), now, until, calendar);
}
