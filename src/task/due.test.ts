// „aufgabe neu … bis …“: every expression of domain.md's table, its English equivalents and generated days, from the typed line to the echo.
import fc from "fast-check";
import { cardOf, factsOf, onTheDay, titleOf } from "../testing/agreed.ts";
import { World } from "../testing/world.ts";
import { addDays, at, type Day, isoWeek, showDay } from "../time.ts";

const tasks = (world: World) => world.store.rows("Task");

/** domain.md section 2, counted from Tuesday, 15 September 2026; `choice`: the other day offered beside it. */
const table: readonly (readonly [said: string, day: Day, choice?: Day])[] = [
  ["übermorgen", "2026-09-17"],
  ["in 14 Tagen", "2026-09-29"],
  ["in zwei Wochen", "2026-09-29"],
  ["am 30.9.", "2026-09-30"],
  ["30. September", "2026-09-30"],
  ["15.1.", "2027-01-15"],
  ["KW 38", "2026-09-18"],
  ["in der 45. KW", "2026-11-06"],
  ["Ende des Monats", "2026-09-30"],
  ["Ende Oktober", "2026-11-02", "2026-10-31"],
  ["Mitte Oktober", "2026-10-15"],
  ["Anfang November", "2026-11-02", "2026-11-01"],
  ["Ende der Woche", "2026-09-18"],
  ["Anfang nächster Woche", "2026-09-21"],
  ["nächste Woche", "2026-09-25"],
  ["nächste Woche Mittwoch", "2026-09-23"],
  ["Donnerstag nächster Woche", "2026-09-24"],
  ["heute in acht Tagen", "2026-09-22", "2026-09-23"],
  ["vor den Herbstferien", "2026-10-16"],
  ["nach den Herbstferien", "2026-11-02"],
  ["vor Weihnachten", "2026-12-23"],
  ["Jahresende", "2026-12-31"],
  ["nach Karneval", "2027-02-10"],
  ["zur Sitzung", "2026-10-07"],
  ["zwei Wochen nach der Sitzung", "2026-10-21"],
  ["the end of October", "2026-11-02", "2026-10-31"],
  ["30 September", "2026-09-30"],
  ["in a fortnight", "2026-09-29"],
  ["the day after tomorrow", "2026-09-17"],
  ["two weeks after the meeting", "2026-10-21"],
  ["after the autumn holidays", "2026-11-02"],
  ["week 45", "2026-11-06"],
];

describe("„bis …“", () => {
  let world: World;
  beforeAll(async () => {
    world = await onTheDay();
  });
  const say = (said: string) => world.say("office", `aufgabe neu Flyer abstimmen an IHK bis ${said}`);
  const draftDay = (): string | undefined =>
    world
      .newest("office")
      ?.card.elements.flatMap((it) => (it.type === "buttons" ? it.buttons : []))
      .flatMap((it) => ("wish" in it && it.wish.args["go"] ? [it.wish.args["due"]] : []))[0];

  it.each(table.map(([said, day, choice]) => [said, day, choice] as const))("„%s“ is %s", async (said, day, choice) => {
    await say(said);
    if (choice) {
      expect(cardOf(world, "office")).toBe("task.date.ask");
      expect(world.labels("office")).toEqual([showDay(day, "de"), showDay(choice, "de"), "Anderer Tag"]);
      await world.press("office", showDay(day, "de"));
    }
    expect(titleOf(world, "office")).toBe("Aufgabe so anlegen?");
    expect(draftDay()).toBe(day);
    expect(factsOf(world, "office")["Bis"]).toContain(showDay(day, "de"));
    // Only where a week was said its number stands beside the day.
    expect(/KW \d+/.test(factsOf(world, "office")["Bis"] ?? "")).toBe(/\b(?:woche|kw|week)\b/i.test(said));
  });

  it("a day off is taken when it is chosen beside its working day", async () => {
    await say("Anfang November");
    expect(world.text("office")).toContain("Geschrieben: „Anfang November“ · das ist So, 01.11.2026, ein Feiertag.");
    await world.press("office", "So, 01.11.2026");
    expect(draftDay()).toBe("2026-11-01");
    await world.press("office", "Anlegen");
    expect(tasks(world).at(-1)).toMatchObject({ due: "2026-11-01" });
  });

  it("both readings of acht Tage are offered, and one of them on a Saturday is asked about again", async () => {
    const friday = await onTheDay();
    friday.now = at("2026-09-18", "10:00");
    await friday.say("office", "aufgabe neu Flyer abstimmen an IHK bis heute in 8 Tagen");
    expect(friday.labels("office")).toEqual(["Sa, 26.09.2026", "Fr, 25.09.2026", "Anderer Tag"]);
    await friday.press("office", "Sa, 26.09.2026");
    expect(friday.text("office")).toContain("Gewählt: das ist Sa, 26.09.2026, ein Samstag.");
    await friday.press("office", "Mo, 28.09.2026");
    expect(titleOf(friday, "office")).toBe("Aufgabe so anlegen?");
  });

  it.each([
    ["09.09.2026", "Mi, 09.09.2026 liegt in der Vergangenheit."],
    ["31.9.", "Diesen Tag gibt es nicht."],
    ["irgendwann", "Diesen Tag kann ich nicht lesen."],
    ["nach den Sommerferien 2029", "Ferien und Feiertage kenne ich bis Sa, 04.11.2028."],
    ["eine Woche länger", "Diesen Tag kann ich nicht lesen."],
  ])("„%s“ is no day to come, and nothing is stored", async (said, why) => {
    const before = tasks(world).length;
    const outcome = await say(said);
    expect(outcome).toMatchObject({ refuse: "bad_day" });
    expect(world.text("office")).toContain(why);
    await world.press("office", "Anderer Tag");
    await world.fill("office", { until: "30.10.2026" });
    expect(draftDay()).toBe("2026-10-30");
    expect(tasks(world)).toHaveLength(before);
  });

  it("says where no meeting is known to count from", async () => {
    const early = new World(at("2026-09-15", "10:00"));
    await early.say("office", "aufgabe neu Flyer abstimmen an IHK bis zwei Wochen nach der Sitzung");
    expect(early.text("office")).toContain("Dazu ist keine Sitzung eingetragen.");
    await early.say("office", "aufgabe neu Flyer abstimmen an IHK bis 30.10.2026");
    expect(factsOf(early, "office")).not.toHaveProperty("Herkunft");
  });

  it("any date and any week to come is the day that is stored, unless it is asked back (generated)", async () => {
    const days = fc.integer({ min: 1, max: 360 }).map((n) => addDays("2026-09-15", n));
    await fc.assert(
      fc.asyncProperty(days, fc.constantFrom("de", "iso", "week"), async (it, form) => {
        const { year, week } = isoWeek(it);
        const [y, m, d] = it.split("-");
        await say(form === "iso" ? it : form === "de" ? `${Number(d)}.${Number(m)}.${y}` : `KW ${week}/${year}`);
        const asked = cardOf(world, "office") === "task.date.ask";
        const shown = asked ? world.labels("office").slice(0, 2) : [factsOf(world, "office")["Bis"]?.slice(0, 14)];
        if (form !== "week") expect(shown).toContain(showDay(it, "de"));
        expect(shown.every((label) => /^(Mo|Di|Mi|Do|Fr|Sa|So), \d\d\.\d\d\.\d{4}$/.test(label ?? ""))).toBe(true);
        // What can be created without a question is a working day.
        if (!asked) expect(shown[0]?.slice(0, 2)).not.toMatch(/Sa|So/);
      }),
      { numRuns: 60 },
    );
  });
});
