// What happens to talks around the programme: other minutes, another day, no meeting, people who leave, secretariats, the keynote.
import { account, person } from "../testing/examples.ts";
import { krefeld } from "../testing/roster.ts";
import type { SomeRows } from "../testing/store.ts";
import { World } from "../testing/world.ts";
import { at } from "../time.ts";
import { writeWish } from "../wish.ts";
import { talkLines } from "./file.ts";
import type { Talk } from "./model.ts";

let world: World;
const talks = (): readonly Talk[] => world.store.rows("Talk");
const one = (who: string): Talk => talks().find((it) => it.personId === who && it.state !== "withdrawn") as Talk;
const told = (who: string, kind: string): number => world.messages(who).filter((it) => it.kind === kind).length;

async function open(rows: SomeRows = krefeld()) {
  world = new World(at("2026-09-09", "10:00"), rows);
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.tap("office", "meeting.invite");
  await world.tap("office", "meeting.inviteNow");
}
beforeEach(() => open());

const meeting = () => world.store.rows("Meeting")[0] as NonNullable<ReturnType<typeof world.store.rows<"Meeting">>[number]>;
const press = (who: string, command: Parameters<typeof writeWish>[0]["command"], args: Readonly<Record<string, string>> = {}) =>
  world.gesture(who, { pressed: writeWish({ command, args: { meeting: meeting().id, ...args } }) });

async function register(who: string, title: string, minutes = "10") {
  await world.say(who, "redebeitrag neu");
  await world.fill(who, { title, about: "Worum es geht.", kind: "new", minutes });
}
async function publish() {
  await world.say("office", "programm veröffentlichen");
  await world.tap("office", "programme.publishNow");
}
/** The minutes of the item for talks. */
async function give(minutes: string) {
  await press("office", "meeting.agenda");
  await world.fill("office", { [world.formOf("office")?.fields[2]?.name ?? ""]: minutes });
}

test("more minutes for the item let who waits move up; fewer push nobody out, and the office sees the excess in words", async () => {
  await register("ihk-1", "Erstes", "40");
  await register("dgb-1", "Zweites", "30");
  expect(one("dgb-1").state).toBe("waiting");
  await give("70");
  expect([one("dgb-1").state, told("dgb-1", "talk.promoted")]).toEqual(["requested", 1]);
  await give("50");
  expect([one("ihk-1").state, one("dgb-1").state]).toEqual(["requested", "requested"]);
  await world.say("office", "programm entwurf");
  expect(world.text("office")).toContain("70 von 50 Minuten, 20 Minuten zu viel");
});

test("who waits hears from the programme that the place is no longer provisional, and sees it move", async () => {
  await register("ihk-1", "Erstes", "60");
  await register("dgb-1", "Zweites");
  await register("ob-1", "Drittes");
  await publish();
  expect(world.text("ob-1")).toContain("Stand: Warteliste, Platz 2");
  await world.say("dgb-1", "redebeitrag zurückziehen");
  expect(world.text("ob-1")).toContain("Stand: Warteliste, Platz 1");
  expect(world.text("office")).toContain("Ein Redebeitrag ist zurückgezogen");
});

test("on another day whoever is in the programme confirms once more; a meeting that does not take place keeps the promise of the first word", async () => {
  await register("ihk-1", "Erstes");
  await publish();
  await world.tap("ihk-1", "talk.confirm");
  await press("office", "meeting.move", { sequence: String(meeting().sequence), day: "2026-10-14" });
  expect(one("ihk-1")).toMatchObject({ state: "programmed", start: "14:40" });
  expect(world.text("ihk-1")).toContain("Mi, 14.10.2026, etwa 14:40 Uhr");
  world.store.seed({ Talk: [{ ...one("ihk-1"), claim: true }] });
  await press("office", "meeting.cancelNow", { sequence: String(meeting().sequence), sent: "1" });
  await press("ihk-1", "talk.confirm", { talk: one("ihk-1").id });
  expect(world.text("ihk-1")).not.toContain("bestätigt");
  await world.say("office", "sitzung neu am 11.11.2026");
  await world.tap("office", "meeting.invite");
  await world.tap("office", "meeting.inviteNow");
  await register("ihk-1", "Noch einmal");
  expect(talks().at(-1)).toMatchObject({ title: "Noch einmal", claim: true });
});

