// The life of a task from the offer to its confirmed end, as the people concerned see it.
import { buttonsOf } from "../card.ts";
import * as a from "../testing/examples.ts";
import { World } from "../testing/world.ts";
import { at } from "../time.ts";
import type { Task } from "./model.ts";

const stored = (world: World, number = 1) => world.store.rows("Task").find((it) => it.number === number);
const title = (world: World, who: string) => world.newest(who)?.card.title;
const history = (world: World) => world.store.rows("Trail").map(({ what, actorId }) => `${what} ${actorId}`);
const titles = (world: World, who: string) => world.messages(who).map(({ card }) => card.title);

function having(...tasks: readonly Partial<Task>[]): World {
  const world = new World(at("2026-10-08", "10:00"));
  const rows = tasks.map((it, n) =>
    a.task({ id: `t${n + 1}`, allianceId: "kba", due: "2026-11-06", title: "Flyer zur Teilzeitausbildung abstimmen", organisationId: "ihk", ...it }),
  );
  world.store.seed({ Task: rows });
  return world;
}
const mine = { personId: "ihk-1", state: "accepted", acceptedAt: at("2026-10-08", "09:00") } as const;

test("accepted, reported as done and confirmed: five presses, each shown on the card that was pressed (F8)", async () => {
  const world = having({});
  await world.say("ihk-1", "aufgabe A-1");
  await world.press("ihk-1", "Annehmen");
  expect(stored(world)).toMatchObject({ state: "accepted", personId: "ihk-1" });
  await world.press("ihk-1", "Erledigt");
  expect(title(world, "ihk-1")).toBe("A-1 ist erledigt gemeldet");
  expect(title(world, "office")).toBe("A-1: Erledigung bestätigen?");
  await world.press("ihk-1", "Vermerk ergänzen");
  await world.fill("ihk-1", { note: "Flyer liegt vor, Auflage 500" });
  expect(world.text("office")).toContain("Vermerk: Flyer liegt vor, Auflage 500");
  expect(world.text("office")).toContain("Gemeldet: Do, 08.10.2026, Delegierte Person, IHK");
  await world.press("office", "Bestätigen");
  expect(stored(world)).toMatchObject({ state: "confirmed", outcome: "Flyer liegt vor, Auflage 500" });
  expect(title(world, "ihk-1")).toBe("A-1 ist abgeschlossen");
  expect(history(world)).toEqual(["task.accept ihk-1", "task.done ihk-1", "task.note ihk-1", "task.confirm office"]);
});

test("a second press changes nothing, and an old button is answered with the present card", async () => {
  const world = having(mine);
  await world.say("ihk-1", "aufgabe A-1");
  const pressed = { pressed: { c: "task.done", a: { task: "A-1" } } };
  const card = { card: { id: world.newest("ihk-1")?.id ?? "" } };
  await world.gesture("ihk-1", pressed, card);
  await world.gesture("ihk-1", pressed, card);
  expect(history(world)).toEqual(["task.done ihk-1"]);
  expect(world.messages("office")).toHaveLength(1);
  await world.gesture("ihk-1", { pressed: { c: "task.accept", a: { task: "A-1" } } }, card);
  expect(title(world, "ihk-1")).toBe("A-1 ist erledigt gemeldet");
});

test("a report is taken back into the state it came from", async () => {
  const world = having({ ...mine, state: "blocked", percent: 40, standing: "Entwurf liegt beim Jobcenter" });
  await world.say("ihk-1", "A-1 erledigt, Flyer liegt vor und ist gedruckt");
  expect(stored(world)).toMatchObject({ state: "reported", outcome: "Flyer liegt vor und ist gedruckt" });
  await world.press("ihk-1", "Zurücknehmen");
  expect(stored(world)).toMatchObject({ state: "blocked", percent: 40, outcome: null, reportedAt: null });
  expect(title(world, "office")).toBe("A-1: Flyer zur Teilzeitausbildung abstimmen");
});

