// What delegates see about their reply: one card for each state.
import { type Card, card } from "../card.ts";
import { clip } from "../help/pieces.ts";
import { partOffer } from "../question/offer.ts";
import { organisationName, personLabel, type Viewer } from "../reader.ts";
import { followUpFact } from "../task/agenda.ts";
import { clockOf, dayOf, showClock, showDay } from "../time.ts";
import { wish } from "../wish.ts";
import {
  about,
  acceptButton,
  answerButtons,
  button,
  calendarButton,
  changeButton,
  forFact,
  isLate,
  isOver,
  meetingFact,
  meetingName,
  partOf,
  replyStatus,
  speaksOf,
  stateFact,
  whenOf,
} from "./parts.ts";
import { askAgainOn, isEarlier, placeOf } from "./rules.ts";
import type { Situation } from "./situation.ts";
import { confirmedCard, namedCard, refusedCard } from "./substitute-cards.ts";

/** The person's own live card: whatever the state is, this is what it shows. */
export function replyCard(reader: Viewer, it: Situation): Card {
  const { meeting, reply } = it;
  if (meeting.state === "cancelled") return cancelledCard(reader, it);
  if (isOver(meeting, reader.now)) return closedCard(reader, it);
  if (isEarlier(reply, meeting)) return movedCard(reader, it);
  switch (reply.state) {
    case "accepted":
      return acceptedCard(reader, it);
    case "substitute":
      return reply.substituteState === "confirmed" ? confirmedCard(reader, it) : namedCard(reader, it);
    case "declined":
      return declinedCard(reader, it);
    case "undecided":
      return undecidedCard(reader, it);
    case "waiting":
      return waitingCard(reader, it);
    case "offered":
      return offeredCard(reader, it);
    default:
      return reply.substituteState === "refused" ? refusedCard(reader, it) : invitationCard(reader, it);
  }
}

/** `followed`: unfinished tasks, with which the meeting begins. */
export function invitationCard(reader: Viewer, it: Situation, followed = 0): Card {
  const { t, lang, alliance } = reader;
  const { meeting, reply, organisation, seats } = it;
  const late = isLate(reader, meeting);
  if (speaksOf(reader, reply.personId)) return invitationFor(reader, it, late, followed);
  const seat = organisation ? t("rsvp.seatOf", { seats: seats?.seats ?? organisation.seats, organisation: organisationName(reader, organisation) }) : undefined;
  return card(late ? "rsvp.ask.late" : "rsvp.ask", t("rsvp.ask.title", { alliance: lang === "de" ? alliance.nameDe : alliance.nameEn }), {
    facts: [
      { label: t("fact.when"), value: whenOf(reader, meeting) },
      { label: t("fact.where"), value: meeting.place },
      seat ? { label: t("fact.for"), value: seat } : undefined,
      followUpFact(reader, followed),
    ],
    text: t(late ? "rsvp.ask.late" : "rsvp.ask.text", { day: showDay(meeting.replyBy, lang) }),
    buttons: answerButtons(reader, meeting, reply.personId),
  });
}

/** To a secretariat: no sentence and no label in the first person (K6.4). */
function invitationFor(reader: Viewer, { meeting, reply, whose, organisation }: Situation, late: boolean, followed: number): Card {
  const { t, lang } = reader;
  return card("rsvp.ask.onBehalfAccount", clip(t("behalf.ask.title", { person: personLabel(reader, whose, organisation) }), 60), {
    facts: [
      { label: t("fact.when"), value: whenOf(reader, meeting) },
      { label: t("fact.where"), value: meeting.place },
      { label: t("behalf.answering"), value: t("behalf.answering.how") },
      followUpFact(reader, followed),
    ],
    text: t(late ? "behalf.ask.late" : "behalf.ask.text", { day: showDay(meeting.replyBy, lang) }),
    buttons: answerButtons(reader, meeting, reply.personId),
  });
}

