// What guests of single agenda items (D8) hear by themselves: that they are expected, of every change, and that the meeting does not take place.
import { type Card, card } from "../card.ts";
import type { Known } from "../command.ts";
import type { Composer } from "../notice/composer.ts";
import { owed } from "../notice/owe.ts";
import type { Member } from "../reader.ts";
import { type Visit, visitsOf } from "../roster/visits.ts";
import { isOver, meetingFact, meetingName } from "../rsvp/parts.ts";
import { wish } from "../wish.ts";
import { listButton, press } from "./cards.ts";
import type { Meeting } from "./model.ts";

/** One message for each state of the meeting and each set of items; who has no account is told by the office. `only`: this one guest. */
export async function tellGuests(context: Known, meeting: Meeting, notBefore: Date | null, only?: Pick<Visit, "person" | "rows">): Promise<void> {
  for (const { person, rows } of only ? [only] : await visitsOf(context.desk, context, meeting)) {
    const state = [meeting.edition, meeting.sequence, meeting.state, ...rows.map(({ item }) => item).sort()].join(".");
    context.desk.owe(
      owed(context, {
        key: `guest:${meeting.id}:${person.id}:${state}`,
        kind: "guest",
        personId: person.id,
        args: { meeting: meeting.id },
        matter: `guest:${meeting.id}:${person.id}`,
        notBefore,
        usefulUntil: meeting.startsAt,
      }),
    );
  }
}

function guestCard(reader: Member, meeting: Meeting, { items }: Visit): Card {
  const { t } = reader;
  if (meeting.state === "cancelled")
    return card("guest.cancelled", t("meeting.cancelled.title", { meeting: meetingName(reader, meeting) }), {
      facts: [meetingFact(reader, meeting, true), meeting.cancelNote ? { label: t("meeting.gone.note"), value: meeting.cancelNote } : undefined],
      text: t("meeting.cancelled.text", { kind: meeting.kind }),
      buttons: [listButton(reader)],
    });
  return card("guest.expected", t("guest.expected.title", { meeting: meetingName(reader, meeting) }), {
    facts: [meetingFact(reader, meeting, true), { label: t("guest.saved.items"), value: items }],
    text: t("guest.expected.text"),
    buttons: [press(reader, meeting, t("do.meeting.show"), wish("meeting.show", { meeting: meeting.id }))],
  });
}

/** Drawn from the state of the moment: of two changes only the last is told. */
export const guestTold: Composer = async (it) => {
  const [meeting] = await it.view.find("Meeting", { id: it.args["meeting"] ?? "" });
  const visit = meeting && (await visitsOf(it.view, it, meeting)).find(({ person }) => person.id === it.person.id);
  if (!meeting || !visit) return { skip: "gone" };
  return meeting.state === "draft" || isOver(meeting, it.now) ? { skip: "over" } : guestCard(it, meeting, visit);
};
