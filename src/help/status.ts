// The own status: the durable receipt of what is stored about the next meeting.
import { type Button, type Card, card } from "../card.ts";
import type { Known } from "../command.ts";
import type { Meeting } from "../meeting/model.ts";
import { personLabel, personName } from "../reader.ts";
import { standingOf } from "../roster/link.ts";
import { partIn } from "../rsvp/held.ts";
import { about, meetingName, partOf, replyStatus } from "../rsvp/parts.ts";
import { placeOf } from "../rsvp/rules.ts";
import { situation } from "../rsvp/situation.ts";
import { assignedTo } from "../rsvp/whom.ts";
import { wish } from "../wish.ts";
import { act, invitationButton } from "./pieces.ts";

export async function statusOf(context: Known): Promise<Card> {
  const { meeting } = context.desk;
  if (context.may("meeting.new") && !context.desk.reply) return officeStatus(context, meeting);
  // A draft is the office's business alone.
  if (!meeting || meeting.state === "draft") return emptyCard(context);
  return ownStatus(context, meeting);
}

/** Replies of others on one card; every one of them is reached through the invitation. */
const mostFacts = 8;

const settingsButton = (context: Known): Button => act(context, "language.set");

const emptyCard = (context: Known): Card =>
  card("status.empty", context.t("status.title"), { text: context.t("status.empty"), buttons: [act(context, "help.show"), settingsButton(context)] });

async function ownStatus(context: Known, meeting: Meeting): Promise<Card> {
  const { t, desk, person } = context;
  const { reply, whose } = desk;
  const name = meetingName(context, meeting);
  // Whose reply lies on the desk was asked by nobody: it is the own one, or that of the person stood in for.
  const mine = reply && whose && partIn(desk, reply, person) ? await situation(desk, context, { meeting, reply, whose, seats: desk.seats }) : undefined;
  const behind = mine ? [] : await assignedTo(context, meeting);
  if (behind.length > 0)
    return card("status", t("status.title"), {
      facts: behind.slice(0, mostFacts).map((it) => ({
        label: t("status.standIn", { meeting: name, person: personLabel(context, it.person, it.organisation) }),
        value: replyStatus(context, it.reply),
      })),
      buttons: [invitationButton(context), act(context, "meeting.show"), act(context, "help.show"), settingsButton(context)],
    });
  if (!mine)
    return card("status", t("status.title"), {
      facts: [{ label: name, value: t("status.notInvited") }],
      buttons: [act(context, "meeting.show"), act(context, "help.show"), settingsButton(context)],
    });
  const value = replyStatus(context, mine.reply, mine.seats ? placeOf(mine.seats, mine.reply.personId) : undefined, partOf(context, mine));
  const own = mine.reply.personId === person.id;
  const answered = own && mine.reply.state !== "none";
  const first: Button = answered ? { label: t("status.change"), wish: wish("rsvp.change", about(meeting, person.id)) } : invitationButton(context);
  return card("status", t("status.title"), {
    facts: [{ label: own ? name : t("status.standIn", { meeting: name, person: personName(context, mine.whose) }), value }],
    buttons: [first, act(context, "meeting.show"), act(context, "help.show"), settingsButton(context)],
  });
}

/** What the office looks for first: the next meeting, and who cannot be reached yet. */
async function officeStatus(context: Known, meeting: Meeting | undefined): Promise<Card> {
  const { t, desk, person } = context;
  const { withoutAccess } = await standingOf(desk, context, person);
  return card("status.office", t("status.title"), {
    facts: [
      meeting && { label: meetingName(context, meeting), value: t("status.meeting", { state: meeting.state }) },
      { label: t("welcome.withoutAccess"), value: t("welcome.people", { n: withoutAccess ?? 0 }) },
    ],
    text: meeting ? undefined : t("none.text"),
    buttons: meeting
      ? [act(context, "meeting.show"), { label: t("label.replies"), wish: wish("reply.list") }, act(context, "member.show"), settingsButton(context)]
      : [act(context, "meeting.new"), act(context, "member.show"), act(context, "help.show"), settingsButton(context)],
  });
}
