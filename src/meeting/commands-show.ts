// Looking at meetings: the next one, one of a day, all of them.
import { type Arg, day, id, number, optional } from "../args.ts";
import { type Button, type Card, card } from "../card.ts";
import { type Command, command, isAmongAll, type Known } from "../command.ts";
import { missingMeeting } from "../help/cards.ts";
import { type Outcome, refuse, show } from "../outcome.ts";
import { personName } from "../reader.ts";
import { visitsOf } from "../roster/visits.ts";
import { calendarButton, meetingEnd, meetingName, replyStatus } from "../rsvp/parts.ts";
import { placeOf } from "../rsvp/rules.ts";
import { seatTable } from "../rsvp/situation.ts";
import { assignedTo } from "../rsvp/whom.ts";
import { itemLines } from "../speaker/agenda.ts";
import { followUps } from "../task/agenda.ts";
import { type Day, showDay, showSpan } from "../time.ts";
import { wish } from "../wish.ts";
import { readDay } from "../words/dates.ts";
import { goneCard, listButton, officeCard } from "./cards.ts";
import { channelCard, noneCard, showCard } from "./cards-show.ts";
import { meetingMatter } from "./consult.ts";
import type { Meeting } from "./model.ts";
import { agendaOf, type Fresh, sightOf } from "./sight.ts";

/** A day to look something up by: past days make sense here. */
const anyDay = (): Arg<Day> => ({
  ...day(),
  read(raw, reading) {
    const read = readDay(raw, { today: reading.today, calendar: reading.calendar, past: "allowed" });
    return "error" in read ? { bad: "bad.day" } : { value: read.day };
  },
});

const isOffice = ({ person }: Known): boolean => person.roles.includes("organiser");

/** The office's card of a meeting; live only while the groups are asked, because nothing else changes it from outside. */
export async function showOffice(context: Known, fresh: Fresh): Promise<Outcome> {
  const sight = await sightOf(context.desk, context, fresh);
  const consulting = fresh.meeting.state === "draft" && sight.groups.length > 0;
  return show(officeCard(context, sight), consulting ? meetingMatter(fresh.meeting.id) : undefined);
}

export const showMeeting = command({
  who: "linked",
  opens: { meeting: "wanted", hold: "none" },
  // The card it is pressed on may be somebody's invitation: that one stays.
  opensNew: true,
  args: { meeting: optional(id()), day: optional(anyDay()) },
  async run(context: Known, args) {
    const meeting = args.day ? await ofDay(context, args.day) : context.desk.meeting;
    if (args.day && !meeting) {
      const { t, lang } = context;
      return refuse(
        "no_meeting",
        card("meeting.none", t("meeting.none.title"), { text: t("meeting.none.day", { day: showDay(args.day, lang) }), buttons: [listButton(context)] }),
      );
    }
    if (!meeting) return missingMeeting(context, wish("meeting.show", args.meeting ? { meeting: args.meeting } : {}));
    if (meeting.state === "draft" && !isOffice(context)) return refuse("no_meeting", noneCard(context));
    if (isAmongAll(context) && meeting.state !== "draft") return { show: await cardForAll(context, meeting), open: true };
    if (isOffice(context)) return showOffice(context, { meeting });
    if (meeting.state === "cancelled") return show(goneCard(context, meeting));
    return show(
      showCard(
        context,
        meeting,
        await agendaOf(context.desk, meeting),
        await ownState(context, meeting),
        await followUps(context.desk, context, meeting),
        await itemLines(context.desk, context, meeting),
      ),
    );
  },
});

/** The same whoever asks: the office's card and anybody's own state belong into a direct chat. */
async function cardForAll(context: Known, meeting: Meeting): Promise<Card> {
  if (meeting.state === "cancelled") return goneCard(context, meeting, "everybody");
  return channelCard(
    context,
    meeting,
    await agendaOf(context.desk, meeting),
    await followUps(context.desk, context, meeting),
    await itemLines(context.desk, context, meeting),
  );
}

/** Drafts are the office's own; where a day has several meetings, one that takes place comes first. */
async function ofDay(context: Known, on: Day): Promise<Meeting | undefined> {
  const order = ["invited", ...(isOffice(context) ? ["draft"] : []), "cancelled"];
  const found = await context.desk.find("Meeting", { day: on });
  return order.flatMap((state) => found.filter((meeting) => meeting.state === state))[0];
}

