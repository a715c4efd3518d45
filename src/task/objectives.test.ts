// Objectives with what is done for them: tasks, measures, what serves none, and the picture of it all.

import { translator } from "../../locales/index.ts";
import { cardOf, factsOf, onTheDay, someTasks, titleOf } from "../testing/agreed.ts";
import { adding } from "../testing/tour.ts";
import type { World } from "../testing/world.ts";
import { drawPicture, pictureFor } from "./picture.ts";

const withTasks = () => onTheDay((rows) => adding(rows, { Task: someTasks() }));
const rowsOf = (world: World, who: string): readonly string[] => (world.newest(who)?.card.elements ?? []).flatMap((it) => (it.type === "rows" ? it.rows : []));
const imageOf = (world: World, who: string) => world.newest(who)?.card.elements.find((it) => it.type === "image");

async function measured(world: World): Promise<void> {
  await world.say("office", "ziele");
  await world.tap("office", "objectives.show", { objective: "objective-4" });
  await world.press("office", "Maßnahme eintragen");
  await world.fill("office", { title: "Teilzeitausbildung", objectives: "objective-4,objective-5", organisations: "ihk,dgb" });
}

it("„ziele“ tells what is done for each, the main objective first, what serves none last (D7, D13)", async () => {
  const world = await withTasks();
  await world.say("ihk-1", "ziele");
  const rows = rowsOf(world, "ihk-1");
  expect(rows[0]).toBe("3 · Langzeitarbeitslosigkeit reduzieren · Hauptziel · 3 Aufgaben: 1 offen, 1 in Arbeit, 1 abgeschlossen");
  expect(rows[1]).toBe("1 · Alle Potenziale für den Arbeitsmarkt werden genutzt. · 1 Aufgabe: 1 in Arbeit");
  expect(rows.at(-1)).toBe("ohne Ziel · 3 Aufgaben: 1 offen, 2 in Arbeit");
});

it("a measure serves several objectives, is listed with each of them, ends, and runs again when that is taken back (D10)", async () => {
  const world = await withTasks();
  await measured(world);
  expect(factsOf(world, "office")).toEqual({
    Maßnahme: "Teilzeitausbildung",
    Ziele: "Frauenerwerbsquote erhöhen; Ausbildungsquote erhöhen",
    Organisationen: "IHK, DGB",
    Stand: "läuft",
  });
  for (const objective of ["objective-4", "objective-5"]) {
    await world.say("ihk-1", "ziele");
    await world.tap("ihk-1", "objectives.show", { objective });
    expect(rowsOf(world, "ihk-1")).toEqual(["Maßnahme: Teilzeitausbildung · IHK, DGB · läuft"]);
    expect(world.labels("ihk-1")).toEqual(["Alle Ziele"]);
  }
  await world.say("office", "ziele");
  await world.tap("office", "objectives.show", { objective: "objective-5" });
  await world.press("office", "Maßnahme beenden");
  await world.fill("office", { measure: world.store.rows("Measure")[0]?.id ?? "" });
  expect(titleOf(world, "office")).toBe("Die Maßnahme ist beendet");
  expect(world.store.rows("Measure")[0]).toMatchObject({ state: "ended" });
  await world.press("office", "Zurücknehmen");
  expect(world.store.rows("Measure")[0]).toMatchObject({ state: "running" });
  expect(world.store.rows("Trail").map(({ what }) => what)).toEqual(expect.arrayContaining(["measure.new", "measure.end", "measure.again"]));
});

it("a measure without an objective is not stored", async () => {
  const world = await withTasks();
  await world.gesture("office", { pressed: { c: "measure.new", a: {} } });
  expect(await world.fill("office", { title: "Ohne", objectives: "unbekannt" })).toMatchObject({ fields: { objectives: "Bitte wählen Sie ein Ziel." } });
  expect(world.store.rows("Measure")).toEqual([]);
});

it("tasks that serve none are listed too, and an unknown objective is refused", async () => {
  const world = await withTasks();
  await world.say("office", "ziele");
  await world.tap("office", "objectives.show", { objective: "none" });
  expect(rowsOf(world, "office").map((row) => row.split(" · ")[0])).toEqual(["A-5", "A-8", "A-3", "A-7"]);
  expect(await world.gesture("office", { pressed: { c: "objectives.show", a: { objective: "other" } } })).toMatchObject({ refuse: "gone" });
});

describe("the picture", () => {
  it("is shown with words beside it, in a channel for all; without a public address the words say everything", async () => {
    const world = await withTasks();
    await world.say("office", "ziele bild");
    expect(titleOf(world, "office")).toBe("Stand der Ziele am Di, 15.09.2026");
    expect(imageOf(world, "office")).toMatchObject({ url: "https://bot.example/f/picture.csv", alt: expect.stringContaining("Balken je Ziel") });
    expect(rowsOf(world, "office")[0]).toBe("Langzeitarbeitslosigkeit senken (Hauptziel) · 3 Aufgaben: 1 offen, 1 in Arbeit, 1 abgeschlossen · 1 überfällig");
    expect(await world.gesture("office", { words: "ziele bild", command: true }, { place: "channel" })).toMatchObject({ open: true });
    world.address = undefined;
    await world.say("office", "ziele bild");
    expect(imageOf(world, "office")).toBeUndefined();
    expect(rowsOf(world, "office")).toHaveLength(8);
    expect(await world.say("ihk-1", "ziele bild")).toMatchObject({ refuse: "role" });
    expect(cardOf(world, "ihk-1")).toBe("refuse.role");
  });

  it("draws what its link says, whatever has changed since, and nothing people wrote as markup", async () => {
    const world = await withTasks();
    const view = world.store.view("kba");
    const svg = await pictureFor(view, { lang: "de", day: "2026-09-15", bars: "3.1.1.1.1-0.0.2.0.0" });
    expect(svg).toContain("Langzeitarbeitslosigkeit senken (Hauptziel) · 1 überfällig");
    expect(svg).toContain("ohne Ziel");
    expect(svg).toContain("Stand der Ziele am Di, 15.09.2026");
    expect(await pictureFor(view, { lang: "fr", day: "2026-09-15", bars: "3.1.1.1.1" })).toBeUndefined();
    expect(await pictureFor(view, { lang: "de", day: "never", bars: "3.1.1.1.1" })).toBeUndefined();
    const t = translator("de");
    const nasty = drawPicture({ lang: "de", t }, { title: "T", bars: [{ name: '<script>"&', standing: { waiting: 0, working: 0, done: 0, overdue: 0 } }] });
    expect(nasty).toContain("&lt;script&gt;&quot;&amp;");
    expect(nasty).not.toContain("<script");
  });
});
