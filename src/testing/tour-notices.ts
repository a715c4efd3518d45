// The tour of what the bot sends by itself: nudges before and after the deadline, the day before, mandates to check, what did not arrive, the office's week, a time of rest.
import { addDays, at, type Day } from "../time.ts";
import { someTasks, task } from "./agreed.ts";
import { adding, invited, invitedToWorkshop, press, type Tour } from "./tour.ts";
import type { World } from "./world.ts";

async function wait(world: World, from: Day, until: Day): Promise<void> {
  for (let day = from; day <= until; day = addDays(day, 1)) await world.clock(at(day, "09:00"));
}

const ladder: Tour = async (open) => {
  const world = await invited(open);
  await world.tap("agentur-1", "rsvp.accept");
  await world.say("cdu-1", "zusage ab 15:00 ohne Get-Together");
  await world.tap("ob-1", "rsvp.undecided");
  await world.tap("spd-1", "rsvp.undecided");
  await world.tap("spd-1", "rsvp.undecided", { choose: "1" });
  await world.fill("spd-1", { askOn: "2026-09-23" });
  await world.tap("ihk-1", "substitute.pick");
  await world.tap("ihk-1", "substitute.name", { person: "ihk-s" });
  await world.tap("ihk-s", "substitute.answer", { answer: "yes" });
  await wait(world, "2026-09-10", "2026-10-05");
  await world.tap("ob-1", "rsvp.undecided");
  await wait(world, "2026-10-06", "2026-10-07");
  const workshop = await invitedToWorkshop(open);
  await workshop.tap("cdu-1", "rsvp.accept");
  await wait(workshop, "2026-09-25", "2026-10-07");
};

const unreached: Tour = async (open) => {
  const world = await invited(open);
  world.deaf.add("dgb-1");
  await wait(world, "2026-09-25", "2026-09-30");
  await world.say("office", "rückmeldung");
  await world.tap("office", "reply.record", { whom: "dgb-1" });
};

/** The draft of the minutes, two weeks after the meeting; and every Friday what is overdue, due next week, and for the office to decide. */
const officeWeek: Tour = async (open) => {
  const held = await invited(open);
  await wait(held, "2026-10-21", "2026-10-21");
  const world = open(at("2026-09-15", "10:00"), (rows) => adding(rows, { Task: someTasks() }));
  await wait(world, "2026-09-18", "2026-09-18");
  const crowded = open(at("2026-11-05", "10:00"), (rows) => adding(rows, { Task: Array.from({ length: 12 }, (_, n) => task({ number: n + 1 })) }));
  await wait(crowded, "2026-11-13", "2026-11-13");
};

/** Somebody who rests has named who gets the reminders meanwhile. */
const restful: Tour = async (open) => {
  const world = await invited(open);
  await press(world, "ihk-1", "settings.rest", { until: "2026-09-30", to: "substitute" });
  await wait(world, "2026-09-25", "2026-09-25");
};

export const noticeTours: readonly Tour[] = [ladder, unreached, officeWeek, restful];
