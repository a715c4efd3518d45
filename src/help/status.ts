// The own status: the durable receipt of what is stored about the next meeting.
import { wordLists } from "../../locales/index.ts";
import { type Button, type Card, card, type Fact } from "../card.ts";
import type { Known } from "../command.ts";
import type { Meeting } from "../meeting/model.ts";
import { partOffer, questionFact, questionOffer } from "../question/offer.ts";
import { personLabel, personName } from "../reader.ts";
import { standingOf } from "../roster/link.ts";
import { partIn } from "../rsvp/held.ts";
import { about, meetingName, partOf, replyStatus } from "../rsvp/parts.ts";
import { isEarlier, placeOf } from "../rsvp/rules.ts";
import { situation } from "../rsvp/situation.ts";
import { assignedTo } from "../rsvp/whom.ts";
import { talkFact } from "../speaker/offer.ts";
import { taskFact } from "../task/own.ts";
import { wish } from "../wish.ts";
import { act, contactOf, invitationButton } from "./pieces.ts";

export async function statusOf(context: Known): Promise<Card> {
  const { meeting } = context.desk;
  const tasks = await taskFact(context);
  if (context.may("meeting.new") && !context.desk.reply) return officeStatus(context, meeting, tasks);
  // A draft is the office's business alone.
  if (!meeting || meeting.state === "draft") return tasks ? tasksCard(context, tasks) : emptyCard(context);
  return ownStatus(context, meeting, tasks);
}

/** Replies of others on one card; every one of them is reached through the invitation. */
const mostFacts = 8;

const settingsButton = (context: Known): Button => act(context, "settings.show");

/** In Slack this card is the Home tab, on which everybody must find whom to ask. */
function officeFact({ t, alliance }: Known): Fact | undefined {
  const contact = contactOf(alliance);
  return contact === "" ? undefined : { label: t("fact.office"), value: contact };
}

const emptyCard = (context: Known): Card =>
  card("status.empty", context.t("status.title"), {
    facts: [officeFact(context)],
    text: context.t("status.empty"),
    buttons: [act(context, "help.show"), settingsButton(context)],
  });

/** Nothing about a meeting, but something to do. */
const tasksCard = (context: Known, tasks: Fact): Card =>
  card("status", context.t("status.title"), {
    facts: [tasks, officeFact(context)],
    buttons: [act(context, "task.show"), act(context, "meeting.list"), act(context, "help.show"), settingsButton(context)],
  });

/** Who has something to do is led there, everybody else to the help. */
const thirdButton = (context: Known, tasks: Fact | undefined): Button => act(context, tasks ? "task.show" : "help.show");

async function ownStatus(context: Known, meeting: Meeting, tasks: Fact | undefined): Promise<Card> {
  const { t, desk, person } = context;
  const { reply, whose } = desk;
  const name = meetingName(context, meeting);
  // Whose reply lies on the desk was asked by nobody: it is the own one, or that of the person stood in for.
  const mine = reply && whose && partIn(desk, reply, person) ? await situation(desk, context, { meeting, reply, whose, seats: desk.seats }) : undefined;
  const behind = mine ? [] : await assignedTo(context, meeting);
  if (behind.length > 0)
    return card("status", t("status.title"), {
      facts: [
        ...behind.slice(0, mostFacts).map((it) => ({
          label: t("status.standIn", { meeting: name, person: personLabel(context, it.person, it.organisation) }),
          value: replyStatus(context, it.reply, undefined, undefined, meeting),
        })),
        tasks,
        officeFact(context),
      ],
      buttons: [invitationButton(context), act(context, "meeting.show"), thirdButton(context, tasks), settingsButton(context)],
    });
  const questions = await questionFact(context, meeting);
  if (!mine)
    return card("status", t("status.title"), {
      facts: [{ label: name, value: t("status.notInvited") }, questions, tasks, officeFact(context)],
      buttons: [act(context, "meeting.show"), thirdButton(context, tasks), settingsButton(context)],
    });
  const value = replyStatus(context, mine.reply, mine.seats ? placeOf(mine.seats, mine.reply.personId) : undefined, partOf(context, mine), meeting);
  const own = mine.reply.personId === person.id;
  const answered = own && mine.reply.state !== "none" && !isEarlier(mine.reply, meeting);
  const first: Button = answered ? { label: t("status.change"), wish: wish("rsvp.change", about(meeting, person.id)) } : invitationButton(context);
  const talks = await talkFact(context, meeting);
  const offers = answered && mine.reply.state === "accepted" && !tasks;
  const offer = offers ? (talks ? questionOffer : partOffer)(context, meeting, mine.organisation) : undefined;
  return card("status", t("status.title"), {
    facts: [
      { label: own ? name : t("status.standIn", { meeting: name, person: personName(context, mine.whose) }), value },
      talks,
      questions,
      tasks,
      officeFact(context),
    ],
    buttons: [first, act(context, "meeting.show"), offer ?? thirdButton(context, tasks), settingsButton(context)],
  });
}

/** What the office looks for first: the next meeting, and who cannot be reached yet. */
async function officeStatus(context: Known, meeting: Meeting | undefined, tasks: Fact | undefined): Promise<Card> {
  const { t, lang, desk, person } = context;
  const { withoutAccess } = await standingOf(desk, context, person);
  return card("status.office", t("status.title"), {
    facts: [
      meeting && { label: meetingName(context, meeting), value: t("status.meeting", { state: meeting.state }) },
      { label: t("welcome.withoutAccess"), value: t("welcome.people", { n: withoutAccess ?? 0 }) },
      tasks,
    ],
    // There is no room for the button of the help.
    text: meeting ? t("status.help", { word: wordLists[lang].entries["help.show"].word }) : t("none.text"),
    buttons: meeting
      ? [
          act(context, "meeting.show"),
          { label: t("label.replies"), wish: wish("reply.list") },
          act(context, tasks ? "task.list" : "member.show"),
          settingsButton(context),
        ]
      : [act(context, "meeting.new"), act(context, "member.show"), act(context, "help.show"), settingsButton(context)],
  });
}
