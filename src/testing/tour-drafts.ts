// The tour of the office before anybody is invited: new meetings with every hint, days by rule, agenda, deadlines, lists.
import { at } from "../time.ts";
import { invited, larger, newestMeeting, press, type Tour } from "./tour.ts";

const hints: Tour = async (open) => {
  const world = open(at("2026-09-07", "10:00"));
  // No hint, short notice, autumn holidays on a Saturday, a public holiday, Christmas, Easter, beyond the tables.
  const days = ["14.10.2026", "18.09.2026", "17.10.2026", "01.11.2027", "28.12.2026", "30.03.2027", "18.05.2027", "05.11.2028", "18.07.2028", "14.10.2026"];
  for (const day of days) await world.say("office", `sitzung neu am ${day}`);
  for (const day of ["30.09.2026", "14.10.2026"]) await world.say("office", `sitzung neu workshop am ${day} ab 10:00`);
  await world.say("office", "sitzung neu am 07.09.2026 ab 15:00");
  for (const words of ["sitzung liste", "sitzung", "sitzung am 18.07.2028", "sitzung am 02.01.2027", "status"]) await world.say("office", words);
  await world.tap("office", "meeting.list", { page: "2" });
  await world.tap("office", "meeting.list", { page: "1" });
  for (const words of ["sitzung", "sitzung liste", "status", "sitzung am 14.10.2026"]) await world.say("ihk-1", words);
};

const asked: Tour = async (open) => {
  const world = open(at("2026-09-07", "10:00"));
  for (const who of ["office", "ihk-1"])
    for (const words of ["sitzung", "sitzung liste", "status", "rückmeldung", "sitzung einladen", "meine einladung"]) await world.say(who, words);
  await world.say("office", "sitzung neu");
  await world.fill("office", { day: "", start: "14:00", place: "" });
  await world.fill("office", { day: "2026-01-07", start: "14:00" });
  await world.fill("office", { day: "2026-09-07", start: "09:00" });
  await world.fill("office", { day: "2026-10-07", start: "23:00" });
  await world.fill("office", { day: "2026-10-07", start: "14:00", place: "x".repeat(121) });
  await world.say("office", "sitzung neu am 07.10.");
  await world.tap("office", "meeting.new");
  await world.say("office", "sitzung neu am übermorgen irgendwann");
  await world.say("office", "sitzung neu am 31.09.2026");
  await world.say("office", "sitzung neu workshop am 07.10.2026 ab 23:00");
};

const edited: Tour = async (open) => {
  const world = open(at("2026-09-07", "10:00"));
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.tap("office", "meeting.change");
  await world.tap("office", "meeting.change", { part: "when" });
  await world.fill("office", { day: "2026-10-14", start: "23:00" });
  await world.fill("office", { day: "2026-10-14", start: "15:00" });
  await world.tap("office", "meeting.agenda");
  await world.fill("office", { m1: "0" });
  await world.fill("office", { m1: "480", m2: "480" });
  await world.fill("office", { m1: "20" });
  await world.tap("office", "meeting.agenda");
  await world.fill("office", {});
  await world.tap("office", "meeting.open");
  await world.tap("office", "meeting.change");
  await world.tap("office", "meeting.deadlines");
  await world.fill("office", { replyBy: "2026-10-20", talksBy: "2026-09-01", questionsBy: "2026-09-10" });
  await world.fill("office", { questionsBy: "2026-10-01" });
  await world.say("office", "sitzung absagen");
  await world.tap("office", "meeting.delete");
  await world.tap("office", "meeting.new");
  const meeting = newestMeeting(world);
  await world.tap("office", "meeting.change");
  await world.tap("office", "step.cancel");
  await press(world, "office", "meeting.move", { meeting, sequence: "7", day: "2026-10-15" });
  await press(world, "office", "meeting.move", { meeting, sequence: "0", day: "2026-10-16" });
  await press(world, "office", "meeting.cancelNow", { meeting, sequence: "0" });
  await press(world, "office", "meeting.invite", { meeting: "gone" });
  await press(world, "office", "meeting.inviteNow", { meeting, when: "now", day: "2026-10-07" });
  await world.say("office", "rückmeldung für");
  await world.say("office", "rückmeldung");
};

const alreadyInvited: Tour = async (open) => {
  const world = await invited(open);
  await world.tap("dgb-1", "rsvp.accept");
  const meeting = newestMeeting(world);
  for (const words of ["sitzung", "status", "sitzung ändern"]) await world.say("office", words);
  await world.tap("office", "meeting.deadlines");
  await world.fill("office", { replyBy: "2026-09-28" });
  await press(world, "office", "meeting.agenda", { meeting });
  await world.fill("office", { m6: "90" });
  await press(world, "office", "meeting.delete", { meeting });
  await press(world, "office", "meeting.cancelNow", { meeting, sequence: "9" });
  await press(world, "office", "meeting.cancelNow", { meeting, sequence: "1" });
  await world.clock(at("2026-10-07", "15:00"));
  await press(world, "office", "meeting.change", { meeting });
  await world.say("office", "sitzung");
  await world.clock(at("2026-10-08", "09:00"));
  for (const command of ["meeting.change", "meeting.open"] as const) await press(world, "office", command, { meeting });
  await world.say("office", "sitzung liste");
};

const suggested: Tour = async (open) => {
  const world = open(at("2026-09-07", "10:00"), larger);
  await world.say("office", "sitzung vorschlagen");
  await world.tap("office", "meeting.new", { day: "2026-10-06" });
  await world.say("office", "sitzung vorschlagen");
  const end = open(at("2028-10-02", "10:00"));
  await end.say("office", "sitzung vorschlagen");
  const early = open(at("2026-05-04", "10:00"));
  await early.say("office", "sitzung neu am 10.06.2026");
  await early.say("office", "sitzung neu am 26.05.2026");
  await early.say("office", "sitzung neu am 22.07.2026");
};

export const draftTours: readonly Tour[] = [hints, asked, edited, alreadyInvited, suggested];
