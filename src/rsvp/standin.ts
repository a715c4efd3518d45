// Cards about substitutes: choosing one, waiting for the word, and what the substitute sees.
import { type Button, type Card, card } from "../card.ts";
import type { Form } from "../form.ts";
import type { Meeting } from "../meeting/model.ts";
import { type Member, organisationName, personLabel, personName } from "../reader.ts";
import type { Person } from "../roster/model.ts";
import { showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { about, answerButtons, button, calendarButton, changeButton, isLate, isOver, meetingFact, partOf, stateFact, whenOf } from "./parts.ts";
import { type Situation, substituteLabel } from "./situation.ts";

export function namedCard(reader: Member, it: Situation): Card {
  const { t } = reader;
  const { meeting, reply } = it;
  const reachable = reply.substituteState === "asked";
  const args = about(meeting, reply.personId);
  const who = substituteLabel(reader, it);
  const other = button(reader, meeting, t("label.otherPerson"), wish("substitute.pick", { ...args, other: "1" }));
  return card(reachable ? "substitute.waiting" : "substitute.unreachable", t("substitute.waiting.title"), {
    facts: [meetingFact(reader, meeting), stateFact(reader, t("state.substituteNamed")), { label: t("fact.comes"), value: reachable ? who : t("substitute.noAccount", { person: who }) }],
    text: t(reachable ? "substitute.waiting.text" : "substitute.unreachable.text"),
    buttons: reachable
      ? [other, button(reader, meeting, t("label.accept"), wish("rsvp.accept", args)), changeButton(reader, it)]
      : [
          button(reader, meeting, t("label.told"), wish("substitute.told", args)),
          button(reader, meeting, t("label.askOffice"), wish("substitute.ask", { ...args, who: "office" })),
          other,
          changeButton(reader, it),
        ],
  });
}

export function confirmedCard(reader: Member, it: Situation): Card {
  const { t } = reader;
  return card("substitute.confirmed", t("substitute.confirmed.title"), {
    facts: [meetingFact(reader, it.meeting), stateFact(reader, t("state.substituteConfirmed")), { label: t("fact.comes"), value: substituteLabel(reader, it) }],
    buttons: [button(reader, it.meeting, t("label.otherPerson"), wish("substitute.pick", { ...about(it.meeting, it.reply.personId), other: "1" })), changeButton(reader, it)],
  });
}

export function refusedCard(reader: Member, it: Situation): Card {
  const { t } = reader;
  const { meeting, reply, organisation } = it;
  const args = about(meeting, reply.personId);
  const [accept, , , undecided] = answerButtons(reader, meeting, reply.personId);
  return card("substitute.refused", t("substitute.refused.title", { person: reply.substituteName ?? t("label.substitute") }).slice(0, 60), {
    facts: [meetingFact(reader, meeting), stateFact(reader, t("state.none"))],
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
export function pickCard(reader: Member, meeting: Meeting, personId: string, substitutes: readonly Person[]): Card {
  const { t } = reader;
  const args = about(meeting, personId);
  return card("substitute.pick", t("substitute.pick.title", { day: showDay(meeting.day, reader.lang) }), {
    buttons: [
      ...substitutes.slice(0, 2).map((it): Button => button(reader, meeting, personName(reader, it).slice(0, 28), wish("substitute.name", { ...args, person: it.id }))),
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
export function echoCard(reader: Member, meeting: Meeting, personId: string, chosen: { readonly label: string; readonly args: Readonly<Record<string, string>> }): Card {
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

export function hasSeatCard(reader: Member, meeting: Meeting, personId: string): Card {
  const { t } = reader;
  return card("substitute.hasSeat", t("substitute.hasSeat.title"), {
    facts: [meetingFact(reader, meeting)],
    text: t("substitute.hasSeat.text"),
    buttons: [
      button(reader, meeting, t("label.otherPerson"), wish("substitute.pick", { ...about(meeting, personId), other: "1" })),
      button(reader, meeting, t("label.change"), wish("rsvp.change", about(meeting, personId))),
    ],
  });
}

/** To the delegate, once, after two working days without a word. */
export function silentCard(reader: Member, it: Situation): Card {
  const { t } = reader;
  const args = about(it.meeting, it.reply.personId);
  return card("substitute.silent", t("substitute.silent.title"), {
    facts: [meetingFact(reader, it.meeting), { label: t("fact.comes"), value: substituteLabel(reader, it) }],
    text: t("substitute.silent.text"),
    buttons: [
      it.reply.substituteState === "asked" ? button(reader, it.meeting, t("label.askAgain"), wish("substitute.ask", { ...args, who: "again" })) : button(reader, it.meeting, t("label.told"), wish("substitute.told", args)),
      button(reader, it.meeting, t("label.otherPerson"), wish("substitute.pick", { ...args, other: "1" })),
      button(reader, it.meeting, t("label.accept"), wish("rsvp.accept", args)),
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
  if (meeting.state === "cancelled" || isOver(meeting, reader.now)) return card("substitute.over", t("substitute.withdrawn.title"), { facts: [meetingFact(reader, meeting)] });
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
