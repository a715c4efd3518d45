// The tour of the advance consultation: asked, answered in every way, reminded, overridden, nobody to ask, too late.
import { at } from "../time.ts";
import { newestMeeting, press, type Tour, withoutAccounts } from "./tour.ts";

const consulted: Tour = async (open) => {
  const world = open(at("2026-09-07", "10:00"));
  await world.say("office", "sitzung neu workshop am 11.11.2026 ab 10:00");
  await world.tap("office", "meeting.consult");
  const meeting = newestMeeting(world);
  await world.tap("cdu-1", "meeting.consent", { answer: "yes" });
  await world.tap("cdu-1", "meeting.consent");
  await world.tap("cdu-1", "meeting.consent", { answer: "no" });
  await press(world, "cdu-2", "meeting.consent", { meeting, organisation: "cdu", answer: "yes" });
  await world.tap("office", "meeting.consult", { remind: "1" });
  await world.tap("spd-1", "meeting.consent", { answer: "unclear" });
  await world.say("office", "sitzung");
  await world.tap("office", "meeting.invite");
  await world.fill("office", { reason: "" });
  await world.fill("office", { reason: "Der Saal ist nur an diesem Tag frei." });
  await world.tap("office", "meeting.inviteNow");
  await world.say("office", "sitzung");
  await world.tap("cdu-1", "meeting.consent");
  await press(world, "cdu-1", "meeting.consent", { meeting, organisation: "cdu", day: "2026-11-04", answer: "yes" });
  await world.say("office", "sitzung anfragen");
  await world.say("office", "sitzung ändern am 18.11.2026");
};

const agreed: Tour = async (open) => {
  const world = open(at("2026-09-07", "10:00"));
  await world.say("office", "sitzung neu workshop am 21.09.2026 ab 10:00");
  await world.say("office", "sitzung anfragen");
  await world.tap("cdu-1", "meeting.consent", { answer: "yes" });
  await world.say("office", "sitzung");
  await world.tap("spd-1", "meeting.consent", { answer: "yes" });
  await world.tap("office", "meeting.invite");
  await world.say("office", "sitzung ändern am 22.09.2026");
  await world.say("office", "sitzung neu am 23.09.2026");
  await world.say("office", "sitzung anfragen");
};

const nobody: Tour = async (open) => {
  const world = open(at("2026-09-07", "10:00"), withoutAccounts("cdu-1", "cdu-2", "cdu-3", "spd-1", "spd-2"));
  await world.say("office", "sitzung neu workshop am 11.11.2026");
  await world.tap("office", "meeting.consult");
  await world.say("office", "sitzung einladen");
  const some = open(at("2026-09-07", "20:00"), withoutAccounts("cdu-1"));
  await some.say("office", "sitzung neu workshop am 08.09.2026");
  await some.tap("office", "meeting.consult");
  await some.clock(at("2026-09-08", "08:00"));
};

export const consultTours: readonly Tour[] = [consulted, agreed, nobody];
