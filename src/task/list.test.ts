// The follow-up list: own tasks, one task, all of them with filters and pages, in the status and on the next agenda, and as a file.
import { cardOf, factsOf, onTheDay, someTasks, task, titleOf } from "../testing/agreed.ts";
import { adding } from "../testing/tour.ts";
import type { World } from "../testing/world.ts";
import { at } from "../time.ts";
import { followUpLines } from "./file.ts";

const withTasks = (tasks = someTasks()) => onTheDay((rows) => adding(rows, { Task: tasks }));
const rowsOf = (world: World, who: string): readonly string[] => (world.newest(who)?.card.elements ?? []).flatMap((it) => (it.type === "rows" ? it.rows : []));
const codes = (world: World, who = "office"): readonly string[] => rowsOf(world, who).map((row) => row.split(" · ")[0] ?? "");

describe("aufgabe", () => {
  it("shows the own tasks: those taken, and those of the organisation that nobody has taken", async () => {
    const world = await withTasks();
    await world.say("dgb-1", "aufgabe");
    expect(titleOf(world, "dgb-1")).toBe("Ihre Aufgaben");
    expect(codes(world, "dgb-1")).toEqual(["A-8", "A-2"]);
    await world.say("ihk-1", "aufgaben");
    expect(rowsOf(world, "ihk-1")).toEqual([
      "A-1 · Flyer zur Teilzeitausbildung abstimmen · IHK · bis Do, 10.09.2026 · offen · überfällig",
      "A-4 · Aufgabe 4 liefern · IHK · bis Sa, 12.09.2026 · erledigt gemeldet",
    ]);
    await world.say("ob-1", "aufgabe");
    expect(cardOf(world, "ob-1")).toBe("task.own.none");
    await world.say("office", "aufgabe");
    // What waits for the office: reported, and wanted by nobody.
    expect(codes(world)).toEqual(["A-5", "A-4"]);
  });

  it("shows one task by its number, with the buttons its state has for the reader, and says so where there is none", async () => {
    const world = await withTasks();
    await world.say("dgb-1", "aufgabe A-2");
    expect(titleOf(world, "dgb-1")).toBe("A-2: Aufgabe 2 liefern");
    expect(world.labels("dgb-1")).toContain("Erledigt");
    await world.say("cdu-1", "aufgabe 2");
    expect(world.labels("cdu-1")).not.toContain("Erledigt");
    await world.say("office", "aufgabe A-4");
    expect(world.labels("office")).toContain("Bestätigen");
    expect(await world.say("office", "aufgabe A-99")).toMatchObject({ refuse: "no_task" });
  });
});

describe("aufgabe liste", () => {
  it("lists all by state and due date, and counts what is overdue", async () => {
    const world = await withTasks();
    await world.say("cdu-1", "aufgabe liste");
    expect(titleOf(world, "cdu-1")).toBe("Wiedervorlage");
    expect(factsOf(world, "cdu-1")).toEqual({ Aufgaben: "8, davon 2 überfällig" });
    expect(codes(world, "cdu-1")).toEqual(["A-1", "A-5", "A-8", "A-2", "A-3", "A-4", "A-6", "A-7"]);
  });

  it.each<[string, readonly string[]]>([
    ["überfällig", ["A-1", "A-3"]],
    ["overdue", ["A-1", "A-3"]],
    ["in Arbeit", ["A-2"]],
    ["kommt nicht voran", ["A-3"]],
    ["erledigt gemeldet", ["A-4"]],
    ["abgeschlossen", ["A-6"]],
    ["offen", ["A-1"]],
    ["IHK", ["A-1", "A-2", "A-4"]],
    ["überfällig IHK", ["A-1"]],
    ["Arbeitsagentur kommt nicht voran", ["A-3"]],
    ["Ziel 3", ["A-1", "A-2", "A-6"]],
    ["Langzeitarbeitslosigkeit senken", ["A-1", "A-2", "A-6"]],
    ["ohne Ziel überfällig", ["A-3"]],
    ["in progress", ["A-2"]],
  ])("„%s“ narrows it down", async (filter, expected) => {
    const world = await withTasks();
    await world.say("office", `aufgabe liste ${filter}`);
    expect(codes(world)).toEqual(expected);
  });

  it("guesses no organisation: near ones are offered, and what nobody knows is said", async () => {
    const world = await withTasks();
    expect(await world.say("office", "aufgabe liste Agentu")).toMatchObject({ refuse: "no_filter" });
    await world.press("office", "Agentur für Arbeit");
    expect(codes(world)).toEqual(["A-3"]);
    expect(await world.say("office", "/aufgabe liste Quatsch")).toMatchObject({ refuse: "no_filter" });
  });

  it("is chosen from, opened from, and paged", async () => {
    const world = await withTasks(Array.from({ length: 19 }, (_, n) => task({ number: n + 1 })));
    await world.say("office", "aufgabe liste");
    expect(rowsOf(world, "office").at(-1)).toBe("Seite 1 von 3");
    await world.press("office", "Nächste Seite");
    expect(codes(world).slice(0, 8)).toEqual(["A-9", "A-10", "A-11", "A-12", "A-13", "A-14", "A-15", "A-16"]);
    await world.tap("office", "task.show", { task: "task-10" });
    expect(titleOf(world, "office")).toContain("A-10");
    await world.tap("office", "task.list", { view: "confirmed" });
    expect(world.messages("office").find(({ card }) => card.name === "task.list")?.twin).toContain("Zu dieser Auswahl gibt es keine Aufgabe.");
  });

  it("is a file for the office alone (D1), and no file where the bot knows no address", async () => {
    const world = await withTasks();
    await world.say("office", "aufgabe liste");
    expect(world.labels("office")).toContain("Als Datei");
    await world.say("ihk-1", "aufgabe liste");
    expect(world.labels("ihk-1")).not.toContain("Als Datei");
    world.address = undefined;
    await world.say("office", "aufgabe liste");
    expect(world.labels("office")).not.toContain("Als Datei");
  });
});