/** The person's own reply, or that of the person they stand in for. */
async function ownState(context: Known, meeting: Meeting): Promise<{ status: string; calendar: Button | undefined; guest?: true } | undefined> {
  const { t, desk, person } = context;
  const replies = await desk.find("Reply", { meetingId: meeting.id, personId: person.id });
  const [standIn] = replies.length > 0 ? [] : await desk.find("Reply", { meetingId: meeting.id, substituteId: person.id });
  // A secretariat's own state is that of the one person it answers for; of several it asks for the invitations.
  const behind = replies[0] || standIn ? [] : await assignedTo(context, meeting);
  if (behind.length > 1) return { status: t("meeting.show.assigned", { n: behind.length }), calendar: undefined };
  const reply = replies[0] ?? standIn ?? behind[0]?.reply;
  if (!reply) {
    const visit = (await visitsOf(desk, context, meeting)).find((it) => it.person.id === person.id);
    return visit && { status: t("guest.own", { items: visit.items }), calendar: undefined, guest: true };
  }
  const calendar = calendarButton(context, meeting, reply.personId);
  if (reply.personId === person.id) {
    const place = reply.state === "waiting" ? placeOf(await seatTable(desk, meeting.id, reply.organisationId), person.id) : undefined;
    return { status: replyStatus(context, reply, place, undefined, meeting), calendar };
  }
  if (behind[0])
    return {
      status: t("meeting.show.for", { state: replyStatus(context, reply, undefined, undefined, meeting), person: personName(context, behind[0].person) }),
      calendar,
    };
  if (reply.substituteState !== "confirmed") return { status: t("state.substituteNamed"), calendar };
  const [whose] = await desk.find("Person", { id: reply.personId });
  return { status: whose ? t("state.acceptedFor", { person: personName(context, whose) }) : t("state.accepted"), calendar };
}

export const openMeeting: Command = command({
  who: "organiser",
  opens: { meeting: "needed", hold: "none" },
  args: { meeting: optional(id()) },
  run: async (context: Known) =>
    context.desk.meeting ? showOffice(context, { meeting: context.desk.meeting }) : missingMeeting(context, wish("meeting.open")),
});

/** Lines on a page: few enough for a phone. */
const pageLength = 8;

export const listMeetings = command({
  who: "linked",
  args: { page: optional(number(1, 999)) },
  async run(context: Known, args) {
    const { t, desk, lang, now } = context;
    const office = isOffice(context);
    const all = (await desk.find("Meeting", {})).filter((meeting) => office || meeting.state !== "draft");
    // What is still to come stands first, the nearest first; below it the past, the newest first.
    const coming = all.filter((meeting) => meeting.endsAt > now).sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
    const over = all.filter((meeting) => meeting.endsAt <= now).sort((a, b) => b.startsAt.getTime() - a.startsAt.getTime());
    const meetings = [...coming, ...over];
    const pages = Math.max(1, Math.ceil(meetings.length / pageLength));
    const page = Math.min(args.page ?? 1, pages);
    const shown = meetings.slice((page - 1) * pageLength, page * pageLength);
    const state = (meeting: Meeting): string => t("meeting.state", { state: meeting.state === "invited" && meeting.endsAt <= now ? "held" : meeting.state });
    const row = (meeting: Meeting): string =>
      t("meeting.list.row", {
        meeting: meetingName(context, meeting),
        span: showSpan(meeting.start, meetingEnd(context, meeting), lang),
        place: meeting.place,
        state: state(meeting),
      });
    const options = shown.map((meeting) => ({
      label: meetingName(context, meeting),
      wish: wish(office ? "meeting.open" : "meeting.show", { meeting: meeting.id }),
    }));
    return show(
      card("meeting.list", t("meeting.list.title"), {
        rows: [...shown.map(row), ...(pages > 1 ? [t("list.page", { page, pages })] : [])],
        choice:
          shown.length > 0
            ? {
                type: "choice",
                label: t("meeting.list.choose"),
                options: [{ label: t("meeting.label.choose"), wish: wish("meeting.list", { page: String(page) }) }, ...options],
                chosen: 0,
              }
            : undefined,
        text: shown.length > 0 ? undefined : t("meeting.list.empty"),
        buttons: [
          office
            ? { label: t("do.meeting.new"), wish: wish("meeting.new") }
            : shown.length === 0
              ? { label: t("label.status"), wish: wish("status.show") }
              : undefined,
          pages > 1
            ? { label: t(page < pages ? "label.nextPage" : "label.firstPage"), wish: wish("meeting.list", { page: String(page < pages ? page + 1 : 1) }) }
            : undefined,
        ],
      }),
    );
  },
});
