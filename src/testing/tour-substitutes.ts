// The tour of naming somebody: on record or by name, with and without an account, every word of theirs, and silence.
import { at } from "../time.ts";
import { invited, newestMeeting, press, type Tour, withStrangers } from "./tour.ts";
import type { World } from "./world.ts";

async function named(world: World): Promise<void> {
  await world.tap("ihk-1", "substitute.pick");
  await world.tap("ihk-1", "substitute.name", { person: "ihk-s" });
}

const onRecord: Tour = async (open) => {
  const world = await invited(open);
  await named(world);
  for (const who of ["ihk-1", "ihk-s"]) for (const words of ["status", "sitzung", "hilfe", "meine einladung"]) await world.say(who, words);
  await world.tap("ihk-s", "substitute.answer", { answer: "yes" });
  for (const words of ["status", "sitzung"]) for (const who of ["ihk-1", "ihk-s"]) await world.say(who, words);
  await world.tap("ihk-s", "rsvp.partial");
  await world.fill("ihk-s", { until: "16:00", except: "get_together" });
  await world.say("ihk-s", "status");
  await world.tap("ihk-s", "substitute.answer", { answer: "ask" });
  await world.tap("ihk-s", "substitute.answer", { answer: "no" });
  await world.say("ihk-s", "status");
  await world.tap("ihk-1", "substitute.pick");
  await world.fill("ihk-1", { name: "Vertretung Muster" });
  await press(world, "ihk-s", "substitute.answer", { meeting: newestMeeting(world), for: "ihk-1", edition: "1", answer: "yes" });
};

const changedMind: Tour = async (open) => {
  const world = await invited(open);
  await named(world);
  await world.tap("ihk-s", "substitute.answer", { answer: "yes" });
  await world.say("ihk-1", "zusage");
  const again = await invited(open);
  await named(again);
  await again.tap("ihk-s", "substitute.answer", { answer: "no" });
  await again.tap("ihk-1", "rsvp.accept");
  await press(again, "ihk-s", "rsvp.accept", { meeting: newestMeeting(again), for: "ihk-1", edition: "1" });
  const full = await invited(open, withStrangers);
  for (const who of ["cdu-1", "cdu-2"]) await full.tap(who, "rsvp.accept");
  await full.tap("cdu-3", "substitute.pick");
  await full.tap("cdu-3", "substitute.name", { person: "cdu-s" });
  for (const words of ["zusage", "status"]) await full.say("cdu-s", words);
  await full.say("cdu-1", "absage");
  await full.tap("cdu-s", "substitute.answer", { answer: "no" });
  await full.tap("cdu-s", "substitute.answer", { answer: "ask" });
  await full.tap("cdu-s", "substitute.answer", { answer: "yes" });
};

const byName: Tour = async (open) => {
  const world = await invited(open);
  await world.say("ihk-1", "vertretung");
  await world.say("ihk-1", "vertretung Stellvertretung 1");
  await world.say("dgb-1", "vertretung Vertretung Muster");
  await world.tap("dgb-1", "substitute.name", { name: "Vertretung Muster" });
  await world.tap("dgb-1", "substitute.ask", { who: "office" });
  await world.tap("office", "reply.record", { answer: "confirm" });
  await world.tap("dgb-1", "rsvp.change");
  await world.tap("dgb-1", "substitute.pick");
  await world.fill("dgb-1", { name: "" });
  await world.fill("dgb-1", { name: "Zweite Vertretung" });
  await world.tap("dgb-1", "substitute.told");
  await world.tap("cdu-1", "substitute.pick");
  await world.fill("cdu-1", { name: "Delegierte Person 2" });
  await press(world, "cdu-1", "substitute.name", { meeting: newestMeeting(world), for: "cdu-1", person: "cdu-2" });
};

const silence: Tour = async (open) => {
  const world = await invited(open);
  await named(world);
  await world.tap("dgb-1", "substitute.pick");
  await world.fill("dgb-1", { name: "Vertretung Muster" });
  await world.clock(at("2026-09-14", "09:00"));
  await world.tap("ihk-1", "substitute.ask", { who: "again" });
  await world.clock(at("2026-10-01", "09:00"));
  await world.tap("ihk-1", "substitute.ask", { who: "again" });
  await world.clock(at("2026-10-07", "15:00"));
  for (const who of ["ihk-1", "ihk-s"]) await world.say(who, "meine einladung");
  await world.say("ihk-s", "status");
  // Confirmed by telephone while the meeting is on.
  await press(world, "office", "reply.record", { meeting: newestMeeting(world), whom: "ihk-1", answer: "confirm", via: "phone" });
};

export const substituteTours: readonly Tour[] = [onRecord, changedMind, byName, silence];
