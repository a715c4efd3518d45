// One's own data: shown, taken away as a file, and erased in one go; the seat stays with its organisation.

import type { Table } from "../tables.ts";
import { krefeld } from "../testing/roster.ts";
import { withSecretariat } from "../testing/tour-members.ts";
import { World } from "../testing/world.ts";
import { at } from "../time.ts";
import { asJson, ownData } from "./own.ts";

async function invited(rows = krefeld()): Promise<World> {
  const world = new World(at("2026-09-09", "10:00"), rows);
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.press("office", "Einladung vorbereiten");
  await world.press("office", world.labels("office").find((label) => label.endsWith("senden")) ?? "");
  return world;
}
async function erase(world: World, who: string): Promise<void> {
  await world.say(who, "datenschutz löschen");
  await world.press(who, "Daten löschen");
}
const replyOf = (world: World, personId: string) => world.store.rows("Reply").find((it) => it.personId === personId);
const heir = (world: World, organisationId: string) => world.store.rows("Person").find((it) => it.organisationId === organisationId && it.id.startsWith("id-"));

test("the card says what is stored and leads to one's own data and to their erasure", async () => {
  const world = await invited();
  await world.say("ihk-1", "datenschutz");
  expect(world.labels("ihk-1")).toEqual(["Meine Daten", "Daten löschen"]);
  await world.press("ihk-1", "Meine Daten");
  expect(world.newest("ihk-1")?.card.name).toBe("privacy.data");
  expect(world.text("ihk-1")).toContain("Eingetragen als: Delegierte Person, IHK");
  expect(world.text("ihk-1")).toContain("Sitzung am Mi, 07.10.2026 · ohne Antwort");
  expect(world.text("ihk-1")).toContain("Als Datei: https://bot.example/f/data.csv");
});

