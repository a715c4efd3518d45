// The invitation round as people live it: from the draft to the last reply, in memory.

import { World } from "../testing/world.ts";
import { at } from "../time.ts";

/** A meeting on 7 October 2026 to which everybody has been invited. */
async function invited(now = at("2026-09-09", "10:00")): Promise<World> {
  const world = new World(now);
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.press("office", "Einladung vorbereiten");
  const send = world.labels("office").find((label) => label.endsWith("senden"));
  if (!send) throw new Error(world.text("office"));
  await world.press("office", send);
  return world;
}
const stateOf = (world: World, person: string) => world.store.rows("Reply").find((it) => it.personId === person)?.state;
const seatsTaken = (world: World, organisation: string) =>
  world.store.rows("Reply").filter((it) => it.organisationId === organisation && ["accepted", "substitute", "offered"].includes(it.state)).length;

test("F4 and F1: the office creates, previews and invites, a delegate accepts with one tap", async () => {
  const world = await invited();
  expect(world.newest("ihk-1")?.card.name).toBe("rsvp.ask");
  expect(world.labels("ihk-1")).toEqual(["Ich komme", "Vertretung kommt", "Ich kann nicht", "Noch unklar"]);
  await world.press("ihk-1", "Ich komme");
  expect(world.messages("ihk-1")).toHaveLength(1);
  expect(world.text("ihk-1")).toContain("Ihre Zusage ist eingetragen");
  expect(stateOf(world, "ihk-1")).toBe("accepted");
});

test("nothing is sent before the office confirms, and a second press on send invites nobody twice", async () => {
  const world = new World();
  await world.say("office", "sitzung neu am 07.10.2026");
  expect(world.messages("ihk-1")).toHaveLength(0);
  await world.press("office", "Einladung vorbereiten");
  expect(world.messages("ihk-1")).toHaveLength(0);
  const send = world.labels("office").find((label) => label.endsWith("senden")) ?? "";
  const button = { id: world.newest("office")?.id ?? "" };
  await world.press("office", send);
  const count = world.messages("ihk-1").length;
  expect(count).toBe(1);
  expect(button.id).not.toBe("");
  await world.say("office", "sitzung einladen");
  for (const label of world.labels("office").filter((it) => it.endsWith("senden"))) await world.press("office", label);
  expect(world.messages("ihk-1")).toHaveLength(count);
});

test("D14: the third delegate of a group with two seats waits, sees who holds them, and moves up with a message", async () => {
  const world = await invited();
  await world.press("cdu-1", "Ich komme");
  await world.press("cdu-2", "Ich komme");
  await world.press("cdu-3", "Ich komme");
  expect(stateOf(world, "cdu-3")).toBe("waiting");
  expect(world.text("cdu-3")).toContain("Delegierte Person 1, Delegierte Person 2");
  await world.press("cdu-1", "Ändern");
  await world.press("cdu-1", "Ich kann nicht");
  expect(stateOf(world, "cdu-3")).toBe("accepted");
  expect(world.newest("cdu-3")?.kind).toBe("waiting.promoted");
  expect(world.text("cdu-3")).toContain("Sie sind nachgerückt");
  expect(seatsTaken(world, "cdu")).toBe(2);
});

test("F2: a named substitute is asked, confirms, and the delegate's card says so", async () => {
  const world = await invited();
  await world.press("ihk-1", "Vertretung kommt");
  expect(world.labels("ihk-1")).toEqual(["Stellvertretung 1", "Andere Person", "Abbrechen"]);
  await world.press("ihk-1", "Stellvertretung 1");
  expect(world.text("ihk-1")).toContain("Bestätigung steht aus");
  await world.press("ihk-s", "Ich komme");
  expect(world.text("ihk-s")).toContain("Ihre Zusage ist eingetragen");
  expect(world.text("ihk-1")).toContain("Ihre Vertretung ist eingetragen");
  expect(stateOf(world, "ihk-1")).toBe("substitute");
});

test("a substitute who cannot come gives the choice back to the delegate with a new message", async () => {
  const world = await invited();
  await world.press("ihk-1", "Vertretung kommt");
  await world.press("ihk-1", "Stellvertretung 1");
  const before = world.messages("ihk-1").length;
  await world.press("ihk-s", "Ich kann nicht");
  expect(world.messages("ihk-1")).toHaveLength(before + 1);
  expect(world.text("ihk-1")).toContain("Stellvertretung 1 kann nicht kommen");
  expect(stateOf(world, "ihk-1")).toBe("none");
});

test("a delegate who comes after all takes the task from the substitute, who is told once", async () => {
  const world = await invited();
  await world.press("ihk-1", "Vertretung kommt");
  await world.press("ihk-1", "Stellvertretung 1");
  await world.press("ihk-s", "Ich komme");
  await world.say("ihk-1", "zusage");
  expect(world.text("ihk-s")).toContain("nicht mehr nötig");
  expect(stateOf(world, "ihk-1")).toBe("accepted");
});

test("somebody without an account is confirmed by „Ist informiert“", async () => {
  const world = await invited();
  await world.press("dgb-1", "Vertretung kommt");
  await world.fill("dgb-1", { name: "Vertretung Muster" });
  expect(world.text("dgb-1")).toContain("kein Chatkonto");
  await world.press("dgb-1", "Ist informiert");
  expect(world.text("dgb-1")).toContain("Vertretung bestätigt");
});

test("who holds a seat cannot come for somebody else", async () => {
  const world = await invited();
  await world.press("cdu-1", "Vertretung kommt");
  await world.fill("cdu-1", { name: "Delegierte Person 2" });
  expect(world.text("cdu-1")).toContain("schon einen eigenen Platz");
  expect(stateOf(world, "cdu-1")).toBe("none");
});

