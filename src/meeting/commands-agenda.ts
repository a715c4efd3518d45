// The minutes of the agenda and the five deadlines; nobody is written to, whoever looks sees the new ones.
import { type Arg, day, id, number, optional } from "../args.ts";
import { type Command, command, type Known } from "../command.ts";
import { missingMeeting } from "../help/cards.ts";
import { ask, type Outcome, show } from "../outcome.ts";
import { itemLines } from "../speaker/agenda.ts";
import { retimeTalks } from "../speaker/change.ts";
import { followUps } from "../task/agenda.ts";
import { clockOf, type Day, isDay, showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { repaintOverview } from "./audience.ts";
import { agendaCard } from "./cards.ts";
import { showOffice } from "./commands-show.ts";
import { agendaForm, deadlinesAsked, deadlinesForm, minutesName, mostItems } from "./forms.ts";
import type { AgendaItem, Meeting } from "./model.ts";
import { closed, faulty } from "./refusals.ts";
import { type Deadlines, deadlineFaults, deadlineNames, fitted, minutesOf, spanFault, spanOf } from "./rules.ts";
import { agendaOf } from "./sight.ts";
import { trail } from "./trail.ts";

/** The form shows dates that may be over, and sends them back unchanged; whether a day may be past is checked against the meeting. */
const formDay = (): Arg<Day | undefined> => {
  const written = day();
  return { ...written, optional: true, read: (raw, reading) => (isDay(raw) ? { value: raw } : written.read(raw, reading)) };
};

export const setDeadlines: Command = command({
  who: "organiser",
  opens: { meeting: "needed", hold: "meeting" },
  args: { meeting: optional(id()), invitationOn: formDay(), replyBy: formDay(), talksBy: formDay(), questionsBy: formDay(), documentsBy: formDay() },
  async run(context: Known, args) {
    const { meeting } = context.desk;
    if (!meeting) return missingMeeting(context, wish("meeting.deadlines"));
    const ended = closed(context, meeting);
    if (ended) return ended;
    const asked = deadlinesAsked(meeting);
    if (!asked.some((name) => args[name])) return ask(deadlinesForm(context, meeting));
    const next: Meeting = { ...meeting, ...Object.fromEntries(asked.map((name) => [name, args[name] ?? meeting[name]])) };
    const faults = deadlineSentences(context, next, meeting);
    if (faults) return faulty(context, wish("meeting.deadlines", { meeting: meeting.id }), faults);
    const written = (it: Deadlines): string => deadlineNames.map((name) => it[name]).join(" ");
    context.desk.put("Meeting", next);
    trail(context, next, { what: "meeting.deadlines", before: written(meeting), after: written(next) });
    if (next.state === "invited") await repaintOverview(context, next);
    return showOffice(context, { meeting: next });
  },
});

function deadlineSentences({ t, lang, today }: Known, next: Meeting, meeting: Meeting): Readonly<Record<string, string>> | undefined {
  const faults = deadlineFaults(next, meeting, today);
  if (faults.size === 0) return undefined;
  const sentence = {
    afterMeeting: t("meeting.bad.afterMeeting", { day: showDay(meeting.day, lang) }),
    beforeInvitation: t("meeting.bad.beforeInvitation", { day: showDay(next.invitationOn, lang) }),
  };
  return Object.fromEntries([...faults].map(([name, fault]) => [name, fault === "past" ? t("bad.past", { day: showDay(next[name], lang) }) : sentence[fault]]));
}

const minutes = Object.fromEntries(Array.from({ length: mostItems }, (_, index) => [minutesName({ position: index + 1 }), optional(number(1, 480))]));

export const setAgenda: Command = command({
  who: "organiser",
  opens: { meeting: "needed", hold: "meeting" },
  args: { meeting: optional(id()), ...minutes },
  async run(context: Known, args) {
    const { meeting } = context.desk;
    if (!meeting) return missingMeeting(context, wish("meeting.agenda"));
    const ended = closed(context, meeting);
    if (ended) return ended;
    const agenda = await agendaOf(context.desk, meeting);
    const given: Readonly<Record<string, unknown>> = args;
    const next = agenda.map((item) => {
      const wanted = given[minutesName(item)];
      return typeof wanted === "number" ? { ...item, minutes: wanted } : item;
    });
    const named = agenda.some((item) => given[minutesName(item)] !== undefined);
    return named ? retime(context, meeting, agenda, next) : ask(agendaForm(context, meeting, agenda));
  },
});

/** Start times follow from the minutes, and so does the end: calendars hear of that, nobody else is written to. */
async function retime(context: Known, meeting: Meeting, before: readonly AgendaItem[], agenda: readonly AgendaItem[]): Promise<Outcome> {
  const { desk, t, alliance, now } = context;
  const total = minutesOf(agenda);
  const fault = spanFault(meeting.day, meeting.start, total, alliance.zone, now);
  if (fault)
    return faulty(context, wish("meeting.agenda", { meeting: meeting.id }), {
      [minutesName(agenda[0] ?? { position: 1 })]: t("meeting.bad.nextDay", { minutes: total }),
    });
  const span = spanOf(meeting.day, meeting.start, total, alliance.zone);
  const longer = span.endsAt.getTime() !== meeting.endsAt.getTime();
  const next: Meeting = { ...meeting, ...span, sequence: meeting.sequence + (longer && meeting.state === "invited" ? 1 : 0) };
  for (const item of agenda) if (before.some((it) => it.id === item.id && it.minutes !== item.minutes)) desk.put("AgendaItem", item);
  if (longer) {
    desk.put("Meeting", next);
    const end = clockOf(next.endsAt, alliance.zone);
    for (const reply of await desk.find("Reply", { meetingId: meeting.id })) {
      const times = fitted(reply, next.start, end);
      if (times.from !== reply.from || times.until !== reply.until) desk.put("Reply", { ...reply, ...times });
    }
  }
  await retimeTalks(context, next, context.alliance.zone, agenda);
  trail(context, next, { what: "meeting.agenda", before: before.map((item) => item.minutes).join(" "), after: agenda.map((item) => item.minutes).join(" ") });
  return show(agendaCard(context, next, agenda, longer, await followUps(desk, context, next), await itemLines(desk, context, next, agenda)));
}
