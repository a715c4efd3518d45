// Cards that say why a reply was not changed, and what is possible instead.
import { type Card, card } from "../card.ts";
import type { Meeting } from "../meeting/model.ts";
import type { Member, Viewer } from "../reader.ts";
import { wish } from "../wish.ts";
import { answerButtons, forFact, meetingFact, partOf, replyStatus, stateFact } from "./parts.ts";
import { placeOf } from "./rules.ts";
import type { Situation } from "./situation.ts";

export function notInvitedCard(reader: Member, meeting: Meeting): Card {
  const { t, alliance } = reader;
  return card("refuse.notInvited", t("rsvp.notInvited.title"), {
    facts: [meetingFact(reader, meeting)],
    text: t("rsvp.notInvited.text", { phone: alliance.office.phone }),
    buttons: [
      { label: t("label.status"), wish: wish("status.show") },
      { label: t("label.callback"), wish: wish("help.callback") },
    ],
  });
}

export function otherSeatCard({ t }: Member): Card {
  return card("refuse.otherSeat", t("rsvp.otherSeat.title"), {
    text: t("rsvp.otherSeat.text"),
    buttons: [{ label: t("label.invitation"), wish: wish("rsvp.show") }],
  });
}

/** A button of an earlier edition was pressed: nothing is stored, the present state is shown with the four answers. */
export function staleCard(reader: Viewer, it: Situation): Card {
  const { t } = reader;
  return card("stale.answered", t("rsvp.stale.title"), {
    facts: [
      forFact(reader, it),
      meetingFact(reader, it.meeting),
      stateFact(reader, replyStatus(reader, it.reply, it.seats ? placeOf(it.seats, it.reply.personId) : undefined, partOf(reader, it), it.meeting)),
    ],
    text: t("rsvp.stale.text"),
    buttons: answerButtons(reader, it.meeting, it.reply.personId),
  });
}

export function lateCard(reader: Member, meeting: Meeting): Card {
  const { t } = reader;
  return card("rsvp.late", t("rsvp.late.title"), {
    facts: [meetingFact(reader, meeting)],
    text: t("rsvp.late.text"),
    buttons: [{ label: t("label.status"), wish: wish("status.show") }],
  });
}
