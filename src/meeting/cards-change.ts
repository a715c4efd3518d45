// Cards about a change: what the office checks before and sees after it, and what everybody invited reads.
import { type Card, card, type Fact } from "../card.ts";
import type { Member, Viewer } from "../reader.ts";
import type { Reply } from "../rsvp/model.ts";
import { about, answerButtons, button, calendarButton, isLate, meetingFact, meetingName, replyStatus, speaksOf, whenOf } from "../rsvp/parts.ts";
import { isEarlier } from "../rsvp/rules.ts";
import { clockOf, dayOf, showClock, showDay, showSpan } from "../time.ts";
import { wish } from "../wish.ts";
import type { Audience } from "./audience.ts";
import { type AnyHint, cancelButton, deadlineFacts, few, hintFacts, openButton, placeFact, press, repliesButton, spanAndPlace } from "./cards.ts";
import type { Meeting } from "./model.ts";

/** What changed within a day, as the titles say it. */
function whatChanged(before: Meeting, after: Meeting): "both" | "place" | "time" {
  const time = before.startsAt.getTime() !== after.startsAt.getTime() || before.endsAt.getTime() !== after.endsAt.getTime();
  const place = before.place !== after.place;
  return time && place ? "both" : place ? "place" : "time";
}

export function whichCard(reader: Member, meeting: Meeting): Card {
  const { t } = reader;
  const args = { meeting: meeting.id };
  return card("meeting.change.which", t("meeting.change.which"), {
    facts: [meetingFact(reader, meeting, true), ...deadlineFacts(reader, meeting)],
    buttons: [
      press(reader, meeting, t("meeting.label.when"), wish("meeting.change", { ...args, part: "when" })),
      press(reader, meeting, t("label.agenda"), wish("meeting.agenda", args)),
      press(reader, meeting, t("meeting.label.deadlines"), wish("meeting.deadlines", args)),
      cancelButton(reader),
    ],
  });
}

export interface Change {
  readonly before: Meeting;
  readonly after: Meeting;
  readonly audience: Audience;
  readonly hints: readonly AnyHint[];
  /** When the messages go out; null: at once. */
  readonly notBefore: Date | null;
}

const isMove = ({ before, after }: Pick<Change, "before" | "after">): boolean => before.day !== after.day;

/** What the buttons of a preview carry: the change itself, and which state of the meeting it was made for. */
const changeArgs = ({ before, after }: Pick<Change, "before" | "after">) => ({
  meeting: before.id,
  sequence: String(before.sequence),
  day: after.day,
  start: after.start,
  place: after.place,
});

export function sendingFact({ t, lang, alliance }: Member, notBefore: Date | null): Fact | undefined {
  if (notBefore === null) return undefined;
  return {
    label: t("invite.sending"),
    value: t("invite.open", { day: showDay(dayOf(notBefore, alliance.zone), lang), clock: showClock(clockOf(notBefore, alliance.zone), lang) }),
  };
}

export function toldFacts(reader: Member, { told, byHand }: Audience): (Fact | undefined)[] {
  const { t } = reader;
  return [
    { label: t("meeting.change.told"), value: t("meeting.people", { n: told.length }) },
    byHand.length > 0 ? { label: t("meeting.change.byHand"), value: few(reader, byHand) } : undefined,
  ];
}

/** Whose answer was about the old day: acceptances, also by substitute, and the undecided. */
function againFact({ t }: Member, { replies }: Audience): Fact {
  const count = (...states: readonly Reply["state"][]): number => replies.filter((reply) => states.includes(reply.state)).length;
  const acceptances = count("accepted", "substitute");
  const undecided = count("undecided");
  const parts = [
    acceptances > 0 ? t("meeting.change.acceptances", { n: acceptances }) : "",
    undecided > 0 ? t("meeting.change.undecided", { n: undecided }) : "",
  ];
  return { label: t("meeting.change.again"), value: parts.filter((part) => part !== "").join(", ") || t("meeting.people", { n: 0 }) };
}

/** Before anything reaches others: who hears of it, who answers again, what the deadlines become. */
export function previewCard(reader: Member, change: Change): Card {
  const { t, lang } = reader;
  const { before, after, audience, hints } = change;
  const moves = isMove(change);
  const n = audience.told.length;
  const title = moves
    ? t("meeting.change.movedTitle", { kind: after.kind, day: showDay(after.day, lang) })
    : t("meeting.change.changedTitle", { what: whatChanged(before, after), day: showDay(after.day, lang) });
  return card("meeting.change.preview", title, {
    facts: [
      { label: t("meeting.change.new"), value: moves ? whenOf(reader, after, true) : spanAndPlace(reader, after) },
      { label: t("meeting.change.old"), value: moves ? whenOf(reader, before, true) : spanAndPlace(reader, before) },
      ...toldFacts(reader, audience),
      ...(moves
        ? [
            againFact(reader, audience),
            {
              label: t("meeting.change.deadlines"),
              value: t("meeting.change.deadlinesValue", { reply: showDay(after.replyBy, lang), questions: showDay(after.questionsBy, lang) }),
            },
            after.kind === "workshop" ? { label: t("fact.hint"), value: t("meeting.change.consent") } : undefined,
          ]
        : [{ label: t("meeting.change.replies"), value: t("meeting.change.stand") }]),
      ...hintFacts(reader, hints),
      sendingFact(reader, change.notBefore),
    ],
    text: t("meeting.change.nothing"),
    buttons: [
      press(reader, before, t(moves ? "meeting.change.move" : "meeting.change.change", { n }), wish("meeting.move", changeArgs(change)), "primary"),
      press(reader, before, t("meeting.label.text"), wish("meeting.change", { ...changeArgs(change), part: "text" })),
      cancelButton(reader),
    ],
  });
}

