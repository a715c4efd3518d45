// While somebody rests, a message waits for the end of the rest or goes to a substitute (the rule stands in plan.ts).
import { defer } from "../calendar.ts";
import { addDays, at, dayOf } from "../time.ts";
import type { Notice, NoticeState, Times } from "./notice.ts";

export function afterRest(times: Times, state: NoticeState, notice: Notice): Notice {
  const until = restsUntil(times, state, notice.personId, notice.dueAt);
  if (until === undefined) return notice;
  const substitute = substituteFor(times, state, notice);
  if (substitute !== undefined) return passedOn(notice, substitute);
  const ends = at(addDays(until, 1), "00:00", times.zone);
  const goesAt = defer({ at: ends, about: notice.about, warns: false }, times.calendar, times.zone);
  const useless = notice.usefulUntil !== null && goesAt >= notice.usefulUntil;
  return { ...notice, goesAt, moved: "pause", skip: notice.skip ?? (useless ? "paused" : null) };
}

/** The last day of rest of somebody who would get a message now, or when its time comes. */
function restsUntil({ now, zone }: Times, { pauses }: NoticeState, personId: string, dueAt: Date) {
  const until = pauses.get(personId)?.until;
  return until !== undefined && dayOf(dueAt > now ? dueAt : now, zone) <= until ? until : undefined;
}

function substituteFor(times: Times, state: NoticeState, notice: Notice): string | undefined {
  const { personId, dueAt, passes, skip } = notice;
  if (!passes || skip !== null || state.pauses.get(personId)?.to !== "substitute") return undefined;
  return state
    .substitutes(personId)
    .find((id) => restsUntil(times, state, id, dueAt) === undefined && state.isReachable({ ...notice, ...passedOn(notice, id) }));
}

/** The key stays: it is the same message. A substitute cannot answer an invitation that is somebody else's, and reads that in another card. */
const passedOn = (notice: Notice, personId: string): Notice => ({
  ...notice,
  personId,
  inPlaceOf: notice.personId,
  args: { ...notice.args, inPlaceOf: notice.personId },
  moved: "substitute",
  ...(notice.nudges === null ? {} : { kind: "nudge.passed", matter: null }),
});
