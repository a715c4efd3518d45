// What tests of tasks share: a world with a meeting, tasks that are there already, and the cards' parts by name.

import type { Task } from "../task/model.ts";
import { at } from "../time.ts";
import { task as example } from "./examples.ts";
import { krefeld } from "./roster.ts";
import type { SomeRows } from "./store.ts";
import { World } from "./world.ts";

/** A task of the alliance; everything that does not matter is filled in. */
export const task = (it: Pick<Task, "number"> & Partial<Task>): Task =>
  example({
    id: `task-${it.number}`,
    allianceId: "kba",
    title: `Aufgabe ${it.number} liefern`,
    organisationId: "ihk",
    due: "2026-11-06",
    createdAt: at("2026-09-01", "10:00"),
    ...it,
  });

/** Tasks in every state, some overdue on 15 September 2026, with and without an objective. */
export const someTasks = (): readonly Task[] => [
  task({ number: 1, due: "2026-09-10", objectiveId: "objective-3", title: "Flyer zur Teilzeitausbildung abstimmen" }),
  task({
    number: 2,
    organisationId: "dgb",
    personId: "dgb-1",
    state: "inProgress",
    percent: 50,
    due: "2026-10-30",
    objectiveId: "objective-3",
    involved: ["ihk", "spd"],
  }),
  task({ number: 3, organisationId: "agentur", personId: "agentur-1", state: "blocked", due: "2026-09-11", delay: "Druckfreigabe fehlt" }),
  task({ number: 4, organisationId: "ihk", personId: "ihk-1", state: "reported", due: "2026-09-12", outcome: "Liegt vor", objectiveId: "objective-1" }),
  task({ number: 5, organisationId: "spd", state: "rejected", due: "2026-12-01" }),
  task({ number: 6, organisationId: "cdu", personId: "cdu-1", state: "confirmed", due: "2026-08-01", objectiveId: "objective-3" }),
  task({ number: 7, organisationId: "cdu", state: "closed", due: "2026-08-02" }),
  task({ number: 8, organisationId: "dgb", personId: "dgb-1", state: "accepted", due: "2026-11-20" }),
];

/** Tuesday, 15 September 2026, the day domain.md counts from; everybody is invited to 7 October. */
export async function onTheDay(change: (rows: SomeRows) => SomeRows = (rows) => rows): Promise<World> {
  const world = new World(at("2026-09-09", "10:00"), change(krefeld()));
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.tap("office", "meeting.invite");
  await world.tap("office", "meeting.inviteNow");
  world.now = at("2026-09-15", "10:00");
  return world;
}

export const titleOf = (world: World, who: string): string | undefined => world.newest(who)?.card.title;
export const cardOf = (world: World, who: string): string | undefined => world.newest(who)?.card.name;
/** The facts of the newest card by their labels. */
export const factsOf = (world: World, who: string): Readonly<Record<string, string>> =>
  Object.fromEntries((world.newest(who)?.card.elements ?? []).flatMap((it) => (it.type === "facts" ? it.facts.map(({ label, value }) => [label, value]) : [])));
