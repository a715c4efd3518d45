// From a wish about a reply to the reply itself, held still; or the reason why it may not be answered.
import type { Known } from "../command.ts";
import type { Card } from "../card.ts";
import type { Meeting } from "../meeting/model.ts";
import { type Outcome, refuse, show } from "../outcome.ts";
import type { Member } from "../reader.ts";
import type { Person } from "../roster/model.ts";
import { replyCard } from "./cards.ts";
import type { Reply, SeatTable } from "./model.ts";
import { isOver } from "./parts.ts";
import { notInvitedCard, otherSeatCard, staleCard } from "./refusals.ts";
import { record } from "./record.ts";
import { type Answer, decide } from "./rules.ts";
import { replyMatter, type Situation, situation } from "./situation.ts";

export interface Held {
  readonly meeting: Meeting;
  readonly reply: Reply;
  readonly whose: Person;
  readonly seats: SeatTable | undefined;
}

interface Target {
  readonly for?: string | undefined;
  readonly edition?: string | undefined;
}

/** The reply a wish is about, for looking only. A button's value is routing, never a right: another person's reply is refused. */
export function look(context: Known, args: Target, allow: { readonly substitute?: boolean } = { substitute: true }): Held | { readonly outcome: Outcome } {
  const { desk, person } = context;
  const { meeting, reply, whose, seats } = desk;
  // The registry opens these commands only with a meeting.
  if (!meeting) throw new Error("a wish about a reply needs a meeting");
  if (!reply || !whose) {
    const stranger = args.for !== undefined && args.for !== person.id;
    return { outcome: stranger ? refuse("other_seat", otherSeatCard(context)) : refuse("not_invited", notInvitedCard(context, meeting)) };
  }
  const own = reply.personId === person.id;
  const standsIn = allow.substitute === true && reply.substituteId === person.id;
  if (!own && !standsIn) return { outcome: refuse("other_seat", otherSeatCard(context)) };
  return { meeting, reply, whose, seats };
}

/** The same, for answering: not once the meeting is over or cancelled, and not from a card about an earlier day. */
export function held(context: Known, args: Target, allow: { readonly substitute?: boolean } = {}): Held | { readonly outcome: Outcome | Promise<Outcome> } {
  const it = look(context, args, allow);
  if ("outcome" in it) return it;
  const matter = replyMatter(it.meeting.id, it.reply.personId);
  if (it.meeting.state === "cancelled" || isOver(it.meeting, context.now)) return { outcome: cardOf(context, it, replyCard).then((card) => refuse("closed", card)) };
  if (args.edition !== undefined && args.edition !== String(it.meeting.edition)) return { outcome: cardOf(context, it, staleCard).then((card) => ({ ...refuse("stale", card), matter })) };
  return it;
}

const cardOf = async (context: Known, it: Held, draw: (reader: Member, it: Situation) => Card): Promise<Card> => draw(context, await situation(context.desk, context, it));

/** Decides, records and shows the reply's card; the very same answer again changes nothing and gets the same card. */
export async function settled(context: Known, it: Held, answer: Answer, draw = replyCard): Promise<Outcome> {
  const decision = settle(context, it, answer);
  await record(context, it.meeting, it.reply, it.seats ?? none, decision);
  return show(await cardOf(context, { ...it, reply: decision.reply, seats: decision.seats }, draw), replyMatter(it.meeting.id, it.reply.personId));
}

const none: SeatTable = { seats: 0, taken: [], waiting: [] };

export const settle = (context: Known, it: Held, answer: Answer) => decide(it.seats ?? none, it.reply, answer, it.meeting, context.now);

/** The meeting a command of the office is about; the registry opens these commands only with one. */
export function meetingOf({ desk }: Known): Meeting {
  if (!desk.meeting) throw new Error("this command needs a meeting");
  return desk.meeting;
}
