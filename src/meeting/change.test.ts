// Moving, changing and cancelling a meeting to which people are invited: previewed first, told to everybody once.
import type { Delivery } from "../notice/model.ts";
import { World } from "../testing/world.ts";
import { at } from "../time.ts";
import { wish, writeWish } from "../wish.ts";

/** A meeting on 7 October 2026 to which everybody has been invited; the IHK and one of the CDU come, the DGB does not. */
async function invited(now = at("2026-09-09", "10:00")): Promise<World> {
  const world = new World(now);
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.press("office", "Einladung vorbereiten");
  await world.press("office", "9 Einladungen senden");
  await world.press("ihk-1", "Ich komme");
  await world.press("cdu-1", "Ich komme");
  await world.press("dgb-1", "Ich kann nicht");
  return world;
}
const meetingOf = (world: World) => world.store.rows("Meeting")[0];
const replyOf = (world: World, person: string) => world.store.rows("Reply").find((it) => it.personId === person);
const owed = (world: World, kind: string): readonly Delivery[] => world.store.rows("Delivery").filter((it) => it.kind === kind);
const seatsTaken = (world: World) => world.store.rows("Reply").filter((it) => it.state === "accepted" || it.state === "substitute").length;

test("the preview of a move says who hears of it, who answers again and the new deadlines; nothing is changed yet", async () => {
  const world = await invited();
  await world.say("office", "sitzung ändern am 14.10.2026");
  expect(world.newest("office")?.card.title).toBe("Vorschau: Sitzung wird auf Mi, 14.10.2026 verlegt");
  const text = world.text("office");
  expect(text).toContain("Erhalten Nachricht: 9 Personen");
  expect(text).toContain("Bitte selbst informieren: ver.di");
  expect(text).toContain("Müssen neu antworten: 2 Zusagen");
  expect(text).toContain("Rückmeldung bis Mi, 07.10.2026, Fragen bis Mi, 30.09.2026");
  expect(text).toContain("Noch wurde nichts geändert.");
  expect(meetingOf(world)).toMatchObject({ day: "2026-10-07", edition: 1, sequence: 0 });
  expect(owed(world, "meeting.moved")).toHaveLength(0);
  await world.press("office", "Text ansehen");
  expect(world.text("office")).toContain("Kommen Sie am neuen Tag? Bitte antworten Sie bis Mi, 07.10.2026.");
  await world.press("office", "Zurück zur Vorschau");
  expect(world.labels("office")[0]).toBe("Verlegen und 9 informieren");
});

test("a new day asks everybody again: earlier answers are shown, their seats stay reserved, the calendar hears of it", async () => {
  const world = await invited();
  await world.say("office", "sitzung ändern am 14.10.2026");
  await world.press("office", "Verlegen und 9 informieren");
  expect(meetingOf(world)).toMatchObject({ day: "2026-10-14", edition: 2, sequence: 1, replyBy: "2026-10-07", startsAt: at("2026-10-14", "14:00") });
  expect(replyOf(world, "ihk-1")).toMatchObject({ state: "accepted", reserved: true, edition: 1 });
  expect(replyOf(world, "dgb-1")).toMatchObject({ state: "declined", reserved: false, edition: 1 });
  expect(seatsTaken(world)).toBe(2);
  expect(world.text("ihk-1")).toContain("Ihr Stand: Zusage für den bisherigen Tag, Platz reserviert");
  expect(world.labels("ihk-1")).toEqual(["Ich komme", "Vertretung kommt", "Ich kann nicht", "Noch unklar"]);
  expect(world.text("dgb-1")).toContain("Absage für den bisherigen Tag.");
  expect(owed(world, "meeting.moved")).toHaveLength(9);
  await world.press("ihk-1", "Ich komme");
  expect(replyOf(world, "ihk-1")).toMatchObject({ state: "accepted", reserved: false, edition: 2 });
});

test("a second press on a confirmed change does nothing, and one previewed for an older state is refused", async () => {
  const world = await invited();
  await world.say("office", "sitzung ändern am 14.10.2026");
  const meeting = meetingOf(world)?.id ?? "";
  const confirmed = wish("meeting.move", { meeting, sequence: "0", day: "2026-10-14", start: "14:00", place: "Rathaus Krefeld" });
  for (const _ of [1, 2]) await world.gesture("office", { pressed: writeWish(confirmed) });
  expect(meetingOf(world)).toMatchObject({ edition: 2, sequence: 1 });
  expect(owed(world, "meeting.moved")).toHaveLength(9);
  const stale = wish("meeting.move", { meeting, sequence: "0", day: "2026-10-21", start: "14:00" });
  expect(await world.gesture("office", { pressed: writeWish(stale) })).toMatchObject({ refuse: "stale" });
  expect(meetingOf(world)?.day).toBe("2026-10-14");
});

