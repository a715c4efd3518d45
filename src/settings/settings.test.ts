// One's own settings: the language, where messages arrive, and a time in which the bot sends nothing of its own accord.

import { krefeld } from "../testing/roster.ts";
import { withoutAccounts } from "../testing/tour.ts";
import { World } from "../testing/world.ts";
import { at } from "../time.ts";

const factsOf = (world: World, who: string) =>
  Object.fromEntries(
    (world.newest(who)?.card.elements ?? []).flatMap((it) => (it.type === "facts" ? it.facts.map(({ label, value }) => [label, value] as const) : [])),
  );
const pausesIn = (world: World) => world.store.rows("Pause").map(({ personId, until, to }) => [personId, until, to]);
const second = (world: World) =>
  world.store.seed({
    Account: [
      {
        id: "acc-ihk-teams",
        allianceId: "kba",
        personId: "ihk-1",
        messenger: "teams",
        tenant: "T9",
        user: "ihk-teams",
        address: { chat: "ihk-teams" },
        linkedAt: at("2026-09-01", "10:00"),
        receives: false,
        reachable: true,
        misread: 0,
      },
    ],
  });

test("the word alone shows what is set and changes nothing", async () => {
  const world = new World();
  await world.say("ihk-1", "einstellungen");
  expect(world.newest("ihk-1")?.card.name).toBe("settings");
  expect(factsOf(world, "ihk-1")).toEqual({ Sprache: "Deutsch", "Nachrichten in": "Seite" });
  expect(world.labels("ihk-1")).toEqual(["Weiteres Konto", "English", "Ändern"]);
  expect(pausesIn(world)).toEqual([]);
});

test("the form asks for the account only where there are several, and for the substitute only where one is named", async () => {
  const world = new World();
  await world.say("ihk-1", "einstellungen");
  await world.press("ihk-1", "Ändern");
  expect(world.formOf("ihk-1")?.fields.map(({ name }) => name)).toEqual(["language", "until", "to"]);
  second(world);
  await world.say("ihk-1", "einstellungen");
  await world.press("ihk-1", "Ändern");
  expect(world.formOf("ihk-1")?.fields.map(({ name }) => name)).toEqual(["language", "receive", "until", "to"]);
  await world.say("dgb-1", "einstellungen");
  await world.press("dgb-1", "Ändern");
  expect(world.formOf("dgb-1")?.fields.map(({ name }) => name)).toEqual(["language", "until"]);
});

test("the sent form keeps language, account and rest, and says them with the weekday", async () => {
  const world = new World();
  second(world);
  await world.say("ihk-1", "einstellungen");
  await world.press("ihk-1", "Ändern");
  await world.fill("ihk-1", { language: "en", receive: "acc-ihk-teams", until: "2026-09-18", to: "substitute" });
  expect(pausesIn(world)).toEqual([["ihk-1", "2026-09-18", "substitute"]]);
  expect(world.store.rows("Person").find(({ id }) => id === "ihk-1")?.language).toBe("en");
  expect(world.store.rows("Account").filter(({ personId, receives }) => personId === "ihk-1" && receives)).toMatchObject([{ id: "acc-ihk-teams" }]);
  expect(world.shown.at(-1)).toMatchObject({ name: "settings.saved", title: "Your settings are stored" });
  expect(JSON.stringify(world.shown.at(-1))).toContain("until Fri, 18 Sept 2026, messages go to Substitute 1");
});

test("a form sent without a day ends the rest", async () => {
  const world = new World();
  await world.say("ihk-1", "einstellungen ruhezeit bis 18.09.2026");
  await world.press("ihk-1", "Ändern");
  await world.fill("ihk-1", { until: "" });
  expect(pausesIn(world)).toEqual([]);
});

test("the rest is typed in one line, echoed with the weekday before it counts, and ended by a word or a button", async () => {
  const world = new World();
  await world.say("ihk-1", "einstellungen ruhezeit bis 18.09.");
  expect(pausesIn(world)).toEqual([]);
  await world.press("ihk-1", "Ja, Fr, 18.09.2026");
  expect(pausesIn(world)).toEqual([["ihk-1", "2026-09-18", "keep"]]);
  expect(factsOf(world, "ihk-1")["Ruhezeit"]).toBe("bis Fr, 18.09.2026, Nachrichten hebe ich auf");
  await world.say("ihk-1", "einstellungen ruhezeit aus");
  expect(pausesIn(world)).toEqual([]);
  await world.say("ihk-1", "ruhezeit bis Fr, 18.09.2026");
  await world.press("ihk-1", "Ruhezeit beenden");
  expect(pausesIn(world)).toEqual([]);
  await world.say("ihk-1", "settings quiet until 18 September 2026");
  expect(pausesIn(world)).toEqual([["ihk-1", "2026-09-18", "keep"]]);
  await world.say("ihk-1", "settings quiet off");
  expect(pausesIn(world)).toEqual([]);
});

