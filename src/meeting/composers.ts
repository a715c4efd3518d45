// Messages about meetings, composed from the state of the moment in which they are sent.
import { type Card, card, type Element, type Parts } from "../card.ts";
import type { Composed, Composer, Composing } from "../notice/composer.ts";
import { personLabel } from "../reader.ts";
import { answersFor } from "../roster/reach.ts";
import type { Reply } from "../rsvp/model.ts";
import { about, button, calendarButton, forFact, isOver, speaksOf } from "../rsvp/parts.ts";
import { at, isClock, isDay } from "../time.ts";
import { wish } from "../wish.ts";
import { officeCard } from "./cards.ts";
import { cancelledCard } from "./cards-cancel.ts";
import { changedCard, movedCard } from "./cards-change.ts";
import { askCard } from "./cards-consult.ts";
import { resultCard } from "./cards-invite.ts";
import { spokenFor } from "./consult.ts";
import { guestTold } from "./guests.ts";
import { inviteKey } from "./invite.ts";
import { inviteMatter, planOf } from "./invite-view.ts";
import { isCovered } from "./live.ts";
import type { Meeting } from "./model.ts";
import { sightOf } from "./sight.ts";

interface Known {
  readonly meeting: Meeting;
  /** The reply of the invited person the message is about; the reader's own unless the reader stands in. */
  readonly reply: Reply;
}

/** The meeting and the reply a message names; a message that tells nothing new any more is not sent. */
const told =
  (draw: (it: Composing, known: Known) => Promise<Composed>): Composer =>
  async (it) => {
    const [meeting] = await it.view.find("Meeting", { id: it.args["meeting"] ?? "" });
    const [reply] = meeting ? await it.view.find("Reply", { meetingId: meeting.id, personId: it.args["person"] ?? "" }) : [];
    if (!meeting || !reply) return { skip: "gone" };
    const known = { meeting, reply };
    return (await knowsAlready(it, known)) ? { skip: "already_new" } : draw(it, known);
  };

/** An invitation still to be sent, or sent after the change, says by itself what is new. */
async function knowsAlready({ view, args, person }: Composing, { meeting, reply }: Known): Promise<boolean> {
  if (reply.substituteId === person.id) return false;
  const keys = Array.from({ length: meeting.edition }, (_, index) => inviteKey({ id: meeting.id, edition: index + 1 }, reply.personId));
  const invitations = await view.find("Delivery", { key: keys });
  const since = args["at"] ?? "";
  return invitations.some(({ state, sentAt }) => state === "ready" || (sentAt !== null && sentAt.toISOString() > since));
}

/** The meeting as it was before the change. */
function beforeOf({ args, alliance }: Composing, meeting: Meeting): Pick<Meeting, "day" | "start" | "startsAt" | "endsAt" | "place"> {
  const { fromDay, fromStart, fromEnd, fromPlace } = args;
  if (!isDay(fromDay) || !isClock(fromStart) || !isClock(fromEnd)) return meeting;
  return {
    day: fromDay,
    start: fromStart,
    startsAt: at(fromDay, fromStart, alliance.zone),
    endsAt: at(fromDay, fromEnd, alliance.zone),
    place: fromPlace ?? meeting.place,
  };
}

const meetingMoved = told(async (it, { meeting, reply }) => {
  if (meeting.state !== "invited" || isOver(meeting, it.now)) return { skip: "over" };
  // Moved once more: the newer word is on its way.
  if (it.args["edition"] !== String(meeting.edition)) return { skip: "superseded" };
  const asked = await isAsked(it, reply);
  const moved = movedCard(it, meeting, beforeOf(it, meeting), asked ? reply : undefined);
  return asked ? naming(it, reply, moved) : standing(it, reply, moved, { text: it.t("meeting.moved.substitute") });
});

/** Whether the reply is the reader's to give: the person invited, or their secretariat. */
const isAsked = async ({ view, person }: Composing, { personId }: Reply): Promise<boolean> => personId === person.id || answersFor(view, person, personId);

