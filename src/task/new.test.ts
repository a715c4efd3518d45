// New tasks from end to end: one typed line or the form, the echo, the day that is asked back, the number, who hears of it.
import { cardOf, factsOf, onTheDay, task, titleOf } from "../testing/agreed.ts";
import { adding, press } from "../testing/tour.ts";
import type { World } from "../testing/world.ts";
import { at, type Day } from "../time.ts";
import { writeWish } from "../wish.ts";

const tasks = (world: World) => world.store.rows("Task");

describe("one typed line", () => {
  it("is echoed before it counts, and then numbered, stored and told to both sides", async () => {
    const world = await onTheDay();
    await world.say("office", "aufgabe neu Flyer zur Teilzeitausbildung mit allen abstimmen an IHK bis KW 45");
    expect(titleOf(world, "office")).toBe("Aufgabe so anlegen?");
    expect(factsOf(world, "office")).toEqual({
      Was: "Flyer zur Teilzeitausbildung mit allen abstimmen",
      Federführend: "IHK",
      Bis: "Fr, 06.11.2026 (KW 45)",
      Herkunft: expect.stringContaining("Sitzung am Mi, 07.10.2026"),
    });
    expect(world.labels("office")).toEqual(["Anlegen", "Anderer Tag", "Ändern", "Abbrechen"]);
    expect(tasks(world)).toEqual([]);
    await world.press("office", "Anlegen");
    expect(titleOf(world, "office")).toBe("Aufgabe A-1 ist angelegt");
    expect(tasks(world)).toEqual([
      expect.objectContaining({ number: 1, organisationId: "ihk", personId: null, due: "2026-11-06", state: "open", item: "next_steps", objectiveId: null }),
    ]);
    expect(titleOf(world, "ihk-1")).toBe("Neue Aufgabe A-1");
    expect(world.store.rows("Trail").filter(({ what }) => what === "task.new")).toHaveLength(1);
  });

  it("makes one task however often the same echo is pressed, and counts on with every other", async () => {
    const world = await onTheDay();
    await world.say("office", "aufgabe neu Zahlen liefern an DGB bis 30.10.2026");
    const [go] = world.newest("office")?.card.elements.flatMap((it) => (it.type === "buttons" ? it.buttons : [])) ?? [];
    if (!go || !("wish" in go)) throw new Error("no button");
    for (let n = 0; n < 3; n++) await press(world, "office", go.wish.command, go.wish.args);
    expect(tasks(world).map(({ number }) => number)).toEqual([1]);
    expect(world.store.rows("Delivery").filter(({ kind }) => kind === "task.new")).toHaveLength(1);
    await world.say("office", "aufgabe neu Noch etwas an IHK bis Freitag");
    await world.press("office", "Anlegen");
    expect(tasks(world).map(({ number }) => number)).toEqual([1, 2]);
  });

  it("is understood in English", async () => {
    const world = await onTheDay((rows) => ({ ...rows, Person: (rows.Person ?? []).map((it) => ({ ...it, language: "en" as const })) }));
    await world.say("office", "task new Agree on the flyer to DGB by week 45");
    expect(factsOf(world, "office")).toMatchObject({ What: "Agree on the flyer", Until: "Fri, 6 Nov 2026 (week 45)" });
  });

  it("may be given by the chair, and by nobody else of the alliance", async () => {
    const world = await onTheDay();
    await world.say("ob-1", "aufgabe neu Zahlen liefern an DGB bis 30.10.2026");
    expect(cardOf(world, "ob-1")).toBe("task.echo");
    await world.say("ihk-1", "aufgabe neu Zahlen liefern an DGB bis 30.10.2026");
    expect(titleOf(world, "ihk-1")).toBe("Aufgaben und Ziele pflegt die Geschäftsstelle");
    expect(tasks(world)).toEqual([]);
  });

  it("may name a person, who alone hears of it", async () => {
    const world = await onTheDay();
    await world.say("office", "aufgabe neu Zahlen liefern an Delegierte Person 1, CDU bis 30.10.2026");
    expect(factsOf(world, "office")).toMatchObject({ Federführend: "Delegierte Person 1, CDU-Fraktion" });
    await world.press("office", "Anlegen");
    expect(tasks(world)[0]).toMatchObject({ organisationId: "cdu", personId: "cdu-1" });
    expect(
      world.store
        .rows("Delivery")
        .filter(({ kind }) => kind === "task.new")
        .map(({ personId }) => personId),
    ).toEqual(["cdu-1"]);
  });

  it("asks who is meant where several may be, and says so where nobody is", async () => {
    const world = await onTheDay();
    await world.say("office", "aufgabe neu Zahlen liefern an Agentu bis 30.10.2026");
    expect(cardOf(world, "office")).toBe("task.lead.near");
    await world.press("office", "Agentur für Arbeit");
    expect(factsOf(world, "office")).toMatchObject({ Was: "Zahlen liefern", Federführend: "Agentur für Arbeit", Bis: "Fr, 30.10.2026" });
    await world.say("office", "aufgabe neu Zahlen liefern an Raumfahrtamt bis 30.10.2026");
    expect(cardOf(world, "office")).toBe("task.lead.unknown");
    await world.press("office", "Andere auswählen");
    expect(world.formOf("office")?.fields.find(({ name }) => name === "title")?.initial).toBe("Zahlen liefern");
    await world.fill("office", { lead: "o:dgb" });
    expect(factsOf(world, "office")).toMatchObject({ Federführend: "DGB", Bis: "Fr, 30.10.2026" });
    await world.say("office", "aufgabe neu Zahlen liefern an Delegierte Person 1 bis 30.10.2026");
    expect(world.labels("office")).toEqual(["Delegierte Person 1, CDU-Fr…", "Delegierte Person 1, SPD-Fr…", "Andere auswählen"]);
    expect(tasks(world)).toEqual([]);
  });

  it("asks for what is missing, and keeps what was said", async () => {
    const world = await onTheDay();
    await world.say("office", "aufgabe neu Zahlen liefern bis Ende Oktober");
    const fields = world.formOf("office")?.fields.map(({ name, initial }) => [name, initial]);
    expect(fields).toEqual([
      ["title", "Zahlen liefern"],
      ["lead", undefined],
      ["until", "Ende Oktober"],
      ["objective", "none"],
    ]);
    // Where the form cannot stand in the card, its button opens it again with all of that.
    const form = world.formOf("office");
    if (form) expect(await world.gesture("office", { pressed: writeWish(form.wish) })).toEqual({ ask: form });
    await world.fill("office", { lead: "p:ihk-1", objective: "objective-3" });
    // The last of October 2026 is a Saturday.
    expect(world.labels("office")).toEqual(["Mo, 02.11.2026", "Sa, 31.10.2026", "Anderer Tag"]);
    await world.press("office", "Mo, 02.11.2026");
    expect(factsOf(world, "office")).toMatchObject({ Ziel: "Langzeitarbeitslosigkeit senken", Bis: "Mo, 02.11.2026" });
  });
});

