// What the substitute sees: the question, the own answer, and that it is no longer needed.
import { type Card, card } from "../card.ts";
import { type Member, personLabel } from "../reader.ts";
import { showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { about, button, calendarButton, isLate, isOver, meetingFact, meetingName, partOf, stateFact, whenOf } from "./parts.ts";
import type { Situation } from "./situation.ts";

/** The substitute's own live card, by state; undefined where this person is not the substitute any more. */
export function standinCard(reader: Member, it: Situation): Card {
  const { meeting, reply, whose, organisation } = it;
  const { t, lang } = reader;
  const person = personLabel(reader, whose, organisation);
  const args = about(meeting, reply.personId);
  if (meeting.state === "cancelled" || isOver(meeting, reader.now)) return overCard(reader, it);
  if (reply.substituteState === "confirmed") {
    const part = partOf(reader, it);
    return card("substitute.asked.yes", t("rsvp.yes.title"), {
      facts: [meetingFact(reader, meeting, true), stateFact(reader, part ? t("state.acceptedPartFor", { part, person }) : t("state.acceptedFor", { person }))],
      text: t("substitute.told"),
      buttons: [
        button(reader, meeting, t(part ? "label.times" : "label.partial"), wish("rsvp.partial", args)),
        calendarButton(reader, meeting, reply.personId),
        button(reader, meeting, t("label.change"), wish("substitute.answer", { ...args, answer: "ask" })),
      ],
    });
  }
  if (reply.substituteState === "refused") {
    return card("substitute.asked.no", t("rsvp.no.title"), {
      facts: [meetingFact(reader, meeting)],
      text: t("substitute.told"),
      buttons: [button(reader, meeting, t("label.change"), wish("substitute.answer", { ...args, answer: "ask" }))],
    });
  }
  return askedCard(reader, it, isLate(reader, meeting) ? t("substitute.asked.late") : t("substitute.asked.text", { day: showDay(meeting.replyBy, lang) }));
}

/** Nothing is asked of the substitute any more: the meeting has begun, or does not take place. */
function overCard(reader: Member, { meeting, reply, whose, organisation }: Situation): Card {
  const { t } = reader;
  const facts = [{ label: t("fact.youComeFor"), value: personLabel(reader, whose, organisation) }];
  if (meeting.state === "cancelled")
    return card("substitute.over", t("rsvp.cancelled.title", { meeting: meetingName(reader, meeting) }), {
      facts,
      text: t("rsvp.cancelled.text", { kind: meeting.kind }),
    });
  return card("substitute.over", meetingName(reader, meeting), {
    facts,
    text: t("rsvp.closed.text", { kind: meeting.kind }),
    buttons: [button(reader, meeting, t("label.reportChange"), wish("rsvp.late", about(meeting, reply.personId)))],
  });
}

/** A button of an earlier edition was pressed by the substitute. */
export const staleStandinCard = (reader: Member, it: Situation): Card => askedCard(reader, it, reader.t("rsvp.stale.text"));

export function askedCard(reader: Member, it: Situation, text: string): Card {
  const { t } = reader;
  const { meeting, reply } = it;
  const args = about(meeting, reply.personId);
  return card("substitute.asked", t("substitute.asked.title"), {
    facts: [
      { label: t("fact.when"), value: whenOf(reader, meeting) },
      { label: t("fact.where"), value: meeting.place },
      { label: t("fact.youComeFor"), value: personLabel(reader, it.whose, it.organisation) },
    ],
    text,
    buttons: [
      button(reader, meeting, t("label.accept"), wish("substitute.answer", { ...args, answer: "yes" })),
      button(reader, meeting, t("label.decline"), wish("substitute.answer", { ...args, answer: "no" })),
    ],
  });
}

export function withdrawnCard(reader: Member, it: Situation): Card {
  const { t } = reader;
  return card("substitute.withdrawn", t("substitute.withdrawn.title"), {
    facts: [meetingFact(reader, it.meeting)],
    text: t("substitute.withdrawn.text", { person: personLabel(reader, it.whose, it.organisation) }),
  });
}

/** The delegate's own seat is not there yet: nothing has been decided against the substitute. */
export function substituteWaitsCard(reader: Member, it: Situation): Card {
  const { t } = reader;
  return card("substitute.waits", t("substitute.waits.title"), {
    facts: [meetingFact(reader, it.meeting), { label: t("fact.youComeFor"), value: personLabel(reader, it.whose, it.organisation) }],
    text: t("substitute.waits.text"),
    buttons: [{ label: t("label.status"), wish: wish("status.show") }],
  });
}
