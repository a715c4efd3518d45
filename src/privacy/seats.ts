// What becomes of the answers when somebody erases their data: the seat stays with its organisation, whoever waits for it moves up.

import type { Known } from "../command.ts";
import type { Meeting } from "../meeting/model.ts";
import { owed } from "../notice/owe.ts";
import type { Person } from "../roster/model.ts";
import { momentOf } from "../rsvp/held.ts";
import type { Reply } from "../rsvp/model.ts";
import { moveUp, repaint } from "../rsvp/record.ts";
import { type Answer, blank, decide } from "../rsvp/rules.ts";
import { overviewMatter, replyMatter, seatTable, standinMatter } from "../rsvp/situation.ts";

/** The nameless holder of the seat, where there is one, and what others knew the person as from now on. */
export interface Remaining {
  readonly successor: Person | undefined;
  readonly name: string;
}

/** The own answers go; a substitute who comes keeps coming, because the seat is the organisation's. */
export async function leaveReplies(context: Known, { successor }: Remaining): Promise<void> {
  const { desk, person, now } = context;
  for (const reply of await desk.find("Reply", { personId: person.id })) {
    const [meeting] = await desk.find("Meeting", { id: reply.meetingId });
    desk.remove("Reply", reply);
    if (meeting?.state !== "invited" || meeting.startsAt <= now) continue;
    const stays = reply.state === "substitute" && !reply.reserved && successor !== undefined && reply.substituteId !== null;
    if (!stays) await giveBack(context, meeting, reply, { state: "none", actorId: null, via: "bot" });
    if (!successor) continue;
    const { invitedAt, edition, nudges } = reply;
    const fresh = { ...nobodys(reply), invitedAt, edition, nudges };
    const kept: Reply = stays ? { ...reply, actorId: null, via: "bot" } : fresh;
    desk.put("Reply", { ...kept, personId: successor.id });
    if (stays && reply.substituteId) showAgain(context, meeting, successor, reply.substituteId);
    await repaintOverview(context, meeting);
  }
}

const nobodys = (reply: Reply): Reply => ({ ...reply, ...blank, state: "none", answeredAt: null, actorId: null, via: "bot" });

/** The substitute's card is about somebody who is no longer there: a new one takes its place. */
function showAgain(context: Known, meeting: Meeting, successor: Person, substituteId: string): void {
  const args = { meeting: meeting.id, person: successor.id };
  const key = `standin.own:${context.key}:${substituteId}`;
  context.desk.owe(owed(context, { key, kind: "standin.own", personId: substituteId, args, matter: standinMatter(meeting.id, successor.id) }));
}

/** Only at the meeting that is held: elsewhere the next answer of the organisation lets the others move up. */
async function giveBack(context: Known, meeting: Meeting, reply: Reply, answer: Answer): Promise<void> {
  const { desk } = context;
  if (desk.meeting?.id !== meeting.id) return;
  const seats = await seatTable(desk, meeting.id, reply.organisationId);
  for (const one of decide(seats, reply, answer, meeting, momentOf(context)).moved) moveUp(context, meeting, seats, one);
}

/** Who had named the person to come chooses anew; what is over only loses the name. */
export async function leaveStandIns(context: Known, { name }: Remaining): Promise<void> {
  const { desk, person, now } = context;
  for (const reply of await desk.find("Reply", { substituteId: person.id })) {
    const [meeting] = await desk.find("Meeting", { id: reply.meetingId });
    const nameless: Reply = { ...reply, substituteId: null, substituteName: name };
    const comes = meeting?.state === "invited" && meeting.startsAt > now && reply.state === "substitute";
    if (!meeting || !comes) {
      desk.put("Reply", nameless);
      continue;
    }
    await giveBack(context, meeting, reply, { state: "none", actorId: null, via: "bot" });
    desk.put("Reply", { ...nobodys(reply), substituteName: name, substituteState: "refused" });
    const args = { meeting: reply.meetingId, person: reply.personId };
    const key = `substitute.refused:${context.key}:${reply.personId}`;
    desk.owe(owed(context, { key, kind: "rsvp.own", personId: reply.personId, args, matter: replyMatter(reply.meetingId, reply.personId) }));
    await repaintOverview(context, meeting);
  }
}

async function repaintOverview(context: Known, meeting: Meeting): Promise<void> {
  const live = await context.desk.find("Shown", { matter: overviewMatter(meeting.id) });
  for (const shown of live) if (shown.personId !== context.person.id) repaint(context, shown);
}
