// The calendar entry as a calendar program reads it.

import fc from "fast-check";
import ICAL from "ical.js";
import type { AgendaItem, Meeting } from "../../src/meeting/model.ts";
import { alliance } from "../../src/testing/roster.ts";
import { at } from "../../src/time.ts";
import { writeEntry } from "./ics.ts";

const meeting: Meeting = {
  id: "m-1",
  allianceId: "kba",
  kind: "regular",
  state: "invited",
  day: "2026-10-07",
  start: "14:00",
  startsAt: at("2026-10-07", "14:00"),
  endsAt: at("2026-10-07", "17:55"),
  place: "Rathaus Krefeld, Saal „C“; 2. Etage",
  edition: 1,
  sequence: 3,
  invitationOn: "2026-09-09",
  replyBy: "2026-09-30",
  talksBy: "2026-09-23",
  questionsBy: "2026-09-23",
  documentsBy: "2026-09-30",
  invitedAt: null,
  cancelNote: null,
  consultReason: null,
  createdAt: at("2026-09-01", "09:00"),
};
const agenda: AgendaItem[] = [
  {
    id: "1",
    allianceId: "kba",
    meetingId: "m-1",
    position: 1,
    number: "1",
    key: "opening",
    titleDe: "Eröffnung und Begrüßung",
    titleEn: "Opening",
    minutes: 10,
  },
  { id: "2", allianceId: "kba", meetingId: "m-1", position: 2, number: "2", key: "keynote", titleDe: "Keynote", titleEn: "Keynote", minutes: 30 },
];
const write = (more: Partial<Meeting> = {}) =>
  writeEntry({ meeting: { ...meeting, ...more }, agenda, followUps: 0, alliance, language: "de", now: at("2026-09-09", "10:00") });
const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { calendar, event: new ICAL.Event(calendar.getFirstSubcomponent("vevent") as ICAL.Component) };
};

test("the entry begins and ends when the meeting does, in UTC, whatever the process's zone is", () => {
  const { event } = read(write());
  expect(event.startDate.toString()).toBe("2026-10-07T12:00:00Z");
  expect(event.endDate.toString()).toBe("2026-10-07T15:55:00Z");
  expect(event.location).toBe("Rathaus Krefeld, Saal „C“; 2. Etage");
  expect(event.description).toBe("1 14:00 Eröffnung und Begrüßung\n2 14:10 Keynote");
});

test("the name of the entry never changes and its number rises with every change", () => {
  const before = read(write()).event;
  const after = read(write({ sequence: 4, day: "2026-10-14", startsAt: at("2026-10-14", "14:00"), endsAt: at("2026-10-14", "17:55") })).event;
  expect(after.uid).toBe(before.uid);
  expect(after.sequence).toBeGreaterThan(before.sequence ?? 0);
});

test("a cancelled meeting takes its entry out of calendars", () => {
  const { calendar, event } = read(write({ state: "cancelled" }));
  expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
  expect(event.component.getFirstPropertyValue("status")).toBe("CANCELLED");
});

test("no text of people begins a line of its own, and no line is longer than 75 octets", () => {
  const nasty = fc.string({ unit: fc.constantFrom("\r", "\n", "\r\n", "ATTENDEE:", ":", ";", ",", "\\", "x", "ä", "😀", "\u2028"), maxLength: 60 });
  fc.assert(
    fc.property(nasty, (place) => {
      const text = write({ place });
      const lines = text.split("\r\n");
      expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line))).toBe(true);
      expect(lines.some((line) => line.startsWith("ATTENDEE"))).toBe(false);
      read(text);
    }),
  );
});
