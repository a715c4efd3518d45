// Making and unmaking drafts, which nobody but the office hears of: a new meeting, three days by rule, deletion.
import { clock, day, id, one, optional, text } from "../args.ts";
import { card } from "../card.ts";
import { type Command, command, type Known } from "../command.ts";
import { missingMeeting } from "../help/cards.ts";
import { type Outcome, refuse, show } from "../outcome.ts";
import type { Member } from "../reader.ts";
import { meetingFact } from "../rsvp/parts.ts";
import { type Clock, type Day, isClock, showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { listButton, press } from "./cards.ts";
import { showOffice } from "./commands-show.ts";
import { suggestDays } from "./dates.ts";
import { longestPlace, newForm } from "./forms.ts";
import type { Meeting, MeetingKind } from "./model.ts";
import { faulty } from "./refusals.ts";
import { deadlinesFor, freeSlots, minutesOf, spanFault, spanOf } from "./rules.ts";
import { agendaFor } from "./template.ts";
import { trail } from "./trail.ts";

/** Where the alliance has set no usable hour, meetings begin in the early afternoon. */
const fallbackStart: Clock = "14:00";

interface Wanted {
  readonly kind?: MeetingKind | undefined;
  readonly day: Day;
  readonly start?: Clock | undefined;
  readonly place?: string | undefined;
}

export const newMeeting = command({
  who: "organiser",
  args: { kind: optional(one("regular", "workshop")), day: day(), start: optional(clock()), place: optional(text(longestPlace)) },
  form: async (context: Known, args) => newForm(context, args),
  run: async (context: Known, args) => create(context, args),
});

async function create(context: Known, wanted: Wanted): Promise<Outcome> {
  const { alliance, desk, ids, now, today, t } = context;
  const kind = wanted.kind ?? "regular";
  const start = wanted.start ?? (isClock(alliance.usualStart) ? alliance.usualStart : fallbackStart);
  const meetingId = ids.next();
  const agenda = agendaFor(kind, { id: meetingId, allianceId: alliance.id }, ids);
  const minutes = minutesOf(agenda);
  const fault = spanFault(wanted.day, start, minutes, alliance.zone, now);
  if (fault)
    return faulty(context, wish("meeting.new", { day: wanted.day }), {
      start: fault === "started" ? t("meeting.bad.started") : t("meeting.bad.nextDay", { minutes }),
    });
  const meeting: Meeting = {
    id: meetingId,
    allianceId: alliance.id,
    kind,
    state: "draft",
    day: wanted.day,
    start,
    ...spanOf(wanted.day, start, minutes, alliance.zone),
    place: wanted.place ?? alliance.usualPlace,
    edition: 1,
    sequence: 0,
    ...deadlinesFor(wanted.day, today, alliance.ladder),
    invitedAt: null,
    cancelNote: null,
    consultReason: null,
    createdAt: now,
  };
  desk.put("Meeting", meeting);
  for (const item of agenda) desk.put("AgendaItem", item);
  trail(context, meeting, { what: "meeting.new", after: `${meeting.day} ${meeting.start}` });
  return showOffice(context, { meeting, agenda });
}

/** The weekdays the alliance likes to meet on: Tuesday to Thursday, as councils do. */
const usualWeekdays = [2, 3, 4] as const;

export const suggest = command({
  who: "organiser",
  args: {},
  async run(context: Known) {
    const { desk, today, calendar, alliance } = context;
    for (const slot of freeSlots(await desk.find("Meeting", {}), today, alliance.meetingsPerYear, calendar)) {
      const found = suggestDays({ ...slot, today, calendar, usual: usualWeekdays });
      // Too late for this place in the series: the next one is offered.
      if (!("error" in found)) return show(suggestCard(context, slot, found.days, found.until));
      if (found.error === "calendarUnknown") return show(unknownCard(context, found.until));
    }
    return show(unknownCard(context, calendar.knownUntil));
  },
});

function suggestCard({ t, lang }: Member, { year, slot }: { readonly year: number; readonly slot: 1 | 2 }, days: readonly Day[], until: Day) {
  return card("meeting.suggest", t("meeting.suggest.title"), {
    facts: [
      { label: t("meeting.suggest.rule"), value: t("meeting.suggest.ruleValue", { slot: String(slot), year: String(year), until: showDay(until, lang) }) },
      { label: t("meeting.suggest.checked"), value: t("meeting.suggest.checkedValue") },
    ],
    text: t("meeting.suggest.text"),
    buttons: [
      ...days.map((on) => ({ label: showDay(on, lang), wish: wish("meeting.new", { day: on }) })),
      { label: t("label.otherDay"), wish: wish("meeting.new") },
    ],
  });
}

/** Beyond the holiday table nobody guesses: the office chooses. */
const unknownCard = ({ t, lang }: Member, until: Day) =>
  card("meeting.suggest.unknown", t("meeting.suggest.unknown"), {
    text: t("meeting.suggest.unknownText", { until: showDay(until, lang) }),
    buttons: [{ label: t("do.meeting.new"), wish: wish("meeting.new") }],
  });

export const deleteDraft: Command = command({
  who: "organiser",
  opens: { meeting: "needed", hold: "meeting" },
  args: { meeting: id() },
  async run(context: Known) {
    const { desk, t } = context;
    const { meeting } = desk;
    if (!meeting) return missingMeeting(context, wish("meeting.delete"));
    if (meeting.state !== "draft") {
      const buttons =
        meeting.state === "invited"
          ? [press(context, meeting, t("do.meeting.cancel"), wish("meeting.cancel", { meeting: meeting.id }))]
          : [listButton(context)];
      return refuse("not_draft", card("meeting.notDraft", t("meeting.draft.notDraft"), { text: t("meeting.draft.notDraftText"), buttons }));
    }
    for (const item of await desk.find("AgendaItem", { meetingId: meeting.id })) desk.remove("AgendaItem", item);
    for (const consent of await desk.find("Consent", { meetingId: meeting.id })) desk.remove("Consent", consent);
    desk.remove("Meeting", meeting);
    // The line names no meeting: it would be removed together with it.
    trail(context, undefined, { what: "meeting.delete", before: `${meeting.day} ${meeting.start}` });
    const again = wish("meeting.new", { kind: meeting.kind, day: meeting.day, start: meeting.start, place: meeting.place });
    return show(
      card("meeting.deleted", t("meeting.draft.deleted"), {
        facts: [meetingFact(context, meeting, true)],
        text: t("meeting.draft.deletedText"),
        buttons: [{ label: t("meeting.label.again"), wish: again }, listButton(context)],
      }),
    );
  },
});