test("the first of several delegates to accept is in charge; the others see who, on the card they have", async () => {
  const world = having({ organisationId: "cdu" });
  for (const who of ["cdu-1", "cdu-2", "cdu-3"]) await world.say(who, "aufgabe A-1");
  expect(world.text("cdu-2")).toContain("Wer zuerst annimmt, ist zuständig.");
  await world.press("cdu-1", "Annehmen");
  expect(world.text("cdu-2")).toBe(
    "A-1 ist angenommen. Was: Flyer zur Teilzeitausbildung abstimmen. Zuständig: Delegierte Person 1, CDU-Fraktion. Bis: Fr, 06.11.2026.\nSie müssen nichts tun.",
  );
  expect(world.messages("cdu-2")).toHaveLength(1);
  await world.gesture("cdu-2", { pressed: { c: "task.accept", a: { task: "A-1" } } }, { card: { id: world.newest("cdu-2")?.id ?? "" } });
  expect(stored(world)?.personId).toBe("cdu-1");
});

test("one of several says no for themselves; with the last of them the office is asked", async () => {
  const world = having({ organisationId: "spd" });
  await world.say("spd-1", "aufgabe A-1");
  await world.press("spd-1", "Nicht annehmen");
  expect(stored(world)?.state).toBe("open");
  expect(world.messages("office")).toHaveLength(0);
  await world.say("spd-2", "aufgabe A-1");
  await world.press("spd-2", "Nicht annehmen");
  expect(stored(world)?.state).toBe("rejected");
  expect(world.text("office")).toContain("Antwort von: Delegierte Person 1, SPD-Fraktion; Delegierte Person 2, SPD-Fraktion");
  expect(world.labels("office")).toEqual(["Andere Person", "Bitte um Rückruf", "Aufgabe schließen"]);
  await world.press("office", "Bitte um Rückruf");
  expect(title(world, "spd-1")).toBe("Die Geschäftsstelle bittet um Rückruf");
  await world.tap("office", "task.assign", { task: "A-1" });
  await world.fill("office", { whom: "o:ihk" });
  expect(stored(world)).toMatchObject({ state: "open", organisationId: "ihk", personId: null });
  expect(title(world, "ihk-1")).toBe("Neue Aufgabe A-1");
});

test("more time is asked for in words, echoed with its weekday, and granted, changed or refused by the office", async () => {
  const world = having(mine);
  await world.say("ihk-1", "aufgabe A-1 verlängern bis 20.11.");
  expect(world.text("ihk-1")).toContain("A-1 bis: Fr, 20.11.2026 (bisher Fr, 06.11.2026)");
  expect(title(world, "office")).toBe("A-1: mehr Zeit bis Fr, 20.11.2026?");
  await world.press("office", "Gewähren");
  expect(stored(world)).toMatchObject({ due: "2026-11-20", askedDue: null });
  expect(title(world, "ihk-1")).toBe("A-1 gilt jetzt bis Fr, 20.11.2026");
  await world.press("ihk-1", "Mehr Zeit");
  await world.fill("ihk-1", { due: "eine Woche länger", delay: "Druckfreigabe fehlt" });
  expect(world.text("office")).toContain("Verzögerung: Druckfreigabe fehlt");
  await world.press("office", "Anderer Tag");
  await world.fill("office", { due: "30.11.2026" });
  expect(stored(world)?.due).toBe("2026-11-30");
  await world.say("ihk-1", "aufgabe verlängern um zwei Wochen");
  await world.press("office", "Nicht gewähren");
  await world.fill("office", { hint: "Der Druck ist gebucht." });
  expect(stored(world)).toMatchObject({ due: "2026-11-30", askedDue: null, askedById: null });
  expect(world.text("ihk-1")).toContain("Hinweis der Geschäftsstelle: Der Druck ist gebucht.");
  expect(world.labels("ihk-1")).toEqual(["Erledigt", "Stand melden", "Abgeben", "Bitte um Rückruf"]);
});

