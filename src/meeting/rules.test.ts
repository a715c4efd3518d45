// Deadlines, ends and times of a meeting: by example, and for any day.
import fc from "fast-check";
import { isOpenHour } from "../calendar.ts";
import { nrw } from "../testing/nrw.ts";
import { alliance } from "../testing/roster.ts";
import { addDays, at, clockOf, type Day } from "../time.ts";
import type { Meeting } from "./model.ts";
import { deadlineFaults, deadlineNames, deadlinesFor, deadlinesMoved, fitted, freeSlots, minutesOf, quietUntil, spanFault, spanOf, timed } from "./rules.ts";
import { agendaFor } from "./template.ts";

const { ladder, zone } = alliance;
let count = 0;
const ids = { next: () => `i${++count}` };
const agenda = agendaFor("regular", { id: "m", allianceId: "kba" }, ids);

const meetingOn = (day: Day, today: Day, more: Partial<Meeting> = {}): Meeting => ({
  id: "m",
  allianceId: "kba",
  kind: "regular",
  state: "draft",
  day,
  start: "14:00",
  ...spanOf(day, "14:00", minutesOf(agenda), zone),
  place: "Rathaus Krefeld",
  edition: 1,
  sequence: 0,
  ...deadlinesFor(day, today, ladder),
  invitedAt: null,
  cancelNote: null,
  consultReason: null,
  createdAt: at(today, "10:00"),
  ...more,
});

test("the agenda has the resolution's six items, and their times follow from the minutes", () => {
  const meeting = meetingOn("2026-10-07", "2026-09-09");
  expect(timed(meeting, agenda, zone).map((it) => `${it.item.number} ${it.at} ${it.item.key}`)).toEqual([
    "1 14:00 opening",
    "2 14:10 keynote",
    "3 14:40 projects",
    "4 15:40 qa",
    "5 16:40 next_steps",
    "6 17:10 get_together",
  ]);
  expect(clockOf(meeting.endsAt, zone)).toBe("17:55");
});

test("D22: the workshop has working groups instead of presentations and questions", () => {
  expect(agendaFor("workshop", { id: "m", allianceId: "kba" }, ids).map(({ key }) => key)).toEqual([
    "opening",
    "keynote",
    "working_groups",
    "next_steps",
    "get_together",
  ]);
});

test("the ladder gives the deadlines of the reference meeting", () => {
  expect(deadlinesFor("2026-10-07", "2026-09-01", ladder)).toEqual({
    invitationOn: "2026-09-09",
    replyBy: "2026-09-30",
    talksBy: "2026-09-23",
    questionsBy: "2026-09-23",
    documentsBy: "2026-09-30",
  });
});

test("at short notice no deadline lies in the past: it is the day before the meeting", () => {
  expect(deadlinesFor("2026-10-07", "2026-09-28", ladder)).toEqual({
    invitationOn: "2026-09-28",
    replyBy: "2026-09-30",
    talksBy: "2026-10-06",
    questionsBy: "2026-10-06",
    documentsBy: "2026-09-30",
  });
  expect(deadlinesFor("2026-10-07", "2026-10-07", ladder).replyBy).toBe("2026-10-07");
});

test("after a move a deadline keeps the distance the office chose, and one that was squeezed gets the ladder's again", () => {
  const meeting = meetingOn("2026-10-07", "2026-09-28", { replyBy: "2026-10-04" });
  expect(deadlinesMoved(meeting, "2026-11-04", "2026-09-28", ladder)).toMatchObject({
    replyBy: "2026-11-01",
    talksBy: "2026-10-21",
    documentsBy: "2026-10-28",
  });
});

test("a meeting must begin in the future and end on its day", () => {
  const now = at("2026-10-07", "12:00");
  expect(spanFault("2026-10-07", "11:59", 235, zone, now)).toBe("started");
  expect(spanFault("2026-10-07", "20:30", 235, zone, now)).toBe("nextDay");
  expect(spanFault("2026-10-07", "14:00", 235, zone, now)).toBeUndefined();
});

test("deadlines lie between the invitation and the meeting, and a new one not in the past", () => {
  const meeting = meetingOn("2026-10-07", "2026-09-01");
  const faults = deadlineFaults({ ...meeting, replyBy: "2026-10-08", talksBy: "2026-09-08", documentsBy: "2026-08-31" }, meeting, "2026-09-01");
  expect([...faults]).toEqual([
    ["replyBy", "afterMeeting"],
    ["talksBy", "beforeInvitation"],
    ["documentsBy", "past"],
  ]);
  expect(deadlineFaults(meeting, meeting, "2026-10-06").size).toBe(0);
});

test("for any day and any today the proposed deadlines are free of faults, also after a move", () => {
  const days = fc.integer({ min: 0, max: 200 });
  fc.assert(
    fc.property(days, days, days, (ahead, later, passed) => {
      const today: Day = "2026-09-01";
      const meeting = meetingOn(addDays(today, ahead), today);
      expect(deadlineFaults(meeting, meeting, today).size).toBe(0);
      const then = addDays(today, Math.min(passed, ahead));
      const moved = { ...meeting, day: addDays(then, later) };
      fc.pre(moved.day !== meeting.day);
      const next = { ...moved, ...deadlinesMoved(meeting, moved.day, then, ladder) };
      expect(deadlineFaults(next, next, then).size).toBe(0);
      for (const name of deadlineNames) expect(next[name] >= then).toBe(true);
    }),
  );
});

test("partial times that no longer lie within the meeting fall away", () => {
  expect(fitted({ from: "15:00", until: "17:00" }, "14:00", "17:55")).toEqual({ from: "15:00", until: "17:00" });
  expect(fitted({ from: "15:00", until: "17:00" }, "16:00", "19:55")).toEqual({ from: null, until: "17:00" });
  expect(fitted({ from: "15:00", until: "17:00" }, "10:00", "13:55")).toEqual({ from: null, until: null });
});

test("the office's messages wait for open hours, unless less than a day would be left", () => {
  const saturday = at("2026-10-03", "20:00");
  expect(quietUntil(at("2026-10-02", "10:00"), at("2026-10-07", "14:00"), nrw, zone)).toBeNull();
  expect(quietUntil(saturday, at("2026-10-07", "14:00"), nrw, zone)).toEqual(at("2026-10-05", "08:00"));
  expect(quietUntil(saturday, at("2026-10-05", "14:00"), nrw, zone)).toBeNull();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 * 24 * 4 }), fc.integer({ min: 1, max: 30 * 24 }), (quarter, hours) => {
      const now = new Date(saturday.getTime() + quarter * 900_000);
      const before = new Date(now.getTime() + hours * 3_600_000);
      const until = quietUntil(now, before, nrw, zone);
      expect(until === null || (until > now && until < before && isOpenHour(until, nrw))).toBe(true);
    }),
  );
});

test("D21: the next free place of the series; a workshop takes none, a cancelled meeting gives its place back", () => {
  const first = { kind: "regular", state: "invited", day: "2027-06-16" } as const;
  expect(freeSlots([], "2026-11-22", 2, nrw)[0]).toEqual({ year: 2026, slot: 1 });
  expect(freeSlots([first], "2027-01-10", 2, nrw)[0]).toEqual({ year: 2027, slot: 2 });
  expect(freeSlots([{ ...first, kind: "workshop" }], "2027-01-10", 2, nrw)[0]).toEqual({ year: 2027, slot: 1 });
  expect(freeSlots([{ ...first, state: "cancelled" }], "2027-01-10", 2, nrw)[0]).toEqual({ year: 2027, slot: 1 });
});