describe("the file", () => {
  it("has the columns of council practice, the main objective first, days as TT.MM.JJJJ", async () => {
    const world = await withTasks(someTasks().map((it) => (it.number === 3 ? { ...it, meetingId: "m", item: "next_steps" } : it)));
    const lines = await followUpLines(world.store.view("kba"), "office");
    expect(lines?.[0]).toEqual([
      "Nr.",
      "Vereinbarung",
      "Tagesordnungspunkt (TOP)",
      "Federführend",
      "Beteiligt",
      "Ziel",
      "Frist",
      "Stand",
      "Verzögerungsgrund",
      "Erledigungsvermerk",
    ]);
    expect(lines?.slice(1).map(([code]) => code)).toEqual(["A-1", "A-2", "A-6", "A-3", "A-4", "A-5", "A-7", "A-8"]);
    expect(lines?.[2]).toEqual([
      "A-2",
      "Aufgabe 2 liefern",
      "",
      "DGB",
      "IHK, SPD-Fraktion",
      "Langzeitarbeitslosigkeit senken",
      "30.10.2026",
      "in Arbeit, 50 Prozent",
      "",
      "",
    ]);
    expect(lines?.[4]?.[8]).toBe("Druckfreigabe fehlt");
  });

  it("names the meeting and the item at which a task was agreed", async () => {
    const world = await onTheDay();
    await world.say("office", "aufgabe neu Zahlen liefern an DGB bis 30.10.2026");
    await world.press("office", "Anlegen");
    expect((await followUpLines(world.store.view("kba"), "office"))?.[1]?.slice(0, 3)).toEqual(["A-1", "Zahlen liefern", "07.10.2026, 5"]);
  });

  it("is given to nobody who is not of the office, or no longer", async () => {
    const world = await withTasks();
    expect(await followUpLines(world.store.view("kba"), "ihk-1")).toBeUndefined();
    expect(await followUpLines(world.store.view("kba"), "nobody")).toBeUndefined();
  });
});

describe("elsewhere", () => {
  it("the own status names the tasks with their state and day, the office's counts them", async () => {
    const world = await withTasks();
    await world.say("dgb-1", "status");
    expect(factsOf(world, "dgb-1")["Aufgaben"]).toBe("1 in Arbeit (A-2, bis Fr, 30.10.2026), 1 angenommen (A-8, bis Fr, 20.11.2026)");
    expect(world.labels("dgb-1")).toContain("Aufgaben");
    await world.say("office", "status");
    expect(factsOf(world, "office")["Aufgaben"]).toBe("6 in der Wiedervorlage, davon 2 überfällig");
    await world.say("cdu-2", "status");
    expect(factsOf(world, "cdu-2")).not.toHaveProperty("Aufgaben");
  });

  it("the agenda of the next meeting begins with it: no number, no minutes, the list behind a button", async () => {
    const world = await withTasks();
    await world.say("ihk-1", "sitzung");
    expect(rowsOf(world, "ihk-1")[0]).toBe("Wiedervorlage: 6 offene Aufgaben");
    expect(rowsOf(world, "ihk-1")[1]).toMatch(/^1 · 14:00/);
    await world.press("ihk-1", "Wiedervorlage");
    expect(cardOf(world, "ihk-1")).toBe("task.list");
    await world.say("office", "sitzung");
    expect(factsOf(world, "office")["Wiedervorlage"]).toBe("6 offene Aufgaben");
    const invitation = world.messages("dgb-1").find(({ kind }) => kind === "invite");
    expect(invitation?.twin).toContain("Wiedervorlage: 6 offene Aufgaben.");
  });

  it("without unfinished tasks, or over, a meeting begins with its first item", async () => {
    const world = await onTheDay();
    await world.say("ihk-1", "sitzung");
    expect(rowsOf(world, "ihk-1")[0]).toMatch(/^1 · 14:00/);
    const later = await withTasks();
    later.now = at("2026-10-08", "10:00");
    await later.say("ihk-1", "sitzung am 07.10.2026");
    expect(rowsOf(later, "ihk-1").join()).not.toContain("Wiedervorlage");
  });
});
