// Tasks in circumstances nobody plans: a day off chosen, an answer that comes too late, nobody to be reached, texts that look like something else.
import * as a from "../testing/examples.ts";
import { World } from "../testing/world.ts";
import { at } from "../time.ts";
import type { Task } from "./model.ts";

const stored = (world: World, number = 1) => world.store.rows("Task").find((it) => it.number === number);
const title = (world: World, who: string) => world.newest(who)?.card.title;

function having(...tasks: readonly Partial<Task>[]): World {
  const world = new World(at("2026-10-08", "10:00"));
  const rows = tasks.map((it, n) => a.task({ id: `t${n + 1}`, allianceId: "kba", due: "2026-11-06", title: "Flyer", organisationId: "ihk", ...it }));
  world.store.seed({ Task: rows });
  return world;
}
const mine = { personId: "ihk-1", state: "accepted", acceptedAt: at("2026-10-08", "09:00") } as const;

test("the office chooses a day off or the working day after it, and its card goes on from there", async () => {
  const reopened = having({ ...mine, state: "confirmed" });
  await reopened.say("office", "aufgabe A-1");
  await reopened.press("office", "Wieder öffnen");
  await reopened.fill("office", { hint: "noch das Logo", due: "14.11." });
  expect(reopened.text("office")).toContain("das ist Sa, 14.11.2026, ein Samstag");
  await reopened.press("office", "Mo, 16.11.2026");
  expect(stored(reopened)).toMatchObject({ state: "inProgress", due: "2026-11-16", hint: "noch das Logo" });
  expect([title(reopened, "office"), title(reopened, "ihk-1")]).toEqual(["A-1: Flyer", "A-1 ist wieder in Arbeit"]);
  expect(reopened.text("office")).toContain("Bis: Mo, 16.11.2026");
  const granted = having({ ...mine, askedDue: "2026-11-20", askedById: "ihk-1" });
  await granted.say("office", "aufgabe A-1");
  await granted.press("office", "Anderer Tag");
  await granted.fill("office", { due: "14.11." });
  await granted.press("office", "Sa, 14.11.2026");
  expect(stored(granted)).toMatchObject({ due: "2026-11-14", askedDue: null });
  expect(granted.text("office")).toContain("Bis: Sa, 14.11.2026");
});

test("more time that has run out before the office answers is not granted: it is asked for another day", async () => {
  const world = having({ ...mine, askedDue: "2026-11-20", askedById: "ihk-1" });
  world.now = at("2026-12-01", "10:00");
  await world.say("office", "aufgabe A-1");
  await world.press("office", "Gewähren");
  expect(stored(world)).toMatchObject({ due: "2026-11-06", askedDue: "2026-11-20" });
  await world.fill("office", { due: "11.12." });
  expect(stored(world)).toMatchObject({ due: "2026-12-11", askedDue: null });
  expect(title(world, "ihk-1")).toBe("A-1 gilt jetzt bis Fr, 11.12.2026");
});

test("a repaint that comes late leaves the newest card live: the person can go on", async () => {
  const world = having({ ...mine, askedDue: "2026-11-20", askedById: "ihk-1" });
  await world.say("ihk-1", "aufgabe A-1");
  await world.say("office", "aufgabe A-1");
  await world.press("office", "Gewähren");
  expect(title(world, "ihk-1")).toBe("A-1 gilt jetzt bis Fr, 20.11.2026");
  expect(world.messages("ihk-1").map(({ twin }) => twin.includes("Abgelöst"))).toEqual([true, false]);
  await world.press("ihk-1", "Erledigt");
  expect(stored(world)?.state).toBe("reported");
});

test("what looks like markup, a mention or a formula is text, from the line to the list", async () => {
  const world = having();
  const odd = "=1+1 <b>fett</b> <!channel> *x* [y](http://z)";
  await world.say("office", `aufgabe neu ${odd} an IHK bis 30.11.`);
  await world.press("office", "Anlegen");
  expect(stored(world)?.title).toBe(odd);
  expect(world.text("ihk-1")).toContain(`Was: ${odd}.`);
});

test("numbers and ids that are none, in words and on buttons, change nothing", async () => {
  const world = having(mine);
  for (const task of ["A-2", "A-0", "A--1", "t9", "1; drop table", "A-99999999999999999999"]) {
    await world.gesture("ihk-1", { pressed: { c: "task.done", a: { task } } });
    await world.gesture("office", { pressed: { c: "task.confirm", a: { task } } });
  }
  expect(world.faults).toEqual([]);
  expect(stored(world)).toMatchObject({ state: "accepted", reportedAt: null });
  expect(world.store.rows("Trail")).toEqual([]);
});

test("a digest of what is due soon speaks of nothing overdue", async () => {
  const world = having({ ...mine, due: "2026-10-09" }, { ...mine, due: "2026-10-12" });
  world.store.seed({ Trail: [] });
  await world.clock(at("2026-10-09", "09:00"));
  expect(title(world, "ihk-1")).toBe("Ihre Aufgaben: 2 bald fällig");
});
