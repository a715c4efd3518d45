// The tour of a delegate's own reply: invited, every answer, every change of mind, too late, another day, not the own card.
import { at } from "../time.ts";
import { invited, invitedToWorkshop, newestMeeting, press, type Tour, withStrangers } from "./tour.ts";

const answers: Tour = async (open) => {
  const world = await invited(open);
  for (const words of ["status", "sitzung", "rückmeldung", "einstellungen"]) await world.say("ihk-1", words);
  await world.tap("ihk-1", "rsvp.undecided");
  await world.tap("ihk-1", "rsvp.undecided", { choose: "1" });
  await world.fill("ihk-1", { askOn: "2026-10-07" });
  await world.fill("ihk-1", { askOn: "2026-09-25" });
  await world.say("ihk-1", "status");
  await world.tap("cdu-1", "rsvp.undecided");
  await world.tap("ihk-1", "rsvp.accept");
  for (const words of ["status", "sitzung"]) await world.say("ihk-1", words);
  await world.tap("ihk-1", "rsvp.partial");
  await world.fill("ihk-1", { from: "16:00", until: "15:00" });
  await world.fill("ihk-1", { from: "08:00" });
  await world.fill("ihk-1", { from: "15:00", except: "get_together,keynote" });
  for (const words of ["status", "sitzung"]) await world.say("ihk-1", words);
  await world.tap("ihk-1", "rsvp.partial");
  await world.tap("ihk-1", "rsvp.change");
  await world.tap("ihk-1", "rsvp.decline");
  await world.say("ihk-1", "status");
};

const typed: Tour = async (open) => {
  const world = await invited(open);
  for (const words of ["zusage ab", "zusage ab 99:99", "zusage ab 08:00", "zusage ab 16:00 bis 15:00", "unklar bis 30.09.", "unklar bis 31.09.2026"])
    await world.say("dgb-1", words);
  for (const words of ["unklar bis 01.02.2020", "unklar bis 08.10.2026", "zusage ohne Get-Together", "absagen", "vertretung"]) await world.say("dgb-1", words);
};

const waiting: Tour = async (open) => {
  const world = await invited(open);
  for (const who of ["cdu-1", "cdu-2", "cdu-3"]) await world.tap(who, "rsvp.accept");
  await world.tap("cdu-3", "rsvp.accept");
  for (const words of ["status", "sitzung"]) await world.say("cdu-3", words);
  await world.tap("cdu-3", "waiting.leave");
  await world.tap("cdu-3", "rsvp.change");
  await world.tap("cdu-3", "rsvp.accept");
  await world.say("cdu-3", "zusage ab 15:00");
  await world.tap("cdu-1", "rsvp.change");
  await world.tap("cdu-1", "rsvp.decline");
  await world.tap("cdu-3", "rsvp.decline");
  // With a substitute on the waiting list, and offered so late that it must be asked.
  await world.say("cdu-1", "zusage");
  await world.say("cdu-3", "vertretung Vertretung Muster");
  await world.tap("cdu-3", "substitute.name");
  await world.clock(at("2026-10-06", "15:00"));
  await world.say("cdu-2", "absage");
  for (const words of ["status", "sitzung"]) await world.say("cdu-3", words);
  await world.clock(at("2026-10-06", "20:00"));
  await world.say("cdu-2", "zusage");
  await world.say("cdu-3", "zusage");
  await world.say("cdu-1", "absage");
  await world.tap("cdu-3", "waiting.leave");
};

const promotedWhole: Tour = async (open) => {
  const world = await invited(open);
  for (const who of ["cdu-1", "cdu-2", "cdu-3"]) await world.tap(who, "rsvp.accept");
  await world.say("cdu-2", "absage");
  await world.say("cdu-3", "status");
};

const tooLate: Tour = async (open) => {
  const world = await invited(open);
  for (const who of ["cdu-1", "cdu-2", "cdu-3"]) await world.tap(who, "rsvp.accept");
  await world.clock(at("2026-10-01", "10:00"));
  await world.say("dgb-1", "meine einladung");
  await world.tap("dgb-1", "rsvp.undecided");
  await world.say("agentur-1", "zusage ab 15:00");
  await world.clock(at("2026-10-07", "14:30"));
  for (const who of ["ihk-1", "cdu-1", "cdu-3", "dgb-1", "agentur-1"]) await world.say(who, "meine einladung");
  await world.tap("ihk-1", "rsvp.late");
  await world.say("ihk-1", "absage");
  await world.say("ihk-1", "sitzung");
  const workshop = await invitedToWorkshop(open);
  await workshop.clock(at("2026-10-07", "15:00"));
  await workshop.say("dgb-1", "meine einladung");
  await workshop.tap("dgb-1", "rsvp.late");
};

