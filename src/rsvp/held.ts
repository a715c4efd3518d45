// From a wish about a reply to the reply itself, held still; or the reason why it may not be answered.

import type { Card } from "../card.ts";
import type { Known } from "../command.ts";
import type { Meeting } from "../meeting/model.ts";
import { type Outcome, refuse, show } from "../outcome.ts";
import type { Opened } from "../ports.ts";
import type { Viewer } from "../reader.ts";
import type { Organisation, Person } from "../roster/model.ts";
import { replyCard } from "./cards.ts";
import type { Reply, SeatTable } from "./model.ts";
import { isOver } from "./parts.ts";
import { record } from "./record.ts";
import { notInvitedCard, otherSeatCard, staleCard } from "./refusals.ts";
import { type Answer, decide, type Moment } from "./rules.ts";
import { replyMatter, type Situation, situation, standinMatter } from "./situation.ts";
import { staleStandinCard, standinCard } from "./standin.ts";

export interface Held {
  readonly meeting: Meeting;
  readonly reply: Reply;
  readonly whose: Person;
  readonly seats: SeatTable | undefined;
  readonly organisation?: Organisation | undefined;
  /** In which part the sender answers: for themselves, as the substitute who comes, or as the secretariat of the person invited. */
  readonly as: "self" | "substitute" | "secretariat";
}

interface Target {
  readonly for?: string | undefined;
  readonly edition?: string | undefined;
}

/** In which part the sender of this gesture may look at a reply; undefined for a stranger. */
export function partIn(
  { assigned }: Pick<Opened, "assigned">,
  { personId, substituteId }: Pick<Reply, "personId" | "substituteId">,
  sender: Pick<Person, "id">,
): Held["as"] | undefined {
  if (personId === sender.id) return "self";
  if (substituteId === sender.id) return "substitute";
  return assigned?.includes(personId) ? "secretariat" : undefined;
}

/** The reply a wish is about, for looking only. A button's value is routing, never a right: a stranger's reply is refused. */
export function look(context: Known, args: Target, allow: { readonly substitute?: boolean } = { substitute: true }): Held | { readonly outcome: Outcome } {
  const { desk, person } = context;
  const { meeting, reply, whose, seats, organisation } = desk;
  // The registry opens these commands only with a meeting.
  if (!meeting) throw new Error("a wish about a reply needs a meeting");
  if (!reply || !whose) {
    const stranger = args.for !== undefined && args.for !== person.id && !desk.assigned?.includes(args.for);
    return { outcome: stranger ? refuse("other_seat", otherSeatCard(context)) : refuse("not_invited", notInvitedCard(context, meeting)) };
  }
  // A secretariat that was named as the substitute too answers as the one who comes, wherever substitutes answer.
  const as = partIn(desk, allow.substitute ? reply : { ...reply, substituteId: null }, person);
  return as ? { meeting, reply, whose, seats, organisation, as } : { outcome: refuse("other_seat", otherSeatCard(context)) };
}

/** The same, for answering: not once the meeting is over or cancelled, and not from a card about an earlier day. */
export function held(context: Known, args: Target, allow: { readonly substitute?: boolean } = {}): Held | { readonly outcome: Outcome | Promise<Outcome> } {
  const it = look(context, args, allow);
  if ("outcome" in it) return it;
  if (it.meeting.state === "cancelled" || isOver(it.meeting, context.now))
    return { outcome: cardOf(context, it, ownCard(it)).then((card) => refuse("closed", card)) };
  if (args.edition !== undefined && args.edition !== String(it.meeting.edition)) {
    const draw = it.as === "substitute" ? staleStandinCard : staleCard;
    return { outcome: cardOf(context, it, draw).then((card) => ({ ...refuse("stale", card), matter: matterOf(it) })) };
  }
  return it;
}

/** Who comes in somebody's place sees their own part in it; everybody else the card of the person invited. */
const ownCard = ({ as }: Held) => (as === "substitute" ? standinCard : replyCard);
const matterOf = ({ as, meeting, reply }: Held): string => (as === "substitute" ? standinMatter : replyMatter)(meeting.id, reply.personId);

/** The reply as the sender of this gesture sees it, as the live card of its matter. */
export const shown = async (context: Known, it: Held): Promise<Outcome> => show(await cardOf(context, it, ownCard(it)), matterOf(it));

const cardOf = async (context: Known, it: Held, draw: (reader: Viewer, it: Situation) => Card): Promise<Card> =>
  draw(context, await situation(context.desk, context, it));

/** Decides, records and shows the reply's card; the very same answer again changes nothing and gets the same card. */
export async function settled(context: Known, it: Held, answer: Answer, draw = replyCard): Promise<Outcome> {
  const decision = settle(context, it, answer);
  await record(context, it.meeting, it.reply, it.seats ?? none, decision);
  return show(await cardOf(context, { ...it, reply: decision.reply, seats: decision.seats }, draw), replyMatter(it.meeting.id, it.reply.personId));
}

const none: SeatTable = { seats: 0, taken: [], waiting: [] };

export const settle = (context: Known, it: Pick<Held, "meeting" | "reply" | "seats">, answer: Answer) =>
  decide(it.seats ?? none, it.reply, answer, it.meeting, momentOf(context));

/** Now, by the alliance's calendar. */
export const momentOf = ({ now, calendar, alliance }: Pick<Known, "now" | "calendar" | "alliance">): Moment => ({ now, calendar, zone: alliance.zone });

/** The meeting a command of the office is about; the registry opens these commands only with one. */
export function meetingOf({ desk }: Known): Meeting {
  if (!desk.meeting) throw new Error("this command needs a meeting");
  return desk.meeting;
}
