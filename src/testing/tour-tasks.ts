// The tours of the life of a task: taken or not, reported, more time, handed over, decided by the office, reminded of.
import { owed } from "../notice/owe.ts";
import type { Task } from "../task/model.ts";
import { at, type Day } from "../time.ts";
import { task } from "./agreed.ts";
import type { SomeRows } from "./store.ts";
import { type Open, press, type Tour } from "./tour.ts";
import type { World } from "./world.ts";

const flyer = "Flyer zur Teilzeitausbildung abstimmen";
/** As many characters as a title may have. */
const long = "Gemeinsames Faltblatt zur Teilzeitausbildung mit allen Kammern, dem Jobcenter und den Schulen abstimmen und drucken";
const mine = { personId: "ihk-1", state: "accepted", acceptedAt: at("2026-10-01", "10:00"), title: flyer } as const;

const having =
  (...tasks: readonly Partial<Task>[]) =>
  (rows: SomeRows): SomeRows => ({ ...rows, Task: tasks.map((it, n) => task({ number: n + 1, ...it })) });
const begin = (open: Open, ...tasks: readonly Partial<Task>[]): World => open(at("2026-10-08", "10:00"), having(...tasks));

/** A message the bot sends by itself. */
async function send(world: World, kind: string, personId: string, args: Readonly<Record<string, string>>, matter: string | null = null): Promise<void> {
  const key = `${kind}:${personId}:${Object.values(args).join()}:${world.now.toISOString()}`;
  await world.store.work({ allianceId: "kba" }, async (desk) =>
    desk.owe(owed({ now: world.now, desk: { alliance: { id: "kba" } } }, { key, kind, personId, args, matter })),
  );
  await world.deliver();
}

const done: Tour = async (open) => {
  const world = begin(open, { title: flyer, involved: ["dgb"] }, { ...mine, title: long, state: "blocked", percent: 30 });
  for (const who of ["ihk-1", "dgb-1", "office"]) await world.say(who, "aufgabe A-1");
  await send(world, "task.new", "ihk-1", { task: "task-1" }, "task:task-1");
  await world.tap("ihk-1", "task.accept");
  await world.tap("ihk-1", "task.progress");
  await world.fill("ihk-1", { percent: "50", note: "Entwurf liegt beim Jobcenter" });
  await world.tap("ihk-1", "task.progress");
  await world.fill("ihk-1", { state: "blocked" });
  await world.tap("ihk-1", "task.done");
  await world.tap("ihk-1", "task.note");
  await world.fill("ihk-1", { note: "Flyer liegt vor, Auflage 500" });
  await world.tap("ihk-1", "task.note");
  await world.tap("ihk-1", "task.undo");
  await world.say("ihk-1", "A-1 erledigt");
  await world.tap("office", "task.reopen");
  await world.fill("office", { hint: "Bitte noch mit dem Jobcenter abstimmen", due: "13.11.2026" });
  await world.say("ihk-1", "aufgabe A-1");
  await world.tap("ihk-1", "task.done");
  await world.tap("office", "task.confirm");
  await world.tap("office", "task.history");
  await world.say("ihk-1", "aufgabe A-1");
  await world.say("office", "aufgabe A-2");
  await world.tap("office", "task.history");
  await world.tap("office", "task.close", { task: "A-2" });
  await world.tap("office", "task.reopen", { task: "A-2" });
  await world.fill("office", {});
};

const untaken: Tour = async (open) => {
  const world = begin(open, { title: flyer, organisationId: "spd" }, { title: flyer, organisationId: "verdi" });
  for (const who of ["spd-1", "spd-2"]) await send(world, "task.new", who, { task: "task-1" }, "task:task-1");
  await world.tap("spd-1", "task.reject");
  await world.tap("spd-2", "task.reject");
  await world.tap("office", "task.call");
  await world.tap("office", "task.assign");
  await world.fill("office", { whom: "xyz" });
  await press(world, "office", "task.assign", { task: "A-1", whom: "Delegierte Person 1" });
  await press(world, "office", "task.assign", { task: "A-1", whom: "Delegate 1" });
  await press(world, "office", "task.assign", { task: "A-1", whom: "CDU" });
  await world.say("cdu-1", "aufgabe A-1");
  await world.tap("cdu-1", "task.accept");
  for (const who of ["cdu-2", "dgb-1", "ihk-1", "cdu-2"]) await world.say(who, "aufgabe A-1");
  await press(world, "office", "task.assign", { task: "A-1", whom: "o:verdi" });
  await press(world, "office", "task.call", { task: "A-2" });
  await press(world, "cdu-1", "task.accept", { task: "A-1" });
  await press(world, "cdu-1", "task.accept", { task: "A-9" });
};