test("a typed name is played back before it counts", async () => {
  const world = await invited();
  await world.say("ihk-1", "vertretung Stellvertretung 1");
  expect(stateOf(world, "ihk-1")).toBe("none");
  expect(world.text("ihk-1")).toContain("Noch ist nichts eingetragen");
  await world.press("ihk-1", "Benennen");
  expect(stateOf(world, "ihk-1")).toBe("substitute");
});

test("F3: a part of the meeting, by form and by words, and a wrong time is told at its field", async () => {
  const world = await invited();
  await world.press("ihk-1", "Ich komme");
  await world.press("ihk-1", "Nur zeitweise");
  const refused = await world.fill("ihk-1", { from: "16:00", until: "15:00" });
  expect("refuse" in refused && refused.fields).toEqual({ until: "Das Ende liegt vor dem Beginn. Bitte prüfen Sie beide Zeiten." });
  await world.fill("ihk-1", { from: "15:00", except: "get_together" });
  expect(world.text("ihk-1")).toContain("zeitweise: 15:00–17:55 Uhr, ohne Get-Together");
  await world.say("dgb-1", "zusage ab 15:30 ohne Get-Together");
  expect(world.store.rows("Reply").find((it) => it.personId === "dgb-1")).toMatchObject({ from: "15:30", except: ["get_together"], state: "accepted" });
});

test("a second click changes nothing, and the last answer wins", async () => {
  const world = await invited();
  await world.press("ihk-1", "Ich komme");
  const lines = world.store.rows("Trail").length;
  await world.say("ihk-1", "zusage");
  expect(world.store.rows("Trail")).toHaveLength(lines);
  await world.say("ihk-1", "absage");
  await world.say("ihk-1", "unklar");
  expect(stateOf(world, "ihk-1")).toBe("undecided");
});

test("F5: the office records an answer by telephone, the person is told, and it can be taken back", async () => {
  const world = await invited();
  await world.say("office", "rückmeldung für DGB zusage per Telefon");
  expect(stateOf(world, "dgb-1")).toBe("accepted");
  expect(world.store.rows("Reply").find((it) => it.personId === "dgb-1")).toMatchObject({ actorId: "office", via: "phone" });
  expect(world.text("dgb-1")).toContain("Ihr Anruf bei der Geschäftsstelle");
  await world.press("office", "Zurücknehmen");
  expect(stateOf(world, "dgb-1")).toBe("none");
});

test("only the silent and the undecided are reminded, after a preview, and never more than twice", async () => {
  const world = await invited();
  await world.press("ihk-1", "Ich komme");
  await world.press("spd-1", "Noch unklar");
  await world.say("office", "rückmeldung erinnern");
  expect(world.text("office")).toContain("Noch wurde nichts gesendet");
  const send = world.labels("office").find((label) => label.endsWith("senden")) ?? "";
  const before = world.messages("ihk-1").length;
  await world.press("office", send);
  expect(world.messages("ihk-1")).toHaveLength(before);
  expect(world.newest("spd-1")?.card.name).toBe("nudge.tentative");
  expect(world.newest("dgb-1")?.card.name).toBe("nudge.before");
  for (let round = 0; round < 3; round++) {
    await world.say("office", "rückmeldung erinnern");
    const again = world.labels("office").find((label) => label.endsWith("senden"));
    if (again) await world.press("office", again);
  }
  expect(world.messages("dgb-1").filter((it) => it.kind.startsWith("nudge")).length).toBe(2);
});

test("the ladder's nudges and the day-before message go out by themselves", async () => {
  const world = await invited();
  await world.press("ihk-1", "Ich komme");
  for (let day = at("2026-09-10", "09:00"); day < at("2026-10-07", "13:00"); day = new Date(day.getTime() + 6 * 3_600_000)) await world.clock(day);
  expect(world.messages("dgb-1").filter((it) => it.kind.startsWith("nudge")).length).toBe(2);
  expect(world.messages("ihk-1").map((it) => it.kind)).toContain("dayBefore");
  expect(world.messages("dgb-1").map((it) => it.kind)).not.toContain("dayBefore");
});

test("a card about an earlier day is answered politely and stores nothing; the answer for the new day is asked again", async () => {
  const world = await invited();
  await world.press("ihk-1", "Ich komme");
  const old = world.newest("dgb-1")?.card;
  await world.say("office", "sitzung ändern am 14.10.2026");
  const move = world.labels("office").find((label) => label.startsWith("Verlegen"));
  if (!move) throw new Error(world.text("office"));
  await world.press("office", move);
  expect(world.text("ihk-1")).toContain("Neuer Tag");
  expect(world.text("ihk-1")).toContain("Platz reserviert");
  const stale = old?.elements.find((it) => it.type === "buttons");
  const wish = stale?.type === "buttons" && stale.buttons[0] && "wish" in stale.buttons[0] ? stale.buttons[0].wish : undefined;
  const outcome = await world.gesture("dgb-1", { pressed: { c: wish?.command, a: wish?.args } });
  expect("refuse" in outcome && outcome.refuse).toBe("stale");
  expect(stateOf(world, "dgb-1")).toBe("none");
  await world.press("ihk-1", "Ich komme");
  expect(world.store.rows("Reply").find((it) => it.personId === "ihk-1")).toMatchObject({ state: "accepted", reserved: false, edition: 2 });
});

test("a button of somebody else's card stores nothing", async () => {
  const world = await invited();
  const outcome = await world.gesture("dgb-1", {
    pressed: { c: "rsvp.accept", a: { meeting: world.store.rows("Meeting")[0]?.id ?? "", for: "ihk-1", edition: "1" } },
  });
  expect("refuse" in outcome && outcome.refuse).toBe("other_seat");
  expect(stateOf(world, "ihk-1")).toBe("none");
});
