// The tour of the office with the replies: the overview in every filter, answers for others, the waiting list, reminders by hand.
import { at } from "../time.ts";
import { invited, larger, newestMeeting, press, type Tour } from "./tour.ts";

const overview: Tour = async (open) => {
  const world = await invited(open, larger);
  await world.say("office", "rückmeldung");
  for (const who of ["cdu-1", "cdu-2", "cdu-3", "agentur-1"]) await world.tap(who, "rsvp.accept");
  await world.tap("dgb-1", "rsvp.decline");
  await world.tap("ob-1", "rsvp.undecided");
  await world.tap("ihk-1", "substitute.pick");
  await world.tap("ihk-1", "substitute.name", { person: "ihk-s" });
  await world.tap("spd-1", "substitute.pick");
  await world.fill("spd-1", { name: "Vertretung Muster" });
  await world.tap("spd-1", "substitute.told");
  await world.say("office", "rückmeldung");
  for (const filter of ["none", "undecided", "declined", "waiting", "unconfirmed", "all"]) await world.tap("office", "reply.list", { filter });
  for (const page of ["2", "3", "1"]) await world.tap("office", "reply.list", { page });
  for (const name of ["CDU", "nichts", "Agentu"]) await world.say("office", `rückmeldung ${name}`);
  await world.clock(at("2026-09-30", "10:00"));
  await world.say("office", "rückmeldung");
  await world.clock(at("2026-10-02", "10:00"));
  await world.say("office", "rückmeldung");
};

const complete: Tour = async (open) => {
  const world = await invited(open);
  for (const who of ["ob-1", "ihk-1", "dgb-1", "agentur-1", "cdu-1", "cdu-2", "spd-1", "spd-2"]) await world.tap(who, "rsvp.accept");
  await world.tap("cdu-3", "rsvp.decline");
  await world.say("office", "rückmeldung");
  await world.say("office", "rückmeldung für Verdi absage per Brief");
  await world.say("office", "rückmeldung");
  await world.say("office", "rückmeldung erinnern");
  await press(world, "office", "reply.remindNow", { meeting: newestMeeting(world) });
};

const recorded: Tour = async (open) => {
  const world = await invited(open);
  for (const words of [
    "für",
    "für DGB",
    "für CDU",
    "für Jemand",
    "für SPD zusage per Telefon",
    "für Delegierte Person",
    "für Delegierte Person 1 zusage per Brief",
    "für DGB zusage per Telefon",
  ])
    await world.say("office", `rückmeldung ${words}`);
  await world.tap("office", "reply.undo");
  await world.say("office", "rückmeldung");
  await world.tap("office", "reply.record");
  await world.fill("office", { whom: "dgb-1", answer: "substitute", via: "email" });
  await world.fill("office", { whom: "dgb-1", answer: "confirm", via: "email" });
  await world.fill("office", { whom: "dgb-1", answer: "substitute", name: "Vertretung Muster", via: "email" });
  await world.tap("dgb-1", "rsvp.change");
  await world.tap("dgb-1", "rsvp.decline");
  await world.tap("office", "reply.undo");
  await world.say("office", "rückmeldung für Agentur für Arbeit unklar per Gespräch");
  await world.say("office", "rückmeldung für DGB zusage");
  await world.tap("dgb-1", "rsvp.change");
  await world.tap("dgb-1", "substitute.pick");
  await world.fill("dgb-1", { name: "Vertretung Muster" });
  await press(world, "office", "reply.record", { meeting: newestMeeting(world), whom: "dgb-1", answer: "confirm" });
};

const swapped: Tour = async (open) => {
  const world = await invited(open);
  for (const who of ["cdu-1", "cdu-2"]) await world.tap(who, "rsvp.accept");
  await press(world, "office", "reply.record", { meeting: newestMeeting(world), whom: "cdu-3", answer: "accept", via: "phone" });
  await world.tap("office", "reply.swap");
  await world.fill("office", { out: "cdu-1", in: "cdu-3" });
  await press(world, "office", "reply.swap", { meeting: newestMeeting(world), in: "cdu-3" });
};

const reminded: Tour = async (open) => {
  const world = await invited(open);
  await world.tap("spd-1", "rsvp.undecided");
  await world.say("office", "rückmeldung erinnern");
  await world.tap("office", "reply.remindNow");
  await world.tap("spd-2", "rsvp.accept");
  await world.say("office", "rückmeldung erinnern");
  await world.tap("office", "reply.remindNow");
  await world.say("office", "rückmeldung erinnern");
  const many = await invited(open, larger);
  await many.say("office", "rückmeldung erinnern");
  for (let n = 2; n <= 14; n++) await many.tap(`p${n}`, "rsvp.accept");
  for (const who of ["ob-1", "ihk-1", "dgb-1", "agentur-1", "cdu-1", "cdu-2", "cdu-3", "spd-1", "spd-2"]) await many.tap(who, "rsvp.decline");
  await many.say("office", "rückmeldung erinnern");
  await many.tap("office", "reply.remindNow");
  await many.say("office", "rückmeldung");
  await many.say("office", "rückmeldung erinnern");
  await many.tap("office", "reply.remindNow");
  await many.say("office", "rückmeldung erinnern");
};

export const officeTours: readonly Tour[] = [overview, complete, recorded, swapped, reminded];