describe("the form", () => {
  it("shows everything again behind Ändern, and stores involved organisations, question, note and another meeting", async () => {
    const world = await onTheDay();
    await world.say("office", "aufgabe neu");
    await world.fill("office", { title: "Flyer abstimmen", lead: "o:ihk", until: "KW 45" });
    await world.press("office", "Ändern");
    expect(world.formOf("office")?.fields.map(({ name }) => name)).toEqual(["title", "lead", "until", "objective", "involved", "source", "question", "note"]);
    await world.fill("office", { involved: "dgb,spd,ihk", question: "f-7", note: "Mit Bild", source: "none", objective: "objective-4" });
    expect(factsOf(world, "office")).toMatchObject({ Beteiligt: "DGB, SPD-Fraktion", "Zur Frage": "F-7", Notiz: "Mit Bild" });
    expect(factsOf(world, "office")).not.toHaveProperty("Herkunft");
    await world.press("office", "Anlegen");
    expect(tasks(world)[0]).toMatchObject({
      involved: ["dgb", "spd"],
      question: "F-7",
      note: "Mit Bild",
      meetingId: null,
      item: null,
      objectiveId: "objective-4",
      due: "2026-11-06",
    });
  });

  it("names the input that is wrong and stores nothing", async () => {
    const world = await onTheDay();
    await world.say("office", "aufgabe neu");
    expect(await world.fill("office", { title: "", lead: "o:ihk", until: "KW 45" })).toMatchObject({ fields: { title: "Diese Angabe fehlt noch." } });
    expect(await world.fill("office", { title: "Flyer", lead: "o:ihk", until: "irgendwann" })).toMatchObject({
      fields: { until: expect.stringContaining("kann ich nicht lesen") },
    });
    expect(await world.fill("office", { title: "Flyer", lead: "o:unbekannt", until: "KW 45" })).toMatchObject({ fields: { lead: expect.any(String) } });
    expect(await world.fill("office", { title: "x".repeat(121), lead: "o:ihk", until: "KW 45" })).toMatchObject({
      fields: { title: expect.stringContaining("121") },
    });
    expect(tasks(world)).toEqual([]);
  });

  it("says to the office whom no chat reaches", async () => {
    const world = await onTheDay();
    await world.say("office", "aufgabe neu Zahlen liefern an ver.di bis 30.10.2026");
    await world.press("office", "Anlegen");
    expect(world.text("office")).toContain("Niemand davon ist im Chat erreichbar.");
    await world.say("office", "aufgabe neu Zahlen liefern an Ratsgruppe 1 bis 30.10.2026");
    await world.press("office", "Anlegen");
    expect(world.text("office")).toContain("Für diese Organisation ist keine Person eingetragen.");
  });
});

describe("where a task comes from", () => {
  const origin = async (day: Day, clock: "10:00" | "15:00") => {
    const world = await onTheDay((rows) => adding(rows, { Task: [task({ number: 41 })] }));
    world.now = at(day, clock);
    await world.say("office", "aufgabe neu Zahlen liefern an DGB bis in zwei Wochen");
    if (cardOf(world, "office") === "task.date.ask") await world.press("office", world.labels("office")[0] ?? "");
    await world.press("office", "Anlegen");
    return tasks(world).at(-1);
  };

  it("is the meeting while it runs, the last one in the weeks after it, and the numbers go on", async () => {
    expect(await origin("2026-10-07", "15:00")).toMatchObject({ number: 42, item: "next_steps", meetingId: expect.any(String), due: "2026-10-21" });
    expect(await origin("2026-11-03", "10:00")).toMatchObject({ number: 42, meetingId: expect.any(String) });
  });
});
