// Where something was agreed: the running meeting, the last one while its agreements are still being written down, else the next one.
import type { AgendaItem, Meeting } from "../meeting/model.ts";
import type { View } from "../ports.ts";

/** The item of every agenda under which tasks are agreed (D28). */
const agreeing = "next_steps";
/** How long after a meeting a new task is rather its own than the next one's. */
const afterwards = 42 * 24 * 3_600_000;
/** Meetings offered to choose from. */
const most = 6;

export interface Source {
  readonly meeting: Meeting;
  readonly item: AgendaItem | undefined;
}

/** Meetings a task may come from, the likeliest first: invited ones, held or still to come; never a draft or one that does not take place. */
export function possibleSources(meetings: readonly Meeting[], now: Date): readonly Meeting[] {
  const real = meetings.filter(({ state }) => state === "invited");
  const begun = real.filter(({ startsAt }) => startsAt <= now).sort((a, b) => b.startsAt.getTime() - a.startsAt.getTime());
  const coming = real.filter(({ startsAt }) => startsAt > now).sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const [last] = begun;
  const isFresh = last !== undefined && now.getTime() - last.endsAt.getTime() <= afterwards;
  return (isFresh ? [last, ...coming, ...begun.slice(1)] : [...coming, ...begun]).slice(0, most);
}

export async function sourceOf(view: View, meeting: Meeting | undefined): Promise<Source | undefined> {
  if (!meeting) return undefined;
  const [item] = await view.find("AgendaItem", { meetingId: meeting.id, key: agreeing });
  return { meeting, item };
}