const time: Tour = async (open) => {
  const world = begin(open, { ...mine }, { ...mine, title: long }, { title: flyer, organisationId: "ihk" });
  await world.say("ihk-1", "aufgabe A-1");
  await world.tap("ihk-1", "task.extend");
  await world.fill("ihk-1", { due: "irgendwann" });
  await world.fill("ihk-1", { due: "03.11.2026" });
  await world.fill("ihk-1", { due: "20.11.2026", delay: "Druckfreigabe fehlt" });
  await world.tap("office", "task.grant", { day: "2026-11-20" });
  await world.say("ihk-1", "aufgabe A-1 verlängern bis Ende Februar");
  await world.tap("ihk-1", "task.extend", { firm: "1" });
  await world.tap("office", "task.grant", { ask: "1" });
  await world.fill("office", { due: "heute in acht Tagen" });
  await press(world, "office", "task.grant", { task: "A-1", ask: "1" });
  await world.fill("office", { due: "Anfang November" });
  await world.tap("office", "task.grant", { firm: "1" });
  await world.say("ihk-1", "aufgabe A-1 verlängern bis 18.12.2026");
  await world.tap("office", "task.keep");
  await world.fill("office", { hint: "Der Druck ist gebucht." });
  await world.say("ihk-1", "aufgabe A-3 verlängern bis 18.12.2026");
  await press(world, "office", "task.keep", { task: "A-3", sent: "1" });
  await world.say("ihk-1", "aufgabe A-2 verlängern eine Woche länger");
  await world.tap("ihk-1", "task.undo");
  await world.say("office", "aufgabe A-2 verlängern bis 18.12.2026");
};

const handedOver: Tour = async (open) => {
  const world = begin(open, { ...mine }, { title: flyer, organisationId: "ihk" });
  await world.say("ihk-1", "aufgabe A-1");
  await world.tap("ihk-1", "task.handover");
  await world.fill("ihk-1", { whom: "dgb-1" });
  await world.tap("ihk-1", "task.undo");
  await press(world, "ihk-1", "task.handover", { task: "A-1", whom: "DGB" });
  await world.tap("dgb-1", "task.reject");
  await press(world, "ihk-1", "task.handover", { task: "A-1", whom: "ver.di" });
  await press(world, "ihk-1", "task.handover", { task: "A-1", whom: "xyz" });
  await press(world, "ihk-1", "task.handover", { task: "A-1", whom: "IHK" });
  await press(world, "ihk-1", "task.handover", { task: "A-1", whom: "CDU" });
  await world.tap("ihk-1", "task.handover", { whom: "cdu-2" });
  await world.tap("cdu-2", "task.accept");
  await world.say("ihk-1", "aufgabe A-2 abgeben an CDU");
  await world.say("ihk-1", "aufgabe A-2 abgeben an Agentur für Arbeit");
  await world.say("agentur-1", "aufgabe annehmen");
};

const meant: Tour = async (open) => {
  const four = [1, 2, 3, 4].map((n) => ({ ...mine, title: `Zahlen ${n} liefern` }));
  const world = begin(open, ...four);
  await world.say("ihk-1", "aufgabe erledigt");
  await world.tap("ihk-1", "task.done", { task: "A-2" });
  await world.say("ihk-1", "aufgabe erledigt");
  await world.say("dgb-1", "aufgabe erledigt");
  await world.say("dgb-1", "A-1 erledigt");
  await world.say("dgb-1", "A-17 erledigt");
  await world.say("ihk-1", "hilfe aufgabe erledigt");
};

const reminded: Tour = async (open) => {
  const due: Day = "2026-10-09";
  const world = begin(
    open,
    { ...mine, due, percent: 50, state: "inProgress" },
    { ...mine, due: "2026-10-20", title: long },
    { title: flyer, organisationId: "ihk", due },
  );
  const all = async (): Promise<void> => {
    for (const id of ["task-1", "task-3"]) await send(world, "task.remind.before", "ihk-1", { task: id }, `task:${id}`);
    await send(world, "task.digest.person", "ihk-1", { tasks: "task-1,task-2,task-3" });
  };
  await all();
  await world.clock(at(due, "09:00"));
  await all();
  await world.clock(at("2026-10-16", "09:00"));
  await all();
  await send(world, "task.escalation", "ihk-1", { task: "task-1" }, "task:task-1");
  await world.tap("ihk-1", "task.progress");
};

export const taskTours: readonly Tour[] = [done, untaken, time, handedOver, meant, reminded];