test("a day off offers the next working day, and a day that is no later is refused at its field", async () => {
  const world = having(mine);
  await world.say("ihk-1", "aufgabe A-1 verlängern bis Samstag, 14.11.2026");
  expect(title(world, "ihk-1")).toBe("Welcher Tag ist gemeint?");
  expect(stored(world)?.askedDue).toBeNull();
  await world.press("ihk-1", "Mo, 16.11.2026");
  expect(stored(world)?.askedDue).toBe("2026-11-16");
  await world.press("ihk-1", "Zurücknehmen");
  expect(stored(world)?.askedDue).toBeNull();
  await world.press("ihk-1", "Mehr Zeit");
  const refused = await world.fill("ihk-1", { due: "01.11.2026" });
  expect(refused).toMatchObject({ show: { name: "task.date.ask" } });
  const earlier = await world.gesture("ihk-1", { sent: { command: "task.extend", args: { task: "A-1" } }, answers: { due: "03.11.2026", delay: "" } });
  expect(earlier).toMatchObject({ refuse: "bad_input", fields: { due: "Bisher gilt Fr, 06.11.2026. Bitte wählen Sie einen späteren Tag." } });
});

test("handing over needs the other's word; until then the task stays where it is", async () => {
  const world = having(mine);
  await world.say("ihk-1", "aufgabe A-1 abgeben an DGB");
  expect(title(world, "ihk-1")).toBe("A-1 ist angeboten");
  expect(title(world, "dgb-1")).toBe("Übernehmen Sie Aufgabe A-1?");
  expect(stored(world)).toMatchObject({ personId: "ihk-1", offeredToId: "dgb-1" });
  await world.press("dgb-1", "Nicht annehmen");
  expect(title(world, "ihk-1")).toBe("A-1 bleibt bei Ihnen");
  await world.press("ihk-1", "Abgeben");
  await world.fill("ihk-1", { whom: "cdu-2" });
  await world.press("cdu-2", "Annehmen");
  expect(stored(world)).toMatchObject({ personId: "cdu-2", organisationId: "cdu", offeredToId: null, state: "accepted" });
  expect(world.text("ihk-1")).toContain("Jetzt bei: Delegierte Person 2, CDU-Fraktion");
  await world.say("cdu-2", "aufgabe abgeben an CDU");
  expect(world.labels("cdu-2")).toEqual(["Delegierte Person 1", "Delegierte Person 2", "Delegierte Person 3", "Andere Person"]);
});

test("reopened with a hint and another day, closed and opened again: the person hears of each", async () => {
  const world = having(mine);
  await world.say("ihk-1", "aufgabe erledigt");
  await world.press("office", "Wieder öffnen");
  await world.fill("office", { hint: "Bitte noch mit dem Jobcenter abstimmen", due: "13.11.2026" });
  expect(stored(world)).toMatchObject({ state: "inProgress", due: "2026-11-13", reportedAt: null });
  expect(world.text("ihk-1")).toContain("Hinweis der Geschäftsstelle: Bitte noch mit dem Jobcenter abstimmen. Bis: Fr, 13.11.2026.");
  await world.press("office", "Aufgabe schließen");
  expect(title(world, "ihk-1")).toBe("A-1 ist geschlossen");
  await world.press("office", "Wieder öffnen");
  await world.fill("office", {});
  expect(titles(world, "ihk-1").at(-1)).toBe("A-1 ist wieder in Arbeit");
  const untaken = having({ state: "closed" });
  await untaken.say("office", "aufgabe A-1");
  await untaken.press("office", "Wieder öffnen");
  await untaken.fill("office", {});
  expect(title(untaken, "ihk-1")).toBe("Neue Aufgabe A-1");
});

test("progress in words: percent and note, and „kommt nicht voran“ by the form", async () => {
  const world = having(mine);
  await world.say("ihk-1", "A-1 stand 50 % Entwurf liegt beim Jobcenter");
  expect(stored(world)).toMatchObject({ state: "inProgress", percent: 50, standing: "Entwurf liegt beim Jobcenter" });
  expect(world.text("ihk-1")).toContain("Stand: in Arbeit, 50 Prozent. Notiz: Entwurf liegt beim Jobcenter.");
  await world.press("ihk-1", "Stand melden");
  await world.fill("ihk-1", { state: "blocked", note: "" });
  expect(stored(world)).toMatchObject({ state: "blocked", percent: 50, standing: null });
});

