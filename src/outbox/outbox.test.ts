// What the office sees of the messages to come, of those that did not go out, and how it changes the days of the ladder.
import { press } from "../testing/tour.ts";
import { World } from "../testing/world.ts";
import { at } from "../time.ts";

async function invited(): Promise<World> {
  const world = new World(at("2026-09-09", "10:00"));
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.press("office", "Einladung vorbereiten");
  await world.press("office", world.labels("office").find((label) => label.endsWith("senden")) ?? "");
  return world;
}
const rowsOf = (world: World): readonly string[] => (world.newest("office")?.card.elements ?? []).flatMap((it) => (it.type === "rows" ? it.rows : []));

test("before anything is planned it says so, and leads to the ladder", async () => {
  const world = new World(at("2026-08-03", "10:00"));
  await world.say("office", "versand");
  expect(world.newest("office")?.card.name).toBe("outbox.empty");
  expect(world.labels("office")).toEqual(["Fristen ändern"]);
});

test("alike messages of one moment stand together, each with its time and the number of people", async () => {
  const world = await invited();
  await world.clock(at("2026-09-21", "10:00"));
  await world.say("office", "versand");
  expect(world.newest("office")?.card.title).toBe("Geplante Nachrichten bis Mo, 05.10.2026");
  expect(rowsOf(world)).toContain("Fr, 25.09.2026, 09:00 Uhr · Erinnerung · 9 Personen · verschoben wegen Ruhestunden oder freier Tage");
  expect(rowsOf(world).join("\n")).toContain("Fr, 02.10.2026, 09:00 Uhr · Letzte Erinnerung · 9 Personen");
  expect(rowsOf(world).join("\n")).toContain("entfallen · Erinnerung · Delegierte Person, ver.di · kein Chatkonto, das Nachrichten annimmt");
});

test("a person's messages alone, by name or organisation; a rest moves them or passes them on", async () => {
  const world = await invited();
  await world.say("ihk-1", "einstellungen ruhezeit bis 28.09.2026");
  await world.clock(at("2026-09-21", "10:00"));
  await world.say("office", "versand IHK");
  expect(rowsOf(world).filter((row) => row.includes("IHK"))).toHaveLength(rowsOf(world).length);
  expect(rowsOf(world).join("\n")).toContain("Erinnerung · Delegierte Person, IHK · ");
  expect(rowsOf(world).join("\n")).toMatch(/Ruhezeit/);
  await world.press("ihk-1", "Ändern");
  await world.fill("ihk-1", { to: "substitute" });
  await world.say("office", "versand IHK");
  expect(rowsOf(world).join("\n")).toContain("Stellvertretung 1, IHK · anstelle von Delegierte Person, IHK · an die Vertretung, wegen der Ruhezeit");
  await world.say("office", "versand Niemand");
  expect(world.newest("office")?.card.name).toBe("bad.input");
});

test("what did not arrive or fell away stands there with its reason", async () => {
  const world = await invited();
  world.deaf.add("dgb-1");
  await world.clock(at("2026-09-25", "09:00"));
  await world.say("office", "versand DGB");
  expect(rowsOf(world)).toContain("nicht zugestellt · Erinnerung · Delegierte Person, DGB · kein Chatkonto, das Nachrichten annimmt");
});

test("the list names everybody, page by page", async () => {
  const world = await invited();
  await world.clock(at("2026-09-21", "10:00"));
  await world.say("office", "versand");
  await world.press("office", "Liste ansehen");
  expect(rowsOf(world)[0]).toContain("Keynote · Delegierte Person, Agentur für Arbeit");
  expect(rowsOf(world)[1]).toContain("Fragen prüfen · Geschäftsstelle");
  expect(rowsOf(world)[2]).toContain("Erinnerung · Delegierte Person, Agentur für Arbeit");
  expect(rowsOf(world).at(-1)).toContain("Seite 1 von");
  await world.press("office", "Nächste Seite");
  expect(rowsOf(world).at(-1)).toContain("Seite 2 von");
  await world.press("office", "Zusammengefasst");
  expect(world.labels("office")).toContain("Liste ansehen");
});

test("delegates see neither the messages of others nor the ladder", async () => {
  const world = await invited();
  expect(await world.say("ihk-1", "versand")).toMatchObject({ refuse: "role" });
  expect(await press(world, "ihk-1", "ladder.change", { part: "nudges", firstNudge: "3", sent: "1" })).toMatchObject({ refuse: "role" });
});

test("changed days take effect for what has not gone out, and the card says what they affect", async () => {
  const world = await invited();
  await world.say("office", "versand");
  await world.press("office", "Fristen ändern");
  expect(world.newest("office")?.card.name).toBe("ladder");
  await world.tap("office", "ladder.change", { part: "nudges" });
  expect(world.formOf("office")?.fields.map(({ name, initial }) => [name, initial])).toEqual([
    ["firstNudge", "10"],
    ["lastNudge", "4"],
  ]);
  await world.fill("office", { firstNudge: "14" });
  expect(world.store.rows("Alliance")[0]?.ladder).toMatchObject({ firstNudge: 14, lastNudge: 4, invitation: 28 });
  expect(world.text("office")).toContain("Betrifft: Sitzung am Mi, 07.10.2026");
  expect(rowsOf(world)).toEqual(["Erste Erinnerung · 14 Tage vor der Sitzung · vorher 10"]);
  await world.clock(at("2026-09-23", "09:00"));
  expect(world.newest("ihk-1")?.kind).toBe("nudge.first");
  expect(world.store.rows("Trail").some(({ what }) => what === "ladder.changed")).toBe(true);
});

test("days that do not fit together are refused at their field, and nothing is changed", async () => {
  const world = await invited();
  const before = JSON.stringify(world.store.rows("Alliance"));
  await press(world, "office", "ladder.change", { part: "nudges" });
  expect(await world.fill("office", { firstNudge: "3" })).toMatchObject({
    refuse: "bad_input",
    fields: { lastNudge: expect.stringContaining("Erste Erinnerung") },
  });
  await press(world, "office", "ladder.change", { part: "round" });
  expect(await world.fill("office", { invitation: "12" })).toMatchObject({ fields: { invitation: expect.any(String) } });
  await press(world, "office", "ladder.change", { part: "tasks" });
  expect(await world.fill("office", { taskOverdue: "0" })).toMatchObject({ fields: { taskOverdue: expect.stringContaining("Mindestens ein Tag") } });
  expect(await world.fill("office", { taskFirst: "999" })).toMatchObject({ fields: { taskFirst: expect.any(String) } });
  expect(JSON.stringify(world.store.rows("Alliance"))).toBe(before);
});

test("the defaults are one press away, and gone from the card where they are in force", async () => {
  const world = await invited();
  await press(world, "office", "ladder.change", { part: "tasks" });
  await world.fill("office", { taskFirst: "20" });
  await world.press("office", "Ändern");
  await world.press("office", "Vorgaben einsetzen");
  expect(world.store.rows("Alliance")[0]?.ladder.taskFirst).toBe(14);
  await world.press("office", "Ändern");
  expect(world.labels("office")).toEqual(["Versand ansehen"]);
});
