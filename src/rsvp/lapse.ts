// What ends by itself at a meeting: offers nobody took, and seats reserved for answers to an earlier day.
import type { Calendar } from "../calendar.ts";
import type { Meeting } from "../meeting/model.ts";
import type { Alliance } from "../roster/model.ts";
import { endOfDay } from "../time.ts";
import { type Because, moveUp, repaint, write } from "./record.ts";
import { lapsed } from "./rules.ts";
import { overviewMatter, replyMatter, seatTable } from "./situation.ts";

/** Done with the meeting held; a second time there is nothing left to end. */
export async function lapse(because: Because & { readonly calendar: Calendar }, meeting: Meeting, { zone }: Pick<Alliance, "zone">): Promise<void> {
  const { desk, now, calendar } = because;
  for (const { organisationId } of await desk.find("Quota", { meetingId: meeting.id })) {
    const seats = await seatTable(desk, meeting.id, organisationId);
    const { lapsed: ended, moved } = lapsed(seats, meeting, endOfDay(meeting.replyBy, zone), { now, calendar, zone });
    if (ended.length === 0) continue;
    for (const reply of ended) write(because, seats.taken.find((it) => it.personId === reply.personId) ?? reply, reply);
    for (const reply of moved) moveUp(because, meeting, seats, reply);
    const matters = [overviewMatter(meeting.id), ...ended.map((reply) => replyMatter(meeting.id, reply.personId))];
    for (const shown of await desk.find("Shown", { matter: matters })) repaint(because, shown);
  }
}
