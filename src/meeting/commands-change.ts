// Another day, hour or place: a draft changes at once, an invited meeting after a preview, and everybody hears of it once.
import { clock, day, id, number, one, optional, text } from "../args.ts";
import { type Command, command, type Known } from "../command.ts";
import { missingMeeting } from "../help/cards.ts";
import { ask, type Outcome, show } from "../outcome.ts";
import { reopenTalks, retimeTalks } from "../speaker/change.ts";
import { type Clock, clockOf, type Day } from "../time.ts";
import { wish } from "../wish.ts";
import { type Audience, audienceOf, repaintOverview, tell } from "./audience.ts";
import { type Change, previewCard, resultCard, textCard, whichCard } from "./cards-change.ts";
import { showOffice } from "./commands-show.ts";
import { groupsOf } from "./consult.ts";
import { changeForm, longestPlace } from "./forms.ts";
import { tellGuests } from "./guests.ts";
import type { Meeting } from "./model.ts";
import { closed, faulty, stale } from "./refusals.ts";
import { deadlinesMoved, fitted, minutesOf, quietUntil, spanFault, spanOf } from "./rules.ts";
import { agendaOf, hintsFor } from "./sight.ts";
import { trail } from "./trail.ts";
import { askWhich } from "./which.ts";

interface Wanted {
  readonly day?: Day | undefined;
  readonly start?: Clock | undefined;
  readonly place?: string | undefined;
}

const details = { day: optional(day()), start: optional(clock()), place: optional(text(longestPlace)) };

export const changeMeeting: Command = command({
  who: "organiser",
  opens: { meeting: "needed", hold: "meeting" },
  args: { meeting: optional(id()), ...details, sequence: optional(number(0, 1_000_000)), part: optional(one("when", "text")) },
  async run(context: Known, args) {
    const { meeting } = context.desk;
    if (!meeting) return missingMeeting(context, wish("meeting.change"));
    const ended = (await askWhich(context, wish("meeting.change", said(args)))) ?? closed(context, meeting);
    if (ended) return ended;
    if (!args.day && !args.start && !args.place) return args.part === "when" ? ask(changeForm(context, meeting)) : show(whichCard(context, meeting));
    const after = await changed(context, meeting, args);
    if ("outcome" in after) return after.outcome;
    if (isSame(meeting, after)) return showOffice(context, { meeting });
    if (meeting.state === "draft") return changeDraft(context, meeting, after);
    const change = await changeOf(context, meeting, after);
    return show(args.part === "text" ? textCard(context, change) : previewCard(context, change));
  },
});

/** The details as a wish carries them. */
const said = (args: Wanted & { readonly meeting?: string | undefined; readonly part?: string | undefined }): Record<string, string> => {
  const { meeting, day: on, start, place, part } = args;
  const given = Object.entries({ meeting, day: on, start, place, part });
  return Object.fromEntries(given.filter((it): it is [string, NonNullable<(typeof it)[1]>] => it[1] !== undefined));
};

/** The meeting as it would be; what is not named stays. */
async function changed(context: Known, meeting: Meeting, wanted: Wanted): Promise<Meeting | { readonly outcome: Outcome }> {
  const { t, now, today, alliance, desk } = context;
  const next = { day: wanted.day ?? meeting.day, start: wanted.start ?? meeting.start, place: wanted.place ?? meeting.place };
  const minutes = minutesOf(await agendaOf(desk, meeting));
  const fault = spanFault(next.day, next.start, minutes, alliance.zone, now);
  if (fault)
    return {
      outcome: faulty(context, wish("meeting.change", { meeting: meeting.id, part: "when" }), {
        start: fault === "started" ? t("meeting.bad.started") : t("meeting.bad.nextDay", { minutes }),
      }),
    };
  return { ...meeting, ...next, ...spanOf(next.day, next.start, minutes, alliance.zone), ...deadlinesMoved(meeting, next.day, today, alliance.ladder) };
}

const isSame = (a: Meeting, b: Meeting): boolean => a.day === b.day && a.start === b.start && a.place === b.place;

