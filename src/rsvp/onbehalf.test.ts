// The office answers for others: whom it means, what it can no longer record, and a seat given for another.
import { buttonsOf } from "../card.ts";
import { World } from "../testing/world.ts";
import { at } from "../time.ts";
import { writeWish } from "../wish.ts";

async function invited(): Promise<World> {
  const world = new World(at("2026-09-09", "10:00"));
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.tap("office", "meeting.invite");
  await world.tap("office", "meeting.inviteNow");
  return world;
}
const meetingOf = (world: World): string => world.store.rows("Meeting")[0]?.id ?? "";
const stateOf = (world: World, person: string) => world.store.rows("Reply").find((it) => it.personId === person)?.state;

test("people of the same name are told apart by their organisations, and all of them can be chosen", async () => {
  const world = await invited();
  await world.say("office", "rückmeldung für Delegierte Person 1 zusage per Telefon");
  const names = buttonsOf(world.newest("office")?.card ?? { name: "", title: "", elements: [] }).map(({ label }) => label);
  expect(names).toEqual(["Delegierte Person 1, CDU-Fr…", "Delegierte Person 1, SPD-Fr…", "Abbrechen"]);
  await world.say("office", "rückmeldung für Delegierte Person zusage per Telefon");
  const [whom] = world.formOf("office")?.fields ?? [];
  expect(whom?.kind.type === "one" && whom.kind.options.map(({ label }) => label)).toEqual([
    "Delegierte Person, Agentur für Arbeit",
    "Delegierte Person, DGB",
    "Delegierte Person, IHK",
    "Delegierte Person, ver.di",
  ]);
  expect(whom?.initial).toBeUndefined();
});

test("nothing is recorded for a meeting that does not take place, and nobody is told", async () => {
  const world = await invited();
  await world.say("office", "sitzung absagen");
  await world.fill("office", {});
  const before = world.messages("dgb-1").length;
  const wish = { command: "reply.record", args: { meeting: meetingOf(world), whom: "dgb-1", answer: "accept", via: "phone" } } as const;
  const outcome = await world.gesture("office", { pressed: writeWish(wish) });
  expect("refuse" in outcome && outcome.refuse).toBe("cancelled");
  expect(stateOf(world, "dgb-1")).toBe("none");
  expect(world.messages("dgb-1")).toHaveLength(before);
});

test("as long as nobody is invited there is nothing to record", async () => {
  const world = new World();
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.say("office", "rückmeldung für");
  expect(world.newest("office")?.card.name).toBe("replies.empty");
});

test("a seat is swapped for the person who waits, without naming them again", async () => {
  const world = await invited();
  for (const who of ["cdu-1", "cdu-2"]) await world.tap(who, "rsvp.accept");
  await world.gesture("office", {
    pressed: writeWish({ command: "reply.record", args: { meeting: meetingOf(world), whom: "cdu-3", answer: "accept", via: "phone" } }),
  });
  await world.tap("office", "reply.swap");
  await world.fill("office", { out: "cdu-1" });
  expect([stateOf(world, "cdu-1"), stateOf(world, "cdu-2"), stateOf(world, "cdu-3")]).toEqual(["waiting", "accepted", "accepted"]);
});

test("a substitute who is confirmed once the meeting has begun is not told to be unnecessary", async () => {
  const world = await invited();
  await world.tap("ihk-1", "substitute.pick");
  await world.tap("ihk-1", "substitute.name", { person: "ihk-s" });
  await world.clock(at("2026-10-07", "15:00"));
  await world.gesture("office", {
    pressed: writeWish({ command: "reply.record", args: { meeting: meetingOf(world), whom: "ihk-1", answer: "confirm", via: "phone" } }),
  });
  expect(world.text("ihk-s")).toContain("Die Sitzung hat begonnen.");
  expect(world.text("ihk-s")).not.toContain("nicht mehr nötig");
});

test("who is not known is told apart from who is not invited, and the nearest organisation is named", async () => {
  const world = await invited();
  const said = async (whom: string) => {
    await world.say("office", `rückmeldung für ${whom} zusage per Telefon`);
    return world.newest("office")?.twin;
  };
  expect(await said("Quatsch")).toContain("Diese Person oder Organisation kenne ich nicht. Gespeichert wurde nichts.");
  expect(await said("Agentur für Arbiet")).toContain("Meinten Sie „Agentur für Arbeit“?");
});
