// The calendar entry of a meeting (RFC 5545): one stable name, a number that rises with every change, UTC times.
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { Language } from "../../locales/index.ts";
import { translator } from "../../locales/index.ts";
import { clean } from "../../src/args.ts";
import type { AgendaItem, Meeting } from "../../src/meeting/model.ts";
import type { Alliance } from "../../src/roster/model.ts";
import { followUpRows } from "../../src/task/agenda.ts";
import { clockOf, showDay } from "../../src/time.ts";

export interface Entry {
  readonly meeting: Meeting;
  readonly agenda: readonly AgendaItem[];
  /** Unfinished tasks, with which the meeting begins. */
  readonly followUps: number;
  readonly alliance: Alliance;
  readonly language: Language;
  readonly now: Date;
}

/**
 * The file's text. Without a time zone, because ical-generator writes local times that calendars misread (an hour off in Outlook).
 * People's text passes `clean` first: a bare CR in a place would otherwise begin a line of its own.
 */
export function writeEntry({ meeting, agenda, followUps, alliance, language, now }: Entry): string {
  const t = translator(language);
  const cancelled = meeting.state === "cancelled";
  const name = language === "de" ? alliance.nameDe : alliance.nameEn;
  const calendar = ical({
    prodId: { company: "Bündnis", product: "Bündnisbot", language: language.toUpperCase() },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  let minutes = 0;
  const lines = [...agenda]
    .sort((a, b) => a.position - b.position)
    .map((item) => {
      const starts = clockOf(new Date(meeting.startsAt.getTime() + minutes * 60_000), alliance.zone);
      minutes += item.minutes;
      return clean(`${item.number} ${starts} ${language === "de" ? item.titleDe : item.titleEn}`);
    });
  calendar.createEvent({
    id: `${meeting.id}@buendnisbot`,
    sequence: meeting.sequence,
    stamp: now,
    start: meeting.startsAt,
    end: meeting.endsAt,
    summary: clean(`${name}: ${t("meeting.on", { kind: meeting.kind, day: showDay(meeting.day, language) })}`),
    location: clean(meeting.place),
    description: [...followUpRows({ t }, followUps), ...lines].join("\n"),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}