test("what the office enters, changes or withdraws for somebody is told to them", async () => {
  await world.say("office", "redebeitrag für DGB");
  await world.fill("office", { speaker: "dgb-1", via: "phone" });
  await world.fill("office", { title: "Gute Arbeit", about: "Zwei Sätze.", kind: "existing" });
  expect(world.text("dgb-1")).toContain("Ihr Redebeitrag ist angemeldet");
  await press("office", "talk.withdraw", { talk: one("dgb-1").id });
  expect(world.text("dgb-1")).toContain("Ihr Redebeitrag ist zurückgezogen");
  await press("office", "programme.decide", { talk: talks()[0]?.id ?? "", draft: "in" });
  expect(talks()[0]).toMatchObject({ state: "withdrawn", draft: null });
});

test("the talk of who erases their data stays with the seat and waits for a new confirmation", async () => {
  await register("dgb-1", "Gute Arbeit");
  await publish();
  await world.tap("dgb-1", "talk.confirm");
  await world.say("dgb-1", "daten löschen");
  await press("dgb-1", "privacy.eraseNow");
  const left = world.store.rows("Person").map(({ id }) => id);
  expect(talks()).toMatchObject([{ title: "Gute Arbeit", state: "programmed", organisationId: "dgb", actorId: null }]);
  expect([left.includes("dgb-1"), left.includes(talks()[0]?.personId ?? "")]).toEqual([false, true]);
});

test("a secretariat registers for the person it answers for, and both are recorded", async () => {
  const rows = krefeld();
  const desk = person({ id: "desk", allianceId: "kba", organisationId: "verdi", name: "Sekretariat", nameEn: "Secretariat", welcomedAt: new Date(0) });
  const own = account({ id: "acc-desk", allianceId: "kba", personId: "desk", messenger: "test", tenant: "T", user: "desk", address: { chat: "desk" } });
  await open({
    ...rows,
    Person: [...(rows.Person ?? []), desk],
    Account: [...(rows.Account ?? []), own],
    StandIn: [{ actorId: "desk", personId: "dgb-1", allianceId: "kba" }],
  });
  await register("desk", "Gute Arbeit");
  expect(one("dgb-1")).toMatchObject({ organisationId: "dgb", actorId: "desk" });
  expect(world.text("dgb-1")).toContain("Ihr Redebeitrag ist angemeldet");
});

test("the keynote's organisation is asked twice, as long as something is missing, and nobody else may touch it (D24)", async () => {
  const asked = () => told("agentur-1", "keynote.owing");
  await world.clock(at("2026-09-22", "12:00"));
  expect(asked()).toBe(0);
  await world.clock(at("2026-09-23", "09:00"));
  expect([asked(), world.text("agentur-1")]).toEqual([1, expect.stringContaining("Bitte bis Mi, 30.09.2026: wer spricht, Angabe zu Folien")]);
  expect(told("ihk-1", "keynote.owing")).toBe(0);
  await press("ihk-1", "keynote.noSlides");
  expect([world.text("ihk-1"), world.store.rows("Keynote")]).toEqual([expect.stringContaining("Die Keynote ist fest vergeben"), []]);
  await world.tap("agentur-1", "keynote.noSlides");
  await world.clock(at("2026-09-29", "09:00"));
  expect(asked()).toBe(2);
  await world.tap("agentur-1", "keynote.title");
  await world.fill("agentur-1", { speaker: "Leitung der Agentur" });
  expect(world.text("agentur-1")).toContain("Zur Keynote liegt alles vor");
  await world.say("ihk-1", "sitzung");
  expect(world.text("ihk-1")).toContain("Schwerpunkte der aktuellen Arbeitsmarktpolitik · Leitung der Agentur");
});

test("a keynote that is complete before is asked for by nobody", async () => {
  await press("agentur-1", "keynote.noSlides");
  await press("agentur-1", "keynote.title");
  await world.fill("agentur-1", { speaker: "Leitung der Agentur" });
  await world.clock(at("2026-09-23", "09:00"));
  await world.clock(at("2026-09-29", "09:00"));
  expect(told("agentur-1", "keynote.owing")).toBe(0);
});

test("the file shows everybody the programme once it is out, and the office its draft", async () => {
  await register("ihk-1", "=1+1");
  const [alliance] = await world.store.alliances();
  if (!alliance) throw new Error("no alliance");
  const lines = (who: string) => talkLines(world.store.view("kba"), alliance, meeting(), who);
  expect(await lines("dgb-1")).toBeUndefined();
  expect((await lines("office"))?.[1]).toEqual([
    ...["1", "14:40", "IHK", "=1+1", "10", "weiß ich noch nicht", "", "angefragt", "Delegierte Person", "", "neues Projekt", "", ""],
  ]);
  await publish();
  expect((await lines("dgb-1"))?.[1]).toEqual(["1", "14:40", "IHK", "=1+1", "10", "weiß ich noch nicht", ""]);
  await world.say("ihk-1", "sitzung");
  expect(world.text("ihk-1")).toContain("14:40 Uhr · IHK · =1+1");
});