function movedCard(reader: Viewer, it: Situation): Card {
  const { t, lang } = reader;
  return card("rsvp.moved", meetingName(reader, it.meeting), {
    facts: [
      forFact(reader, it),
      { label: t("fact.when"), value: whenOf(reader, it.meeting) },
      { label: t("fact.where"), value: it.meeting.place },
      { label: yourState(reader, it), value: replyStatus(reader, it.reply, undefined, undefined, it.meeting) },
    ],
    text: t(speaksOf(reader, it.reply.personId) ? "behalf.moved.text" : "rsvp.moved.text", { day: showDay(it.meeting.replyBy, lang) }),
    buttons: answerButtons(reader, it.meeting, it.reply.personId),
  });
}

const yourState = (reader: Viewer, { reply }: Situation): string => reader.t(speaksOf(reader, reply.personId) ? "fact.state" : "fact.yourState");

function closedCard(reader: Viewer, it: Situation): Card {
  const { t } = reader;
  return card("rsvp.closed", meetingName(reader, it.meeting), {
    facts: [
      forFact(reader, it),
      {
        label: yourState(reader, it),
        value: replyStatus(reader, it.reply, it.seats ? placeOf(it.seats, it.reply.personId) : undefined, partOf(reader, it), it.meeting),
      },
    ],
    text: t("rsvp.closed.text", { kind: it.meeting.kind }),
    buttons: [button(reader, it.meeting, t("label.reportChange"), wish("rsvp.late", about(it.meeting, it.reply.personId)))],
  });
}

function cancelledCard(reader: Viewer, it: Situation): Card {
  const { t } = reader;
  const { meeting, reply } = it;
  return card("rsvp.cancelled", t("rsvp.cancelled.title", { meeting: meetingName(reader, meeting) }), {
    facts: [forFact(reader, it), meeting.cancelNote ? { label: t("meeting.gone.note"), value: meeting.cancelNote } : undefined],
    text: t("rsvp.cancelled.text", { kind: meeting.kind }),
    buttons: [calendarButton(reader, meeting, reply.personId)],
  });
}

function acceptedCard(reader: Viewer, it: Situation): Card {
  const { t } = reader;
  const { meeting, reply } = it;
  const part = partOf(reader, it);
  return card(part ? "rsvp.partial" : "rsvp.yes", t(speaksOf(reader, reply.personId) ? "behalf.yes.title" : "rsvp.yes.title"), {
    facts: [forFact(reader, it), meetingFact(reader, meeting, true), stateFact(reader, replyStatus(reader, reply, undefined, part))],
    buttons: [
      speaksOf(reader, reply.personId) ? undefined : partOffer(reader, meeting, it.organisation),
      button(reader, meeting, t(part ? "label.times" : "label.partial"), wish("rsvp.partial", about(meeting, reply.personId))),
      calendarButton(reader, meeting, reply.personId),
      changeButton(reader, it),
    ],
  });
}

function declinedCard(reader: Viewer, it: Situation): Card {
  const { t } = reader;
  return card("rsvp.no", t(speaksOf(reader, it.reply.personId) ? "behalf.no.title" : "rsvp.no.title"), {
    facts: [forFact(reader, it), meetingFact(reader, it.meeting), stateFact(reader, t("state.declined"))],
    text: t("rsvp.no.text"),
    buttons: [button(reader, it.meeting, t("label.nameSubstitute"), wish("substitute.pick", about(it.meeting, it.reply.personId))), changeButton(reader, it)],
  });
}

function undecidedCard(reader: Viewer, it: Situation): Card {
  const { t, lang, alliance, today, calendar } = reader;
  const { meeting, reply } = it;
  const again = askAgainOn(reply, meeting, alliance.ladder, today, calendar);
  const sentences = [
    it.contested ? t("rsvp.undecided.contested") : "",
    again
      ? t("rsvp.undecided.again", { day: showDay(again, lang) })
      : isLate(reader, meeting)
        ? ""
        : t("rsvp.undecided.until", { day: showDay(meeting.replyBy, lang) }),
  ];
  const [accept, substitute, decline] = answerButtons(reader, meeting, reply.personId);
  return card(it.contested ? "rsvp.tentative.contested" : "rsvp.tentative", t("rsvp.undecided.title"), {
    facts: [forFact(reader, it), meetingFact(reader, meeting), stateFact(reader, t("state.undecided"))],
    text: sentences.filter((sentence) => sentence !== "").join(" ") || undefined,
    buttons: [
      accept,
      substitute,
      decline,
      button(reader, meeting, t("label.otherDay"), wish("rsvp.undecided", { ...about(meeting, reply.personId), choose: "1" })),
    ],
  });
}

