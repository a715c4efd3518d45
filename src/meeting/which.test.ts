// Where an invited meeting and a draft are both to come, nobody changes or cancels one of them by a guess.
import { World } from "../testing/world.ts";
import { at } from "../time.ts";

async function both(): Promise<World> {
  const world = new World(at("2026-09-09", "10:00"));
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.press("office", "Einladung vorbereiten");
  await world.press("office", "9 Einladungen senden");
  await world.say("office", "sitzung neu am 04.11.2026");
  return world;
}
const idOf = (world: World, day: string): string => world.store.rows("Meeting").find((meeting) => meeting.day === day)?.id ?? "";

test.each(["sitzung ändern", "sitzung ändern am 14.10.2026", "sitzung absagen"])("„%s“ asks which one is meant and changes nothing", async (words) => {
  const world = await both();
  const before = JSON.stringify(world.store.rows("Meeting"));
  expect(await world.say("office", words)).toMatchObject({ refuse: "which_meeting" });
  const card = world.newest("office")?.card;
  expect(JSON.stringify(card)).toContain("Sitzung am Mi, 07.10.2026 (eingeladen)");
  expect(JSON.stringify(card)).toContain("Sitzung am Mi, 04.11.2026 (Entwurf)");
  expect(JSON.stringify(world.store.rows("Meeting"))).toBe(before);
});

test("the chosen one is changed, with the details that were typed", async () => {
  const world = await both();
  await world.say("office", "sitzung ändern am 11.11.2026 ab 15:00");
  await world.tap("office", "meeting.change", { meeting: idOf(world, "2026-11-04") });
  expect(world.store.rows("Meeting").map(({ day, start }) => `${day} ${start}`)).toEqual(["2026-10-07 14:00", "2026-11-11 15:00"]);
});

test("the chosen draft is offered for deletion, the invited meeting for cancelling", async () => {
  const world = await both();
  await world.say("office", "sitzung absagen");
  await world.tap("office", "meeting.cancel", { meeting: idOf(world, "2026-11-04") });
  expect(world.newest("office")?.card.name).toBe("meeting.cancel.draft");
  await world.say("office", "sitzung absagen");
  await world.tap("office", "meeting.cancel", { meeting: idOf(world, "2026-10-07") });
  expect(world.newest("office")?.card.title).toContain("entfällt");
});

test("with drafts only, or invited meetings only, the next one is meant", async () => {
  const world = new World(at("2026-09-09", "10:00"));
  for (const day of ["07.10.2026", "04.11.2026"]) await world.say("office", `sitzung neu am ${day}`);
  await world.say("office", "sitzung ändern am 14.10.2026");
  expect(world.store.rows("Meeting").map(({ day }) => day)).toEqual(["2026-10-14", "2026-11-04"]);
});