/** The words that go out, as somebody without an answer reads them. */
export function textCard(reader: Viewer, change: Change): Card {
  const { t } = reader;
  const sample = isMove(change) ? movedCard(reader, change.after, change.before, undefined) : changedCard(reader, change.after, change.before, undefined);
  const lines = sample.elements.flatMap((element) =>
    element.type === "facts" ? element.facts.map(({ label, value }) => `${label}: ${value}`) : element.type === "text" ? [element.text] : [],
  );
  return card("meeting.change.text", t("meeting.change.text"), {
    rows: [sample.title, ...lines],
    text: t("meeting.change.nothing"),
    buttons: [press(reader, change.before, t("meeting.label.back"), wish("meeting.change", changeArgs(change))), cancelButton(reader)],
  });
}

export function resultCard(reader: Member, change: Change): Card {
  const { t } = reader;
  const { after, audience } = change;
  const moves = isMove(change);
  return card("meeting.change.done", t(moves ? "meeting.change.moved" : "meeting.change.changed", { meeting: meetingName(reader, after) }), {
    facts: [placeFact(reader, after), ...toldFacts(reader, audience), ...(moves ? deadlineFacts(reader, after) : []), sendingFact(reader, change.notBefore)],
    buttons: [
      repliesButton(reader, after),
      openButton(reader, after),
      audience.byHand.length > 0 ? press(reader, after, t("meeting.label.text"), wish("meeting.inviteText", { meeting: after.id })) : undefined,
    ],
  });
}

/** To everybody invited: the day is new, the question too; an earlier answer is shown, its seat stays reserved. */
export function movedCard(reader: Viewer, meeting: Meeting, before: Pick<Meeting, "day" | "start" | "endsAt" | "place">, reply: Reply | undefined): Card {
  const { t, lang, alliance } = reader;
  const answered = reply !== undefined && reply.state !== "none" && reply.edition === meeting.edition && !reply.reserved;
  const other = reply !== undefined && speaksOf(reader, reply.personId);
  const old = t("rsvp.whenWhere", {
    day: showDay(before.day, lang),
    span: showSpan(before.start, clockOf(before.endsAt, alliance.zone), lang),
    place: before.place,
  });
  const state =
    !reply || reply.state === "none"
      ? undefined
      : answered
        ? replyStatus(reader, reply)
        : t("meeting.moved.state", { state: reply.state, reserved: reply.reserved ? "yes" : "no" });
  return card("meeting.moved", t("meeting.moved.title", { meeting: meetingName(reader, meeting) }), {
    facts: [
      { label: t("meeting.change.new"), value: whenOf(reader, meeting, true) },
      { label: t("meeting.change.old"), value: old },
      state ? { label: t(other ? "fact.state" : "fact.yourState"), value: state } : undefined,
    ],
    text: answered
      ? undefined
      : isLate(reader, meeting)
        ? t(other ? "behalf.moved.late" : "meeting.moved.askLate")
        : t(other ? "behalf.moved.text" : "meeting.moved.ask", { day: showDay(meeting.replyBy, lang) }),
    buttons: !reply
      ? []
      : answered
        ? [calendarButton(reader, meeting, reply.personId), changeReply(reader, meeting, reply)]
        : answerButtons(reader, meeting, reply.personId),
  });
}

const changeReply = (reader: Member, meeting: Meeting, reply: Reply) =>
  button(reader, meeting, reader.t("label.change"), wish("rsvp.change", about(meeting, reply.personId)));

/** To everybody invited: another hour or place on the same day; the answer stands, the silent are asked again. */
export function changedCard(
  reader: Viewer,
  meeting: Meeting,
  before: Pick<Meeting, "start" | "startsAt" | "endsAt" | "place">,
  reply: Reply | undefined,
): Card {
  const { t, lang, alliance } = reader;
  const answered = reply !== undefined && reply.state !== "none" && reply.state !== "undecided" && !isEarlier(reply, meeting);
  const other = reply !== undefined && speaksOf(reader, reply.personId);
  const span = (it: Pick<Meeting, "start" | "endsAt">): string => showSpan(it.start, clockOf(it.endsAt, alliance.zone), lang);
  return card("meeting.changed", t("meeting.changed.title", { what: whatChanged({ ...meeting, ...before }, meeting), meeting: meetingName(reader, meeting) }), {
    facts: [
      { label: t("meeting.change.new"), value: spanAndPlace(reader, meeting) },
      { label: t("meeting.change.old"), value: t("meeting.span", { span: span(before), place: before.place }) },
      answered ? { label: t(other ? "fact.state" : "fact.yourState"), value: t("meeting.changed.valid", { state: replyStatus(reader, reply) }) } : undefined,
    ],
    text:
      answered || !reply
        ? undefined
        : isLate(reader, meeting)
          ? t("invite.text.replyLate")
          : t(other ? "behalf.ask.text" : "rsvp.ask.text", { day: showDay(meeting.replyBy, lang) }),
    buttons: !reply
      ? []
      : answered
        ? [calendarButton(reader, meeting, reply.personId), changeReply(reader, meeting, reply)]
        : answerButtons(reader, meeting, reply.personId),
  });
}
