// Messages about replies, composed from the state of the moment in which they are sent.
import { type Card, card } from "../card.ts";
import type { Composed, Composer, Composing } from "../notice/composer.ts";
import { personLabel } from "../reader.ts";
import { answersFor } from "../roster/reach.ts";
import { followUps } from "../task/agenda.ts";
import { type Day, dayOf, daysBetween, endOfDay, showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { invitationCard, promotedCard, replyCard } from "./cards.ts";
import { overviewCard } from "./overview.ts";
import {
  answerButtons,
  button,
  calendarButton,
  changeButton,
  forFact,
  isOver,
  meetingFact,
  meetingName,
  partOf,
  replyStatus,
  speaksOf,
  stateFact,
  whenOf,
} from "./parts.ts";
import { isEarlier } from "./rules.ts";
import { type Situation, situation } from "./situation.ts";
import { standinCard, withdrawnCard } from "./standin.ts";
import { silentCard } from "./substitute-cards.ts";

/** The situation a message is about: `args` name the meeting and the invited person. */
async function about(it: Composing): Promise<Situation | undefined> {
  const [meeting] = await it.view.find("Meeting", { id: it.args["meeting"] ?? "" });
  const [reply] = await it.view.find("Reply", { meetingId: it.args["meeting"] ?? "", personId: it.args["person"] ?? "" });
  const [whose] = await it.view.find("Person", { id: it.args["person"] ?? "" });
  return meeting && reply && whose ? situation(it.view, it, { meeting, reply, whose, seats: undefined }) : undefined;
}

/** A decided reply is shown without its organisation; who stood in for somebody wants to know for whom. */
const withdrawn = async (it: Composing, known: Situation): Promise<Card> =>
  withdrawnCard(it, { ...known, organisation: (await it.view.find("Organisation", { id: known.reply.organisationId }))[0] });

const composed =
  (draw: (it: Composing, about: Situation) => Composed | Promise<Composed>): Composer =>
  async (it) => {
    const known = await about(it);
    return known ? draw(it, known) : { skip: "gone" };
  };

/** Only as long as it can still be answered, and only while the person has not. */
const asking = (draw: (it: Composing, about: Situation) => Card | Promise<Card>, states: readonly string[]): Composer =>
  composed((it, known) => {
    if (known.meeting.state !== "invited" || isOver(known.meeting, it.now)) return { skip: "over" };
    return states.includes(known.reply.state) || isEarlier(known.reply, known.meeting) ? draw(it, known) : { skip: "answered" };
  });

function nudgeCard(it: Composing, known: Situation): Card {
  const { t, lang, alliance, now } = it;
  const { meeting, reply } = known;
  const after = now >= endOfDay(meeting.replyBy, alliance.zone);
  const day = showDay(meeting.replyBy, lang);
  return card(after ? "nudge.after" : "nudge.before", t(after ? "nudge.after.title" : "nudge.before.title", { meeting: meetingName(it, meeting) }), {
    facts: [forFact(it, known), { label: t("fact.when"), value: whenOf(it, meeting) }, { label: t("fact.where"), value: meeting.place }],
    text: t(after ? "nudge.after.text" : speaksOf(it, reply.personId) ? "behalf.ask.text" : "rsvp.ask.text", { day }),
    buttons: answerButtons(it, meeting, reply.personId),
  });
}

function undecidedNudgeCard(it: Composing, known: Situation): Card {
  const { t } = it;
  return card("nudge.tentative", t("nudge.undecided.title"), {
    facts: [forFact(it, known), meetingFact(it, known.meeting), stateFact(it, t("state.undecided"))],
    buttons: answerButtons(it, known.meeting, known.reply.personId),
  });
}

const nudge = (): Composer =>
  asking(
    (it, known) => (known.reply.state === "undecided" && !isEarlier(known.reply, known.meeting) ? undecidedNudgeCard(it, known) : nudgeCard(it, known)),
    ["none", "undecided"],
  );

/** The message goes out on the last open day before, which may be a Friday. */
const nearness: Readonly<Record<number, string>> = { 0: "today", 1: "tomorrow" };

function dayBeforeCard(it: Composing, known: Situation): Card {
  const { t } = it;
  const { meeting, reply, whose, organisation } = known;
  const forSomebody = reply.substituteId === it.person.id ? { label: t("fact.youComeFor"), value: personLabel(it, whose, organisation) } : undefined;
  const otherwise = forSomebody ? undefined : forFact(it, known);
  const part = partOf(it, known);
  return card("dayBefore", t("dayBefore.title", { when: nearness[daysBetween(it.today, meeting.day)] ?? "later", meeting: meetingName(it, meeting) }), {
    facts: [
      otherwise,
      { label: t("fact.when"), value: whenOf(it, meeting) },
      { label: t("fact.where"), value: meeting.place },
      part ? { label: t(otherwise ? "fact.state" : "fact.yourState"), value: replyStatus(it, reply, undefined, part) } : undefined,
      forSomebody,
    ],
    buttons: [
      { label: t("label.agenda"), wish: wish("meeting.show", { meeting: meeting.id }) },
      calendarButton(it, meeting, reply.personId),
      forSomebody
        ? button(
            it,
            meeting,
            t("label.change"),
            wish("substitute.answer", { meeting: meeting.id, for: reply.personId, edition: String(meeting.edition), answer: "ask" }),
          )
        : changeButton(it, known),
    ],
  });
}

function recordedCard(it: Composing, known: Situation): Card {
  const { t, lang, alliance } = it;
  const { meeting, reply } = known;
  const at = reply.answeredAt ?? it.now;
  const day: Day = dayOf(at, alliance.zone);
  const other = speaksOf(it, reply.personId);
  return card("onbehalf.told", t(other ? "behalf.told.title" : "onbehalf.told.title", { meeting: meetingName(it, meeting) }), {
    facts: [
      forFact(it, known),
      meetingFact(it, meeting, true),
      stateFact(it, replyStatus(it, reply, undefined, partOf(it, known))),
      reply.state === "substitute" && reply.substituteName ? { label: t("fact.comes"), value: reply.substituteName } : undefined,
      { label: t("fact.origin"), value: t(other ? "behalf.told.origin" : "onbehalf.told.origin", { via: reply.via, day: showDay(day, lang) }) },
    ],
    text: t("onbehalf.told.text"),
    buttons: [calendarButton(it, meeting, reply.personId), changeButton(it, known)],
  });
}

export const rsvpComposers = {
  invite: asking(async (it, known) => invitationCard(it, known, await followUps(it.view, it, known.meeting)), ["none"]),
  "nudge.first": nudge(),
  "nudge.last": nudge(),
  "nudge.undecided": nudge(),
  dayBefore: composed(async (it, known) => {
    const { reply, meeting } = known;
    if (meeting.state !== "invited" || isOver(meeting, it.now)) return { skip: "over" };
    const comes =
      (reply.state === "accepted" && (reply.personId === it.person.id || (await answersFor(it.view, it.person, reply.personId)))) ||
      (reply.state === "substitute" && reply.substituteId === it.person.id && reply.substituteState === "confirmed");
    return comes && !reply.reserved ? dayBeforeCard(it, known) : { skip: "not_coming" };
  }),
  "rsvp.own": composed((it, known) => replyCard(it, known)),
  "waiting.promoted": composed((it, known) => (known.reply.state === "accepted" ? promotedCard(it, known) : replyCard(it, known))),
  "waiting.offered": composed((it, known) => replyCard(it, known)),
  "standin.own": composed((it, known) => (known.reply.substituteId === it.person.id ? standinCard(it, known) : withdrawn(it, known))),
  "substitute.asked": composed((it, known) =>
    known.reply.substituteId === it.person.id && known.reply.state === "substitute" ? standinCard(it, known) : { skip: "withdrawn" },
  ),
  "substitute.withdrawn": composed((it, known) =>
    known.reply.substituteId === it.person.id && known.reply.state === "substitute" ? { skip: "named_again" } : withdrawn(it, known),
  ),
  "substitute.silent": composed((it, known) =>
    known.reply.state === "substitute" && known.reply.substituteState !== "confirmed" ? silentCard(it, known) : { skip: "answered" },
  ),
  "substitute.office": composed((it, known) => {
    const { t } = it;
    return card("substitute.office", t("substitute.office.title"), {
      facts: [
        meetingFact(it, known.meeting),
        { label: t("fact.for"), value: personLabel(it, known.whose, known.organisation) },
        { label: t("fact.comes"), value: known.reply.substituteName ?? "–" },
      ],
      text: t("substitute.office.text"),
      buttons: [
        button(
          it,
          known.meeting,
          t("label.confirm"),
          wish("reply.record", { meeting: known.meeting.id, whom: known.whose.id, answer: "confirm", via: "phone" }),
        ),
      ],
    });
  }),
  "onbehalf.told": composed((it, known) => recordedCard(it, known)),
  "replies.own": async (it) => overviewCard(it, it.view, it.args),
} satisfies Record<string, Composer>;
