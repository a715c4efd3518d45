// Cards about substitutes: choosing one, waiting for the word, and what the substitute sees.
import { type Button, type Card, card } from "../card.ts";
import type { Form } from "../form.ts";
import { clip } from "../help/pieces.ts";
import type { Meeting } from "../meeting/model.ts";
import { type Member, organisationName, personLabel, personName, type Viewer } from "../reader.ts";
import type { Person } from "../roster/model.ts";
import { showDay } from "../time.ts";
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
  speaksOf,
  stateFact,
  whenOf,
} from "./parts.ts";
import { type Situation, substituteLabel } from "./situation.ts";

export function namedCard(reader: Viewer, it: Situation): Card {
  const { t } = reader;
  const { meeting, reply } = it;
  const reachable = reply.substituteState === "asked";
  const args = about(meeting, reply.personId);
  const who = substituteLabel(reader, it);
  const other = button(reader, meeting, t("label.otherPerson"), wish("substitute.pick", { ...args, other: "1" }));
  return card(reachable ? "substitute.waiting" : "substitute.unreachable", t("substitute.waiting.title"), {
    facts: [
      forFact(reader, it),
      meetingFact(reader, meeting),
      stateFact(reader, t("state.substituteNamed")),
      { label: t("fact.comes"), value: reachable ? who : t("substitute.noAccount", { person: who }) },
    ],
    text: speaksOf(reader, reply.personId)
      ? t(reachable ? "behalf.substitute.waiting" : "behalf.substitute.unreachable")
      : t(reachable ? "substitute.waiting.text" : "substitute.unreachable.text"),
    buttons: reachable
      ? [other, acceptButton(reader, meeting, reply.personId), changeButton(reader, it)]
      : [
          button(reader, meeting, t("label.told"), wish("substitute.told", args)),
          button(reader, meeting, t("label.askOffice"), wish("substitute.ask", { ...args, who: "office" })),
          other,
          changeButton(reader, it),
        ],
  });
}

export function confirmedCard(reader: Viewer, it: Situation): Card {
  const { t } = reader;
  return card("substitute.confirmed", t(speaksOf(reader, it.reply.personId) ? "behalf.substitute.confirmed" : "substitute.confirmed.title"), {
    facts: [
      forFact(reader, it),
      meetingFact(reader, it.meeting),
      stateFact(reader, t("state.substituteConfirmed")),
      { label: t("fact.comes"), value: substituteLabel(reader, it) },
    ],
    buttons: [
      button(reader, it.meeting, t("label.otherPerson"), wish("substitute.pick", { ...about(it.meeting, it.reply.personId), other: "1" })),
      changeButton(reader, it),
    ],
  });
}

export function refusedCard(reader: Viewer, it: Situation): Card {
  const { t } = reader;
  const { meeting, reply, organisation } = it;
  const args = about(meeting, reply.personId);
  const [accept, , , undecided] = answerButtons(reader, meeting, reply.personId);
  return card("substitute.refused", t("substitute.refused.title", { person: clip(reply.substituteName ?? t("label.substitute"), 40) }), {
    facts: [forFact(reader, it), meetingFact(reader, meeting), stateFact(reader, t("state.none"))],
    text: organisation ? t("substitute.refused.text", { organisation: organisationName(reader, organisation) }) : undefined,
    buttons: [
      button(reader, meeting, t("label.otherPerson"), wish("substitute.pick", { ...args, other: "1" })),
      accept,
      button(reader, meeting, t("label.nobody"), wish("rsvp.decline", args)),
      undecided,
    ],
  });
}

/** Who comes? Named substitutes first, anybody else by name. */
export function pickCard(reader: Viewer, meeting: Meeting, personId: string, substitutes: readonly Person[]): Card {
  const { t } = reader;
  const args = about(meeting, personId);
  return card("substitute.pick", t(speaksOf(reader, personId) ? "behalf.substitute.pick" : "substitute.pick.title", { day: showDay(meeting.day, reader.lang) }), {
    buttons: [
      ...substitutes
        .slice(0, 2)
        .map((it): Button => button(reader, meeting, clip(personName(reader, it), 28), wish("substitute.name", { ...args, person: it.id }))),
      button(reader, meeting, t("label.otherPerson"), wish("substitute.name", args)),
      button(reader, meeting, t("label.cancel"), wish("rsvp.change", args)),
    ],
  });
}

export function substituteForm({ t }: Member, meeting: Meeting, personId: string): Form {
  return {
    name: "substitute.form",
    title: t("substitute.form.title"),
    submit: t("label.name"),
    cancel: t("label.cancel"),
    wish: wish("substitute.name", about(meeting, personId)),
    fields: [{ name: "name", label: t("substitute.form.name"), required: true, kind: { type: "text", max: 80 } }],
  };
}

/** A typed name is played back before it counts. */
export function echoCard(
  reader: Viewer,
  meeting: Meeting,
  personId: string,
  chosen: { readonly label: string; readonly args: Readonly<Record<string, string>> },
): Card {
  const { t } = reader;
  const args = about(meeting, personId);
  return card("substitute.echo", t("substitute.echo.title"), {
    facts: [meetingFact(reader, meeting), { label: t("fact.comes"), value: chosen.label }],
    text: t("substitute.echo.text"),
    buttons: [
      button(reader, meeting, t("label.name"), wish("substitute.name", { ...args, ...chosen.args })),
      button(reader, meeting, t("label.otherPerson"), wish("substitute.pick", { ...args, other: "1" })),
      button(reader, meeting, t("label.cancel"), wish("rsvp.change", args)),
    ],
  });
}

export function hasSeatCard(reader: Viewer, meeting: Meeting, personId: string): Card {
  const { t } = reader;
  return card("substitute.hasSeat", t("substitute.hasSeat.title"), {
    facts: [meetingFact(reader, meeting)],
    text: t(speaksOf(reader, personId) ? "behalf.substitute.hasSeat" : "substitute.hasSeat.text"),
    buttons: [
      button(reader, meeting, t("label.otherPerson"), wish("substitute.pick", { ...about(meeting, personId), other: "1" })),
      button(reader, meeting, t("label.change"), wish("rsvp.change", about(meeting, personId))),
    ],
  });
}

/** To the delegate, once, after two working days without a word. */
export function silentCard(reader: Viewer, it: Situation): Card {
  const { t } = reader;
  const args = about(it.meeting, it.reply.personId);
  return card("substitute.silent", t("substitute.silent.title"), {
    facts: [forFact(reader, it), meetingFact(reader, it.meeting), { label: t("fact.comes"), value: substituteLabel(reader, it) }],
    text: t(speaksOf(reader, it.reply.personId) ? "behalf.substitute.silent" : "substitute.silent.text"),
    buttons: [
      it.reply.substituteState === "asked"
        ? button(reader, it.meeting, t("label.askAgain"), wish("substitute.ask", { ...args, who: "again" }))
        : button(reader, it.meeting, t("label.told"), wish("substitute.told", args)),
      button(reader, it.meeting, t("label.otherPerson"), wish("substitute.pick", { ...args, other: "1" })),
      acceptButton(reader, it.meeting, it.reply.personId),
      changeButton(reader, it),
    ],
  });
}

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

/** The delegate has decided otherwise meanwhile. */
export function substituteGoneCard(reader: Member, meeting: Meeting): Card {
  const { t } = reader;
  return card("substitute.gone", t("substitute.withdrawn.title"), {
    facts: [meetingFact(reader, meeting)],
    text: t("substitute.gone.text"),
    buttons: [{ label: t("label.status"), wish: wish("status.show") }],
  });
}