/** A secretariat's card begins with whom it is about. */
async function naming(it: Composing, reply: Reply, told: Card): Promise<Card> {
  if (!speaksOf(it, reply.personId)) return told;
  const [whose] = await it.view.find("Person", { id: reply.personId });
  const [organisation] = await it.view.find("Organisation", { id: reply.organisationId });
  const fact = whose && forFact(it, { reply, whose, organisation });
  const elements = told.elements.map((element): Element => (element.type === "facts" && fact ? { ...element, facts: [fact, ...element.facts] } : element));
  return { ...told, elements };
}

/** What a substitute reads: the facts of the card, and for whom they come. */
async function standing(it: Composing, reply: Reply, told: Card, parts: Pick<Parts, "text" | "buttons">): Promise<Composed> {
  if (reply.substituteId !== it.person.id || reply.state !== "substitute") return { skip: "withdrawn" };
  const [whose] = await it.view.find("Person", { id: reply.personId });
  const [organisation] = await it.view.find("Organisation", { id: reply.organisationId });
  const facts = told.elements.flatMap((element) => (element.type === "facts" ? element.facts : []));
  return card(`${told.name}.substitute`, told.title, {
    facts: [...facts, whose ? { label: it.t("fact.youComeFor"), value: personLabel(it, whose, organisation) } : undefined],
    ...parts,
  });
}

const meetingChanged = told(async (it, { meeting, reply }) => {
  if (meeting.state !== "invited" || isOver(meeting, it.now)) return { skip: "over" };
  // On another day since: that word names the new hour and place too.
  if (it.args["edition"] !== String(meeting.edition)) return { skip: "superseded" };
  const asked = await isAsked(it, reply);
  const changed = changedCard(it, meeting, beforeOf(it, meeting), asked ? reply : undefined);
  if (asked) return naming(it, reply, changed);
  const change = button(it, meeting, it.t("label.change"), wish("substitute.answer", { ...about(meeting, reply.personId), answer: "ask" }));
  return standing(it, reply, changed, { buttons: [calendarButton(it, meeting, reply.personId), change] });
});

const meetingCancelled = told(async (it, { meeting, reply }) => {
  if (meeting.state !== "cancelled") return { skip: "superseded" };
  if (reply.substituteId === it.person.id) return cancelledCard(it, meeting, reply.personId);
  return (await isAsked(it, reply)) ? naming(it, reply, cancelledCard(it, meeting, reply.personId)) : { skip: "withdrawn" };
});

const consult: Composer = async (it) => {
  const { view, args } = it;
  const [meeting] = await view.find("Meeting", { id: args["meeting"] ?? "" });
  const [consent] = await view.find("Consent", { meetingId: args["meeting"] ?? "", organisationId: args["organisation"] ?? "" });
  const [organisation] = await view.find("Organisation", { id: args["organisation"] ?? "" });
  if (!meeting || !consent || !organisation) return { skip: "gone" };
  if (meeting.state !== "draft" || meeting.day !== args["day"]) return { skip: "over" };
  if (consent.answer !== "none") return { skip: "answered" };
  return askCard(it, meeting, organisation, consent, await spokenFor(view, it.person, consent));
};

const office: Composer = async (it) => {
  const [meeting] = await it.view.find("Meeting", { id: it.args["meeting"] ?? "" });
  if (!meeting) return { skip: "gone" };
  return meeting.state === "draft" ? officeCard(it, await sightOf(it.view, it, { meeting })) : { skip: "over" };
};

const inviteResult: Composer = async (it) => {
  const [meeting] = await it.view.find("Meeting", { id: it.args["meeting"] ?? "" });
  if (!meeting) return { skip: "gone" };
  if (await isCovered(it.view, inviteMatter(meeting.id), it.person.id)) return { skip: "covered" };
  return resultCard(it, meeting, await planOf(it.view, meeting));
};

export const meetingComposers = {
  "meeting.moved": meetingMoved,
  "meeting.changed": meetingChanged,
  "meeting.cancelled": meetingCancelled,
  "meeting.office": office,
  "invite.result": inviteResult,
  consult,
  guest: guestTold,
} satisfies Record<string, Composer>;
