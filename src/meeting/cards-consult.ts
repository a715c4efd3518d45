// Cards of the advance consultation: the question to a council group's spokesperson, and the answer as it is stored.
import { type Card, card, type Fact } from "../card.ts";
import { type Member, organisationName, personLabel } from "../reader.ts";
import type { Organisation, Person } from "../roster/model.ts";
import { meetingFact, meetingName } from "../rsvp/parts.ts";
import { showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { placeFact, press } from "./cards.ts";
import { consultBy } from "./consult.ts";
import type { Consent, Meeting } from "./model.ts";

const answers = ["yes", "no", "unclear"] as const;

/** The day rides along: a consent to one day is none to another. */
const about = (meeting: Meeting, consent: Consent) => ({ meeting: meeting.id, organisation: consent.organisationId, day: meeting.day });

const groupFact = (reader: Member, organisation: Organisation): Fact => ({ label: reader.t("consult.group"), value: organisationName(reader, organisation) });
const stateFact = ({ t }: Member, { answer }: Consent): Fact => ({ label: t("fact.state"), value: t("consult.answer", { answer }) });

/** `whose`: the spokesperson, where a secretariat reads. */
const forFact = (reader: Member, whose: Person | undefined, organisation: Organisation): Fact | undefined =>
  whose && { label: reader.t("fact.for"), value: personLabel(reader, whose, organisation) };

export function askCard(reader: Member, meeting: Meeting, organisation: Organisation, consent: Consent, whose?: Person): Card {
  const { t, lang, alliance, today } = reader;
  const by = consultBy(meeting, consent.askedAt, alliance.ladder, alliance.zone);
  return card("meeting.consult.ask", t("consult.title", { meeting: meetingName(reader, meeting) }), {
    facts: [
      forFact(reader, whose, organisation),
      placeFact(reader, meeting),
      groupFact(reader, organisation),
      consent.answer === "none" ? undefined : stateFact(reader, consent),
    ],
    text: by >= today ? t("consult.ask", { day: showDay(by, lang) }) : t("consult.askLate"),
    buttons: answers.map((answer) => press(reader, meeting, t("consult.label", { answer }), wish("meeting.consent", { ...about(meeting, consent), answer }))),
  });
}

export function savedCard(reader: Member, meeting: Meeting, organisation: Organisation, consent: Consent, whose?: Person): Card {
  const { t } = reader;
  return card("meeting.consult.saved", t("consult.saved", { answer: t("consult.answer", { answer: consent.answer }) }), {
    facts: [forFact(reader, whose, organisation), meetingFact(reader, meeting, true), groupFact(reader, organisation), stateFact(reader, consent)],
    text: t("consult.savedText"),
    buttons: [press(reader, meeting, t("label.change"), wish("meeting.consent", about(meeting, consent)))],
  });
}