export function changeCard(reader: Viewer, it: Situation): Card {
  const { t } = reader;
  return card("rsvp.change", t("rsvp.change.title"), {
    facts: [
      forFact(reader, it),
      meetingFact(reader, it.meeting),
      stateFact(reader, replyStatus(reader, it.reply, it.seats ? placeOf(it.seats, it.reply.personId) : undefined, partOf(reader, it), it.meeting)),
    ],
    text: t("rsvp.change.text"),
    buttons: answerButtons(reader, it.meeting, it.reply.personId),
  });
}

function waitingCard(reader: Viewer, it: Situation): Card {
  const { t } = reader;
  const { meeting, reply, seats, organisation } = it;
  const place = (seats && placeOf(seats, reply.personId)) ?? 1;
  const state = organisation ? t("state.waitingAt", { organisation: organisationName(reader, organisation), place }) : t("state.waiting", { place });
  const count = seats?.seats ?? 0;
  const other = speaksOf(reader, reply.personId);
  return card("waiting", t(other ? "behalf.waiting.title" : "waiting.title"), {
    facts: [
      forFact(reader, it),
      meetingFact(reader, meeting),
      stateFact(reader, state),
      it.holders.length > 0 ? { label: t("waiting.holders", { seats: count }), value: it.holders.join(", ") } : undefined,
    ],
    text: count > 0 ? t(other ? "behalf.waiting.text" : "waiting.text", { seats: count }) : undefined,
    buttons: [
      button(reader, meeting, t("label.keepWaiting"), wish("rsvp.accept", about(meeting, reply.personId))),
      button(reader, meeting, t("label.noLonger"), wish("waiting.leave", about(meeting, reply.personId))),
    ],
  });
}

export function promotedCard(reader: Viewer, it: Situation): Card {
  const { t } = reader;
  const other = speaksOf(reader, it.reply.personId);
  return card("waiting.promoted", t(other ? "behalf.promoted.title" : "waiting.promoted.title"), {
    facts: [forFact(reader, it), meetingFact(reader, it.meeting, true), stateFact(reader, replyStatus(reader, it.reply, undefined, partOf(reader, it)))],
    text: t(other ? "behalf.promoted.text" : "waiting.promoted.text"),
    buttons: [
      other ? undefined : partOffer(reader, it.meeting, it.organisation),
      button(reader, it.meeting, t("label.partial"), wish("rsvp.partial", about(it.meeting, it.reply.personId))),
      calendarButton(reader, it.meeting, it.reply.personId),
      button(reader, it.meeting, t("label.noLonger"), wish("rsvp.decline", about(it.meeting, it.reply.personId))),
    ],
  });
}

function offeredCard(reader: Viewer, it: Situation): Card {
  const { t, lang, alliance } = reader;
  const until = it.reply.offeredUntil ?? it.meeting.startsAt;
  const by = t("rsvp.at", { day: showDay(dayOf(until, alliance.zone), lang), clock: showClock(clockOf(until, alliance.zone), lang) });
  const other = speaksOf(reader, it.reply.personId);
  return card("waiting.offered", t("waiting.offered.title"), {
    facts: [forFact(reader, it), meetingFact(reader, it.meeting, true), { label: t(other ? "behalf.reservedUntil" : "fact.reservedUntil"), value: by }],
    text: t(other ? "behalf.offered.text" : "waiting.offered.text"),
    buttons: [
      acceptButton(reader, it.meeting, it.reply.personId),
      button(reader, it.meeting, t("label.noLonger"), wish("waiting.leave", about(it.meeting, it.reply.personId))),
    ],
  });
}

export function leftCard(reader: Viewer, it: Situation): Card {
  const { t } = reader;
  return card("waiting.left", t(speaksOf(reader, it.reply.personId) ? "behalf.left.title" : "waiting.left.title"), {
    facts: [forFact(reader, it), meetingFact(reader, it.meeting), stateFact(reader, t("state.declined"))],
    buttons: [changeButton(reader, it)],
  });
}
