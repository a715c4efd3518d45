// Reads what the office's card of a meeting shows; commands and repaints see the same.
import type { View } from "../ports.ts";
import { byPosition, type Member, personName } from "../reader.ts";
import { visitsOf } from "../roster/visits.ts";
import type { Reply } from "../rsvp/model.ts";
import { isEarlier } from "../rsvp/rules.ts";
import { followUps } from "../task/agenda.ts";
import type { AnyHint, Sight } from "./cards.ts";
import { type Group, groupsOf, hasBegun } from "./consult.ts";
import { dayHints } from "./dates.ts";
import type { AgendaItem, Meeting } from "./model.ts";

export const agendaOf = async (view: View, meeting: Pick<Meeting, "id">): Promise<readonly AgendaItem[]> =>
  [...(await view.find("AgendaItem", { meetingId: meeting.id }))].sort(byPosition);

/** What speaks against the meeting's day; `others` are all meetings of the alliance, the meeting itself may be among them. */
export function hintsFor(reader: Member, meeting: Meeting, others: readonly Meeting[]): readonly AnyHint[] {
  const { alliance, today, calendar } = reader;
  const alive = others.filter((it) => it.id !== meeting.id && it.state !== "cancelled");
  const earlier = alive.filter((it) => it.kind === meeting.kind && it.day < meeting.day);
  // The resolution dates the initial workshop only (C1).
  const initial = meeting.kind === "workshop" && earlier.length === 0;
  const year = meeting.day.slice(0, 4);
  return [
    ...dayHints({
      day: meeting.day,
      kind: meeting.kind,
      today,
      calendar,
      ...(initial && alliance.workshopDeadline ? { decidedDeadline: alliance.workshopDeadline } : {}),
      firstOfYear: !earlier.some((it) => it.day.startsWith(year)),
      usualNotice: alliance.ladder.invitation,
    }),
    ...(alive.some((it) => it.day === meeting.day) ? [{ hint: "sameDay" } as const] : []),
  ];
}

/** Seats with an answer for the present day, organisation by organisation: never more than it has. */
function answeredSeats(
  meeting: Meeting,
  quotas: readonly { readonly organisationId: string; readonly seats: number }[],
  replies: readonly Reply[],
): Sight["answered"] {
  const answers = replies.filter((reply) => reply.state !== "none" && !isEarlier(reply, meeting));
  const n = quotas.map(({ organisationId, seats }) => Math.min(seats, answers.filter((reply) => reply.organisationId === organisationId).length));
  return { n: n.reduce((sum, it) => sum + it, 0), seats: quotas.reduce((sum, { seats }) => sum + seats, 0) };
}

/** What the work in hand has just changed, and the store does not know yet. */
export interface Fresh {
  readonly meeting: Meeting;
  readonly agenda?: readonly AgendaItem[];
  readonly groups?: readonly Group[];
}

export async function sightOf(view: View, reader: Member, { meeting, agenda, groups: given }: Fresh): Promise<Sight> {
  const draft = meeting.state === "draft";
  const invited = meeting.state === "invited";
  // For a meeting of the series the groups are shown only once the office has asked them of its own accord.
  const asked = meeting.kind === "workshop" || (await view.find("Consent", { meetingId: meeting.id })).length > 0;
  const groups = given ?? (asked ? await groupsOf(view, meeting) : []);
  const visits = await visitsOf(view, reader, meeting);
  return {
    meeting,
    followUps: await followUps(view, reader, meeting),
    guests: visits.map(({ person, items }) => reader.t("guest.at", { person: personName(reader, person), items })),
    agenda: agenda ?? (await agendaOf(view, meeting)),
    hints: draft ? hintsFor(reader, meeting, await view.find("Meeting", {})) : [],
    groups: meeting.kind === "workshop" || hasBegun(groups) ? groups : [],
    answered: invited
      ? answeredSeats(meeting, await view.find("Quota", { meetingId: meeting.id }), await view.find("Reply", { meetingId: meeting.id }))
      : { n: 0, seats: 0 },
  };
}