/** Nobody knows of a draft but the groups asked about its day: their word was about the old one. */
async function changeDraft(context: Known, before: Meeting, after: Meeting): Promise<Outcome> {
  const { desk } = context;
  const forgotConsents = before.day !== after.day;
  if (forgotConsents) for (const consent of await desk.find("Consent", { meetingId: before.id })) desk.remove("Consent", consent);
  const meeting = forgotConsents ? { ...after, consultReason: null } : after;
  desk.put("Meeting", meeting);
  trail(context, meeting, { what: "meeting.change", before: line(before), after: line(after) });
  const groups = await groupsOf(desk, meeting);
  return showOffice(context, { meeting, groups: forgotConsents ? groups.map((it) => ({ ...it, consent: undefined })) : groups });
}

const line = (meeting: Meeting): string => `${meeting.day} ${meeting.start} ${meeting.place}`;

async function changeOf(context: Known, before: Meeting, after: Meeting): Promise<Change> {
  const { desk, now, calendar, alliance } = context;
  const moves = before.day !== after.day;
  const first = before.startsAt < after.startsAt ? before.startsAt : after.startsAt;
  return {
    before,
    after,
    audience: await audienceOf(desk, context, before),
    hints: moves ? hintsFor(context, after, await desk.find("Meeting", {})) : [],
    notBefore: quietUntil(now, first, calendar, alliance.zone),
  };
}

/** The confirmed change. The number of the state it was previewed for makes a second press harmless. */
export const moveMeeting: Command = command({
  who: "organiser",
  opens: { meeting: "needed", hold: "meeting" },
  args: { meeting: id(), ...details, sequence: number(0, 1_000_000) },
  async run(context: Known, args) {
    const { meeting } = context.desk;
    if (!meeting) return missingMeeting(context, wish("meeting.move"));
    const ended = closed(context, meeting);
    if (ended) return ended;
    const after = await changed(context, meeting, args);
    if ("outcome" in after) return after.outcome;
    if (isSame(meeting, after)) return showOffice(context, { meeting });
    if (meeting.sequence !== args.sequence) return stale(context, meeting);
    if (meeting.state === "draft") return changeDraft(context, meeting, after);
    return move(context, await changeOf(context, meeting, after));
  },
});

async function move(context: Known, change: Change): Promise<Outcome> {
  const { desk, alliance } = context;
  const { before, audience, notBefore } = change;
  const moves = before.day !== change.after.day;
  const after: Meeting = { ...change.after, edition: before.edition + (moves ? 1 : 0), sequence: before.sequence + 1 };
  desk.put("Meeting", after);
  keepReplies(context, after, audience, moves);
  trail(context, after, { what: "meeting.move", before: line(before), after: line(after) });
  tell(context, after, audience, {
    kind: moves ? "meeting.moved" : "meeting.changed",
    once: String(moves ? after.edition : after.sequence),
    args: {
      edition: String(after.edition),
      sequence: String(after.sequence),
      fromDay: before.day,
      fromStart: before.start,
      fromEnd: clockOf(before.endsAt, alliance.zone),
      fromPlace: before.place,
    },
    notBefore,
    usefulUntil: after.startsAt,
  });
  await tellGuests(context, after, notBefore);
  await (moves ? reopenTalks : retimeTalks)(context, after, alliance.zone);
  await repaintOverview(context, after);
  return show(resultCard(context, { ...change, after }));
}

/**
 * On another day an acceptance or a substitute keeps its seat reserved and is asked again; the answer's own edition stays, so that
 * everybody sees which day was answered. The nudges follow from when the question was put, which is now.
 */
function keepReplies({ desk, now, alliance }: Known, after: Meeting, { replies }: Audience, moves: boolean): void {
  for (const reply of replies) {
    const times = fitted(reply, after.start, clockOf(after.endsAt, alliance.zone));
    const reserved = reply.reserved || (moves && (reply.state === "accepted" || reply.state === "substitute"));
    const next = { ...reply, ...times, reserved, ...(moves ? { invitedAt: now } : {}) };
    if (moves || next.from !== reply.from || next.until !== reply.until) desk.put("Reply", next);
  }
}