const anotherDay: Tour = async (open) => {
  const world = await invited(open);
  for (const who of ["cdu-1", "cdu-2", "cdu-3", "agentur-1"]) await world.tap(who, "rsvp.accept");
  await world.tap("dgb-1", "rsvp.decline");
  await world.tap("ob-1", "rsvp.undecided");
  await world.tap("ihk-1", "substitute.pick");
  await world.tap("ihk-1", "substitute.name", { person: "ihk-s" });
  await world.tap("ihk-s", "substitute.answer", { answer: "yes" });
  const old = world.messages("spd-1")[0]?.card;
  const meeting = newestMeeting(world);
  await world.say("office", "sitzung ändern am 14.10.2026");
  await world.tap("office", "meeting.change", { part: "text" });
  await world.tap("office", "meeting.change");
  await world.tap("office", "meeting.move");
  for (const who of ["cdu-1", "cdu-3", "agentur-1", "dgb-1", "ob-1", "ihk-1", "ihk-s"]) {
    for (const words of ["meine einladung", "status", "sitzung"]) await world.say(who, words);
  }
  // A card from before the move.
  if (old) await press(world, "spd-1", "rsvp.accept", { meeting, for: "spd-1", edition: "1" });
  await press(world, "cdu-3", "rsvp.accept", { meeting, for: "cdu-3", edition: "1" });
  await press(world, "agentur-1", "rsvp.decline", { meeting, for: "agentur-1", edition: "1" });
  await world.say("office", "rückmeldung");
  await world.tap("agentur-1", "rsvp.accept");
  await world.clock(at("2026-10-08", "10:00"));
  await world.say("cdu-1", "meine einladung");
  await world.say("office", "sitzung ändern am 21.10.2026");
  await world.tap("office", "meeting.move");
};

const changedHour: Tour = async (open) => {
  const world = await invited(open);
  await world.tap("cdu-1", "rsvp.accept");
  await world.tap("ob-1", "rsvp.undecided");
  await world.tap("dgb-1", "rsvp.decline");
  await world.say("agentur-1", "zusage ab 15:00");
  await world.tap("ihk-1", "substitute.pick");
  await world.tap("ihk-1", "substitute.name", { person: "ihk-s" });
  await world.tap("ihk-s", "substitute.answer", { answer: "yes" });
  await world.say("office", "sitzung ändern ab 15:00");
  await world.tap("office", "meeting.change", { part: "text" });
  await world.tap("office", "meeting.change");
  await world.tap("office", "meeting.move");
  await world.clock(at("2026-10-01", "10:00"));
  for (const place of [{ place: "Seidenweberhaus" }, { place: "Rathaus Krefeld", start: "14:30" }]) {
    await world.say("office", "sitzung ändern");
    await world.tap("office", "meeting.change", { part: "when" });
    await world.fill("office", place);
    await world.tap("office", "meeting.move");
  }
};

const cancelled: Tour = async (open) => {
  for (const world of [await invited(open), await invitedToWorkshop(open)]) {
    await world.tap("ihk-1", "rsvp.accept");
    await world.say("office", "sitzung absagen");
    await world.fill("office", world === undefined ? {} : { note: "Der Saal ist nicht verfügbar." });
    const meeting = newestMeeting(world);
    for (const who of ["ihk-1", "dgb-1", "office"]) await press(world, who, "meeting.show", { meeting });
    for (const who of ["ihk-1", "dgb-1"]) await press(world, who, "rsvp.accept", { meeting, for: who, edition: "1" });
    for (const command of ["meeting.change", "meeting.open", "meeting.cancelNow"] as const) await press(world, "office", command, { meeting, sequence: "0" });
    await press(world, "office", "meeting.delete", { meeting });
    await world.say("ihk-1", "sitzung liste");
    await world.say("office", "sitzung liste");
  }
  const silent = await invited(open);
  await silent.say("office", "sitzung absagen");
  await silent.fill("office", {});
  await press(silent, "ihk-1", "meeting.show", { meeting: newestMeeting(silent) });
};

const notTheirs: Tour = async (open) => {
  const world = await invited(open, withStrangers);
  const meeting = newestMeeting(world);
  await press(world, "dgb-1", "rsvp.accept", { meeting, for: "ihk-1", edition: "1" });
  await press(world, "dgb-1", "rsvp.accept", { meeting: "gone" });
  for (const words of ["zusage", "meine einladung", "status", "sitzung", "mitglied zugang IHK"]) await world.say("guest", words);
  for (const words of ["zusage", "meine einladung", "status"]) await world.say("office", words);
};

export const replyTours: readonly Tour[] = [answers, typed, waiting, promotedWhole, tooLate, anotherDay, changedHour, cancelled, notTheirs];