test("without a number the only task is meant; of several one is chosen, and nothing is stored before", async () => {
  const world = having(mine, { ...mine, number: 2, title: "Zahlen liefern" }, { number: 3, organisationId: "dgb" });
  await world.say("ihk-1", "aufgabe erledigt");
  expect(title(world, "ihk-1")).toBe("Welche Aufgabe ist gemeint?");
  expect(history(world)).toEqual([]);
  await world.press("ihk-1", "A-2");
  expect(stored(world, 2)?.state).toBe("reported");
  await world.say("ihk-1", "erledigt");
  expect(stored(world, 1)?.state).toBe("reported");
  await world.say("ihk-1", "aufgabe erledigt");
  expect(title(world, "ihk-1")).toBe("Dafür ist keine Aufgabe da");
});

test("somebody else's task is refused politely, whatever the button says, and one nobody knows too", async () => {
  const world = having(mine);
  for (const c of ["task.done", "task.accept", "task.extend", "task.handover", "task.history", "task.note"])
    expect(await world.gesture("dgb-1", { pressed: { c, a: { task: "t1", due: "20.11.2026", note: "x", whom: "dgb-1" } } })).toMatchObject({
      refuse: "other_task",
    });
  expect(await world.say("dgb-1", "aufgabe A-99 erledigt")).toMatchObject({ refuse: "no_task" });
  expect(history(world)).toEqual([]);
});

test("a secretariat acts for its person, and both are recorded", async () => {
  const world = having({ ...mine, personId: "spd-1", organisationId: "spd" });
  world.store.seed({ StandIn: [{ actorId: "dgb-1", personId: "spd-1", allianceId: "kba" }] });
  await world.say("dgb-1", "A-1 erledigt");
  expect(stored(world)).toMatchObject({ state: "reported", personId: "spd-1" });
  expect(world.store.rows("Trail")[0]).toMatchObject({ actorId: "dgb-1", personId: "spd-1" });
});

test("the office does what those responsible may, and hands on without asking", async () => {
  const world = having(mine);
  await world.say("office", "aufgabe A-1 verlängern bis 20.11.2026");
  expect(stored(world)?.due).toBe("2026-11-20");
  expect(title(world, "ihk-1")).toBe("A-1 gilt jetzt bis Fr, 20.11.2026");
  await world.say("office", "aufgabe A-1 abgeben an ver.di");
  expect(stored(world)).toMatchObject({ organisationId: "verdi", state: "open", personId: null });
  expect(world.text("office")).toContain("Nicht erreichbar: Delegierte Person, ver.di");
  expect(world.text("ihk-1")).toContain("Jetzt bei: ver.di");
});

test("the history says who changed what and when, the newest first", async () => {
  const world = having(mine);
  await world.say("ihk-1", "aufgabe A-1 verlängern bis 20.11.2026");
  await world.press("office", "Gewähren");
  await world.say("office", "aufgabe A-1");
  await world.press("office", "Verlauf");
  const rows = world.newest("office")?.card.elements.flatMap((it) => (it.type === "rows" ? it.rows : []));
  expect(rows).toEqual([
    "Do, 08.10.2026, 10:00 Uhr · Geschäftsstelle · mehr Zeit gewährt, bis Fr, 20.11.2026 (bisher Fr, 06.11.2026)",
    "Do, 08.10.2026, 10:00 Uhr · Delegierte Person, IHK · mehr Zeit angefragt, bis Fr, 20.11.2026",
  ]);
});

test("the buttons follow the state: at most four, and none that the state forbids", async () => {
  const world = having({});
  await world.say("ihk-1", "aufgabe A-1");
  expect(world.labels("ihk-1")).toEqual(["Annehmen", "Mehr Zeit", "Abgeben", "Nicht annehmen"]);
  await world.press("ihk-1", "Annehmen");
  expect(world.labels("ihk-1")).toEqual(["Erledigt", "Stand melden", "Mehr Zeit", "Abgeben"]);
  await world.press("ihk-1", "Erledigt");
  expect(world.labels("ihk-1")).toEqual(["Vermerk ergänzen", "Zurücknehmen"]);
  expect(world.shown.every((card) => buttonsOf(card).length <= 4)).toBe(true);
});
