// After a move to another day: what was answered for the earlier day is shown, and counts as no answer to the new one.
import { World } from "../testing/world.ts";
import { at } from "../time.ts";

/** Invited, then moved: the IHK had accepted, the DGB declined, the head was undecided. */
async function moved(): Promise<World> {
  const world = new World(at("2026-09-09", "10:00"));
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.press("office", "Einladung vorbereiten");
  await world.press("office", "9 Einladungen senden");
  await world.press("ihk-1", "Ich komme");
  await world.press("dgb-1", "Ich kann nicht");
  await world.press("ob-1", "Noch unklar");
  await world.say("office", "sitzung ändern am 14.10.2026");
  await world.press("office", "Verlegen und 9 informieren");
  return world;
}
const rowsOf = (world: World): readonly string[] => (world.newest("office")?.card.elements ?? []).flatMap((it) => (it.type === "rows" ? it.rows : []));

test("the overview counts earlier answers as none, and shows them as given for the earlier day", async () => {
  const world = await moved();
  await world.say("office", "rückmeldung");
  expect(world.text("office")).toContain("0 abgesagt · 0 noch unklar · 9 ohne Antwort");
  expect(rowsOf(world)).toContain("DGB · 0 von 1 · abgesagt (bisheriger Tag)");
  await world.tap("office", "reply.list", { filter: "declined" });
  expect(rowsOf(world)).toEqual(["Zu dieser Auswahl gibt es keine Rückmeldung."]);
  await world.tap("office", "reply.list", { filter: "none" });
  expect(rowsOf(world).join("\n")).toContain("Delegierte Person, DGB · abgesagt (bisheriger Tag)");
});

test("the own status shows the earlier answer as such, and leads to the question again", async () => {
  const world = await moved();
  for (const [who, state] of [
    ["dgb-1", "abgesagt (bisheriger Tag)"],
    ["ob-1", "noch unklar (bisheriger Tag)"],
  ] as const) {
    await world.say(who, "status");
    expect(world.text(who)).toContain(`Sitzung am Mi, 14.10.2026: ${state}`);
    expect(world.labels(who)[0]).toBe("Meine Einladung");
    await world.press(who, "Meine Einladung");
    expect(world.labels(who)).toEqual(["Ich komme", "Vertretung kommt", "Ich kann nicht", "Noch unklar"]);
  }
});

test("the office may remind them, the ladder does too, and the same answer again counts for the new day", async () => {
  const world = await moved();
  await world.say("office", "rückmeldung erinnern");
  expect(world.text("office")).toContain("Delegierte Person, DGB");
  await world.clock(at("2026-10-02", "09:00"));
  expect(world.newest("dgb-1")?.kind).toBe("nudge.first");
  await world.press("dgb-1", "Ich kann nicht");
  await world.say("office", "rückmeldung");
  expect(world.text("office")).toContain("1 abgesagt");
  await world.clock(at("2026-10-09", "09:00"));
  expect(world.messages("dgb-1").filter(({ kind }) => kind === "nudge.last")).toEqual([]);
});

test("only once everybody has answered for the new day does the overview say so", async () => {
  const world = await moved();
  for (const reply of world.store.rows("Reply").filter(({ personId }) => personId !== "dgb-1"))
    world.store.seed({ Reply: [{ ...reply, state: "accepted", edition: 2, reserved: false }] });
  await world.say("office", "rückmeldung");
  expect(world.newest("office")?.card.name).toBe("replies.overview");
  await world.say("dgb-1", "absage");
  await world.say("office", "rückmeldung");
  expect(world.newest("office")?.card.name).toBe("replies.complete");
});
