// What the delegate sees about a substitute: choosing one, waiting for the word, a refusal, silence.
import { type Button, type Card, card } from "../card.ts";
import type { Form } from "../form.ts";
import { clip } from "../help/pieces.ts";
import type { Meeting } from "../meeting/model.ts";
import { type Member, organisationName, personName, type Viewer } from "../reader.ts";
import type { Person } from "../roster/model.ts";
import { showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { about, acceptButton, answerButtons, button, changeButton, forFact, meetingFact, speaksOf, stateFact } from "./parts.ts";
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
  return card(
    "substitute.pick",
    t(speaksOf(reader, personId) ? "behalf.substitute.pick" : "substitute.pick.title", { day: showDay(meeting.day, reader.lang) }),
    {
      buttons: [
        ...substitutes
          .slice(0, 2)
          .map((it): Button => button(reader, meeting, clip(personName(reader, it), 28), wish("substitute.name", { ...args, person: it.id }))),
        button(reader, meeting, t("label.otherPerson"), wish("substitute.name", args)),
        button(reader, meeting, t("label.cancel"), wish("rsvp.change", args)),
      ],
    },
  );
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