test("another hour or place on the same day keeps the answers; partial times outside it fall away", async () => {
  const world = await invited();
  await world.say("ihk-1", "zusage ab 14:30 bis 15:30");
  await world.say("office", "sitzung ändern ab 15:00");
  expect(world.newest("office")?.card.title).toBe("Vorschau: Neue Zeit am Mi, 07.10.2026");
  await world.press("office", "Ändern und 9 informieren");
  expect(meetingOf(world)).toMatchObject({ start: "15:00", edition: 1, sequence: 1 });
  expect(replyOf(world, "ihk-1")).toMatchObject({ state: "accepted", reserved: false, from: null, until: "15:30" });
  expect(world.newest("cdu-1")?.card.title).toBe("Neue Zeit: Sitzung am Mi, 07.10.2026");
  expect(world.text("cdu-1")).toContain("Ihr Stand: zugesagt, ganze Sitzung, gilt weiter");
  expect(world.labels("cdu-1")).toEqual(["Kalender", "Ändern"]);
  expect(world.labels("agentur-1")).toEqual(["Ich komme", "Vertretung kommt", "Ich kann nicht", "Noch unklar"]);
});

test("a substitute who was to come hears of the new day, and of the cancellation", async () => {
  const world = await invited();
  await world.press("ihk-1", "Ändern");
  await world.press("ihk-1", "Vertretung kommt");
  await world.press("ihk-1", "Stellvertretung 1");
  await world.press("ihk-s", "Ich komme");
  await world.say("office", "sitzung ändern am 14.10.2026");
  await world.press("office", "Verlegen und 10 informieren");
  expect(world.text("ihk-s")).toContain("Sie kommen für: Delegierte Person, IHK");
  expect(world.text("ihk-s")).toContain("Die delegierte Person antwortet für den neuen Tag.");
  await world.say("office", "sitzung absagen");
  await world.fill("office", { note: "" });
  expect(world.newest("ihk-s")?.card.title).toBe("Entfällt: Sitzung am Mi, 14.10.2026");
  expect(world.messages("ihk-s").filter(({ kind }) => kind === "meeting.cancelled")).toHaveLength(1);
});

test("a cancellation is previewed, takes a note for everybody, is told once, and ends the meeting", async () => {
  const world = await invited();
  await world.say("office", "sitzung absagen");
  expect(world.text("office")).toContain("Noch wurde nichts geändert.");
  expect(meetingOf(world)?.state).toBe("invited");
  await world.fill("office", { note: "Wir laden neu ein." });
  expect(meetingOf(world)).toMatchObject({ state: "cancelled", sequence: 1, cancelNote: "Wir laden neu ein." });
  expect(owed(world, "meeting.cancelled")).toHaveLength(9);
  expect(world.text("ihk-1")).toContain("Hinweis der Geschäftsstelle: Wir laden neu ein.");
  expect(world.text("ihk-1")).toContain("Sie müssen nichts tun.");
  const again = wish("meeting.cancelNow", { meeting: meetingOf(world)?.id ?? "", sequence: "0" });
  expect(await world.gesture("office", { sent: again, answers: { note: "" } })).toMatchObject({ refuse: "cancelled" });
  expect(owed(world, "meeting.cancelled")).toHaveLength(9);
});

test("where a messenger has no inputs in its cards, the confirmation opens the form first", async () => {
  const world = await invited();
  const meeting = meetingOf(world)?.id ?? "";
  const pressed = await world.gesture("office", { pressed: writeWish(wish("meeting.cancelNow", { meeting, sequence: "0" })) });
  expect(pressed).toMatchObject({ ask: { submit: "Absagen, 9 informieren" } });
  expect(meetingOf(world)?.state).toBe("invited");
});

test("a draft is not cancelled but deleted, for nobody knows of it", async () => {
  const world = new World();
  await world.say("office", "sitzung neu am 07.10.2026");
  expect(await world.say("office", "sitzung absagen")).toMatchObject({ refuse: "draft" });
  await world.press("office", "Entwurf löschen");
  expect(world.store.rows("Meeting")).toHaveLength(0);
});

test("in quiet hours the word waits until they end; a meeting less than a day away is told at once", async () => {
  const world = await invited();
  world.now = at("2026-10-03", "20:00");
  await world.say("office", "sitzung ändern ab 15:00");
  await world.press("office", "Ändern und 9 informieren");
  expect(
    owed(world, "meeting.changed").every(({ notBefore, state }) => state === "ready" && notBefore?.getTime() === at("2026-10-05", "08:00").getTime()),
  ).toBe(true);
  world.now = at("2026-10-06", "19:30");
  await world.say("office", "sitzung absagen");
  await world.fill("office", { note: "" });
  expect(owed(world, "meeting.cancelled").every(({ notBefore, state }) => state === "sent" && notBefore === null)).toBe(true);
});

test("who has not got the planned invitation yet gets that one, with the new day, and no second message", async () => {
  const world = new World(at("2026-09-05", "20:00"));
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.press("office", "Einladung vorbereiten");
  await world.press("office", "9 Einladungen planen");
  await world.say("office", "sitzung ändern am 14.10.2026");
  await world.press("office", "Verlegen und 9 informieren");
  await world.clock(at("2026-09-07", "08:00"));
  expect(world.messages("ihk-1").map(({ kind }) => kind)).toEqual(["invite"]);
  expect(world.text("ihk-1")).toContain("Mi, 14.10.2026");
});

test("once it has begun a meeting is neither changed nor cancelled nor invited to", async () => {
  const world = await invited();
  world.now = at("2026-10-07", "14:00");
  const meeting = meetingOf(world)?.id ?? "";
  for (const command of ["meeting.change", "meeting.cancel", "meeting.invite", "meeting.deadlines", "meeting.agenda"] as const) {
    expect(await world.gesture("office", { pressed: writeWish(wish(command, { meeting })) })).toMatchObject({ refuse: "over" });
  }
});