test("a day in the past or years away is refused, in the field where there is one", async () => {
  const world = new World();
  await world.say("ihk-1", "einstellungen ruhezeit bis 01.09.2026");
  expect(world.newest("ihk-1")?.card.name).toBe("bad.input");
  await world.say("ihk-1", "einstellungen ruhezeit bis 18.09.2029");
  expect(world.newest("ihk-1")?.card.name).toBe("bad.input");
  await world.say("ihk-1", "einstellungen");
  await world.press("ihk-1", "Ändern");
  expect(await world.fill("ihk-1", { until: "2029-09-18" })).toMatchObject({ refuse: "bad_input", fields: { until: expect.stringContaining("18.09.2029") } });
  expect(pausesIn(world)).toEqual([]);
});

test("messages go to a substitute only where one is named", async () => {
  const world = new World();
  await world.gesture("dgb-1", { pressed: { c: "settings.rest", a: { until: "2026-09-18", to: "substitute" } } });
  expect(pausesIn(world)).toEqual([["dgb-1", "2026-09-18", "keep"]]);
});

test.each([
  ["Bin bis 18.9. weg", "Fr, 18.09.2026"],
  ["Ich bin bis Freitag nicht da.", "Fr, 11.09.2026"],
  ["Im Urlaub bis 18.09.2026", "Fr, 18.09.2026"],
  ["away until 18 Sept", "Fr, 18.09.2026"],
  ["I am out of office until 18 September.", "Fr, 18.09.2026"],
])("„%s“ sets nothing, but offers the rest with its day", async (words, day) => {
  const world = new World();
  await world.say("ihk-1", words);
  expect(pausesIn(world)).toEqual([]);
  expect(factsOf(world, "ihk-1")["Ruhezeit bis"]).toBe(day);
  expect(world.labels("ihk-1")).toEqual(["Ruhezeit eintragen", "An meine Vertretung senden", "Mein Stand", "Abbrechen"]);
  await world.press("ihk-1", "An meine Vertretung senden");
  expect(pausesIn(world)).toEqual([["ihk-1", expect.any(String), "substitute"]]);
});

test("in a channel nobody is offered a rest, and other sentences with a day are none", async () => {
  const world = new World();
  await world.gesture("ihk-1", { words: "Bin bis 18.9. weg", command: false }, { place: "channel" });
  expect(world.newest("ihk-1")?.card.name).not.toBe("settings.away");
  await world.say("ihk-1", "Bis Freitag weiß ich es sicher noch nicht");
  expect(world.newest("ihk-1")?.card.name).not.toBe("settings.away");
});

test("the words for the language keep working, alone and behind the settings", async () => {
  for (const words of ["sprache EN", "language en", "einstellungen EN", "einstellungen sprache english", "English"]) {
    const world = new World();
    await world.say("ihk-1", words);
    expect([words, world.store.rows("Person").find(({ id }) => id === "ihk-1")?.language]).toEqual([words, "en"]);
  }
});

test("the code for another account is one line, and each message comes to one account only", async () => {
  const world = new World();
  await world.say("ihk-1", "einstellungen konto");
  expect(world.newest("ihk-1")?.card.name).toBe("link.codeForSelf");
  second(world);
  await world.say("ihk-1", "einstellungen");
  await world.press("ihk-1", "Lieber in Teams");
  await world.gesture("dgb-1", { pressed: { c: "settings.change", a: { language: "de", receive: "acc-ihk-1", sent: "1" } } });
  expect(world.store.rows("Account").filter(({ receives, personId }) => receives && personId === "ihk-1")).toMatchObject([{ id: "acc-ihk-teams" }]);
});

test("a substitute who rests or cannot be reached gets nobody's messages", async () => {
  const resting = new World();
  await resting.say("ihk-s", "ruhezeit bis 25.09.2026");
  await resting.say("ihk-1", "Bin bis 18.09.2026 weg");
  expect(resting.labels("ihk-1")).not.toContain("An meine Vertretung senden");
  const gone = new World(undefined, withoutAccounts("ihk-s")(krefeld()));
  await gone.gesture("ihk-1", { pressed: { c: "settings.rest", a: { until: "2026-09-18", to: "substitute" } } });
  expect(pausesIn(gone)).toEqual([["ihk-1", "2026-09-18", "keep"]]);
});
