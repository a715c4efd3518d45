// More people than seats, for the office: who has a seat, who waits, and one given for the other.

import { id, one, optional } from "../args.ts";
import { type Card, card } from "../card.ts";
import { command, type Known } from "../command.ts";
import type { Form } from "../form.ts";
import { badInput } from "../help/cards.ts";
import { clip } from "../help/pieces.ts";
import type { Meeting } from "../meeting/model.ts";
import { owed } from "../notice/owe.ts";
import { ask, refuse, show } from "../outcome.ts";
import { nameIn, organisationName } from "../reader.ts";
import { wish } from "../wish.ts";
import { meetingOf } from "./held.ts";
import type { Reply, SeatTable } from "./model.ts";
import { type Replies, repliesOf } from "./overview.ts";
import { moveUp, write } from "./record.ts";
import { type Decision, placeOf, takesSeat } from "./rules.ts";
import { replyMatter, seatTable } from "./situation.ts";

/** A word to the person about the own reply. */
export function tell(context: Known, meeting: Meeting, reply: Reply, kind: string): void {
  const args = { meeting: meeting.id, person: reply.personId };
  context.desk.owe(
    owed(context, { key: `${kind}:${context.key}:${reply.personId}`, kind, personId: reply.personId, args, matter: replyMatter(meeting.id, reply.personId) }),
  );
}

export function quotaCard(context: Known, known: Replies, { reply, seats }: Decision): Card {
  const { t } = context;
  const { meeting, organisations } = known;
  const organisation = organisations.find((it) => it.id === reply.organisationId);
  // The count is what the title says: the name makes room for it.
  const name = clip(organisation ? organisationName(context, organisation) : "–", 24);
  const place = placeOf(seats, reply.personId) ?? 1;
  return card("quota.onBehalf", t("quota.title", { organisation: name, n: seats.taken.length, seats: seats.seats }), {
    facts: [
      { label: t("fact.accepted"), value: seats.taken.map((it) => nameIn(context, known, it.personId)).join("; ") || "–" },
      { label: t("fact.waiting"), value: t("quota.place", { person: nameIn(context, known, reply.personId), place }) },
    ],
    text: t("quota.text"),
    buttons: [
      { label: t("label.keep"), wish: wish("reply.list", { meeting: meeting.id }) },
      { label: t("label.swap"), wish: wish("reply.swap", { meeting: meeting.id, in: reply.personId }) },
    ],
  });
}

const swap = command({
  who: "organiser",
  opens: { meeting: "needed", hold: "meeting" },
  args: { meeting: optional(id()), in: optional(id()), out: optional(id()), sent: optional(one("1")) },
  async run(context, args) {
    const { t, desk } = context;
    const meeting = meetingOf(context);
    const known = await repliesOf(desk, meeting);
    const gets = known.replies.find((reply) => reply.personId === args.in);
    const seats = gets ? await seatTable(desk, meeting.id, gets.organisationId) : undefined;
    const gives = seats?.taken.find((reply) => reply.personId === args.out);
    if (!seats || !gets || gets.state !== "waiting") return refuse("gone", badInput(context, wish("reply.list", { meeting: meeting.id }), t("swap.gone")));
    if (!gives || !takesSeat(gives)) return ask(swapForm(context, known, seats, gets));
    const left: Reply = { ...gives, state: "waiting", waitingSince: context.now, offeredUntil: null, actorId: context.person.id };
    write(context, gives, left);
    moveUp(context, meeting, seats, { ...gets, state: gets.substituteName ? "substitute" : "accepted", waitingSince: null, actorId: context.person.id });
    tell(context, meeting, left, "rsvp.own");
    return show(
      card("swap.done", t("swap.done.title"), {
        text: t("swap.done.text"),
        buttons: [{ label: t("label.replies"), wish: wish("reply.list", { meeting: meeting.id }) }],
      }),
    );
  },
});

function swapForm(context: Known, known: Replies, seats: SeatTable<Reply>, gets: Reply): Form {
  const { t } = context;
  const options = (replies: readonly Reply[]) =>
    replies.slice(0, 100).map((reply) => ({ value: reply.personId, label: clip(nameIn(context, known, reply.personId), 75) }));
  return {
    name: "swap.form",
    title: t("swap.title"),
    submit: t("label.swap"),
    cancel: t("label.cancel"),
    wish: wish("reply.swap", { meeting: known.meeting.id, in: gets.personId }),
    fields: [
      { name: "out", label: t("swap.out"), required: true, kind: { type: "one", options: options(seats.taken) } },
      { name: "in", label: t("swap.in"), required: true, kind: { type: "one", options: options(seats.waiting) }, initial: gets.personId },
    ],
  };
}

export const swapCommands = { "reply.swap": swap };