test("the file holds everything of the person and nothing of anybody else", async () => {
  const world = await invited();
  await world.press("ihk-1", "Ich komme");
  await world.say("ihk-1", "einstellungen ruhezeit bis 18.09.2026");
  const own = await ownData(world.store.view("kba"), "ihk-1");
  if (!own) throw new Error("nobody");
  const file = JSON.parse(asJson(own));
  expect(file).toMatchObject({
    person: { name: "Delegierte Person", organisation: "IHK" },
    accounts: [{ messenger: "test", user: "ihk-1" }],
    quietTime: { until: "2026-09-18", messages: "keep" },
    replies: [{ meeting: "2026-10-07", state: "accepted" }],
  });
  expect(file.messages.length).toBeGreaterThan(0);
  expect(asJson(own)).not.toMatch(/dgb-1|cdu-1|#|"hash"/);
  expect(await ownData(world.store.view("kba"), "nobody")).toBeUndefined();
});

test("nothing is erased before the second press", async () => {
  const world = await invited();
  await world.say("ihk-1", "datenschutz löschen");
  expect(world.newest("ihk-1")?.card.name).toBe("privacy.erase");
  await world.press("ihk-1", "Abbrechen");
  expect(world.store.rows("Account").some(({ personId }) => personId === "ihk-1")).toBe(true);
});

test("after the erasure no row names the person, the answer reaches them all the same, and they are a stranger", async () => {
  const world = await invited(withSecretariat("ihk-1", "verdi-1")(krefeld()));
  await world.say("ihk-1", "zusage ab 15:00");
  await world.say("ihk-1", "einstellungen ruhezeit bis 18.09.2026");
  await world.say("ihk-1", "einstellungen konto");
  await erase(world, "ihk-1");
  expect(world.newest("ihk-1")?.card.name).toBe("privacy.erased");
  const tables: readonly Table[] = ["Person", "Account", "AccessCode", "Reply", "Pause", "Holding", "Guest", "StandIn", "Consent", "Shown", "Trail", "Task"];
  for (const table of tables) expect([table, JSON.stringify(world.store.rows(table)).includes('"ihk-1"')]).toEqual([table, false]);
  expect(world.store.rows("Delivery").filter(({ personId }) => personId === "ihk-1")).toEqual([]);
  await world.say("ihk-1", "status");
  expect(world.newest("ihk-1")?.card.name).toMatch(/^unknown\./);
});

test("the seat stays without a name and without an answer, its secretariat too, and the office is told once", async () => {
  const world = await invited(withSecretariat("ihk-1", "verdi-1")(krefeld()));
  await world.say("ihk-1", "zusage");
  await erase(world, "ihk-1");
  const successor = heir(world, "ihk");
  expect(successor).toMatchObject({ name: "Delegierte Person", nameEn: "Delegate", email: null, roles: [] });
  expect(world.store.rows("Holding").filter(({ personId }) => personId === successor?.id)).toMatchObject([{ seatId: "ihk-seat-1", kind: "holder" }]);
  expect(world.store.rows("StandIn").some(({ personId }) => personId === successor?.id)).toBe(true);
  expect(replyOf(world, successor?.id ?? "")).toMatchObject({ state: "none", from: null, answeredAt: null });
  expect(world.messages("office").filter(({ kind }) => kind === "erased")).toHaveLength(1);
  expect(world.text("office")).toContain("Sitz: Delegierte Person, IHK");
  expect(world.labels("office")).toEqual(["Person eintragen", "Mitglieder"]);
});

test("a seat given back goes to the first who waits", async () => {
  const world = await invited();
  for (const who of ["cdu-1", "cdu-2", "cdu-3"]) await world.press(who, "Ich komme");
  expect(replyOf(world, "cdu-3")?.state).toBe("waiting");
  await erase(world, "cdu-1");
  expect(replyOf(world, "cdu-3")?.state).toBe("accepted");
  expect(heir(world, "cdu")).toMatchObject({ name: "Delegierte Person 1", roles: ["spokesperson"] });
});

test("a substitute who comes keeps coming, with a card about the seat that stays", async () => {
  const world = await invited();
  await world.press("ihk-1", "Vertretung kommt");
  await world.press("ihk-1", "Stellvertretung 1");
  await world.press("ihk-s", "Ich komme");
  await erase(world, "ihk-1");
  const successor = heir(world, "ihk")?.id ?? "";
  expect(replyOf(world, successor)).toMatchObject({ state: "substitute", substituteId: "ihk-s", substituteState: "confirmed" });
  await world.press("ihk-s", "Ändern");
  await world.press("ihk-s", "Ich kann nicht");
  expect(replyOf(world, successor)).toMatchObject({ state: "none", substituteState: "refused" });
});

test("where a substitute erases their data, the delegate chooses anew and the history has lost the name", async () => {
  const world = await invited();
  await world.press("ihk-1", "Vertretung kommt");
  await world.press("ihk-1", "Stellvertretung 1");
  await world.press("ihk-s", "Ich komme");
  await erase(world, "ihk-s");
  expect(replyOf(world, "ihk-1")).toMatchObject({ state: "none", substituteId: null, substituteState: "refused" });
  expect(world.newest("ihk-1")?.card.name).toBe("substitute.refused");
  expect(JSON.stringify(world.store.rows("Trail"))).not.toContain("ihk-s");
});

test("the only person of the office names somebody else first", async () => {
  const world = await invited();
  await world.say("office", "datenschutz löschen");
  expect(world.newest("office")?.card.name).toBe("privacy.last");
  await world.gesture("office", { pressed: { c: "privacy.eraseNow", a: {} } });
  expect(world.store.rows("Person").some(({ id }) => id === "office")).toBe(true);
});

test("a second press changes nothing and is answered as to a stranger", async () => {
  const world = await invited();
  await erase(world, "ihk-1");
  const before = JSON.stringify(world.store.rows("Person"));
  const outcome = await world.gesture("ihk-1", { pressed: { c: "privacy.eraseNow", a: {} } });
  expect(outcome).toMatchObject({ refuse: "unknown_account" });
  expect(JSON.stringify(world.store.rows("Person"))).toBe(before);
});
