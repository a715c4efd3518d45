// The bot's own rounds over a whole invitation: nudges, the day before, down-times, and messages nobody can get.

import { nrw } from "../testing/nrw.ts";
import { krefeld } from "../testing/roster.ts";
import { World } from "../testing/world.ts";
import { addDays, at, type Clock, type Day } from "../time.ts";
import { wish, writeWish } from "../wish.ts";
import { compose } from "./compose.ts";
import { owed } from "./owe.ts";
import { nextNotice } from "./run.ts";

/** A meeting on 7 October 2026 to which everybody has been invited on 9 September. */
async function invited(): Promise<World> {
  const world = new World(at("2026-09-09", "10:00"));
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.press("office", "Einladung vorbereiten");
  await world.press("office", "9 Einladungen senden");
  return world;
}
const own = ["invite", "nudge.first", "nudge.last", "nudge.undecided", "dayBefore", "substitute.silent", "meeting.moved"];
const got = (world: World, who: string): string[] => world.messages(who).flatMap(({ kind }) => (own.includes(kind) ? [kind] : []));
/** Passes at every hour of every day. */
async function live(world: World, from: Day, until: Day): Promise<void> {
  for (let day = from; day <= until; day = addDays(day, 1))
    for (const hour of ["07:30", "09:00", "12:00", "17:59", "21:00"] as Clock[]) await world.clock(at(day, hour));
  expect(world.faults).toEqual([]);
}

test("over the whole round the silent get two nudges, who comes one word the day before, who declined nothing", async () => {
  const world = await invited();
  await world.press("ihk-1", "Ich komme");
  await world.press("dgb-1", "Ich kann nicht");
  await world.press("agentur-1", "Noch unklar");
  await live(world, "2026-09-10", "2026-10-08");
  expect(got(world, "ob-1")).toEqual(["invite", "nudge.first", "nudge.last"]);
  expect(got(world, "agentur-1")).toEqual(["invite", "nudge.undecided", "nudge.last"]);
  expect(got(world, "ihk-1")).toEqual(["invite", "dayBefore"]);
  expect(got(world, "dgb-1")).toEqual(["invite"]);
  expect(world.store.rows("Reply").every(({ nudges }) => nudges <= 2)).toBe(true);
  expect(world.store.rows("Delivery").find(({ key }) => key.startsWith("nudge.first:") && key.endsWith("verdi-1"))).toMatchObject({
    state: "skipped",
    reason: "unreachable",
  });
});

test("an answer in time ends the nudges; the same pass twice sends nothing twice", async () => {
  const world = await invited();
  await world.clock(at("2026-09-25", "09:00"));
  await world.clock(at("2026-09-25", "09:00"));
  expect(got(world, "ob-1")).toEqual(["invite", "nudge.first"]);
  await world.press("ob-1", "Ich komme");
  await live(world, "2026-09-26", "2026-10-07");
  expect(got(world, "ob-1")).toEqual(["invite", "nudge.first", "dayBefore"]);
});

test("after a down-time of ten days one pass sends what is still of use and records the rest as late", async () => {
  const world = await invited();
  await world.clock(at("2026-10-05", "10:00"));
  expect(got(world, "ob-1")).toEqual(["invite", "nudge.last"]);
  expect(world.store.rows("Delivery").find(({ key }) => key.startsWith("nudge.first:") && key.endsWith("ob-1"))).toMatchObject({
    state: "skipped",
    reason: "late",
  });
  expect(world.store.rows("Reply").find(({ personId }) => personId === "ob-1")?.nudges).toBe(1);
});

test("a move begins the ladder anew for the new day, and still nobody gets more than two nudges", async () => {
  const world = await invited();
  await world.press("ihk-1", "Ich komme");
  await world.clock(at("2026-09-25", "09:00"));
  await world.say("office", "sitzung ändern am 28.10.2026");
  await world.press("office", "Verlegen und 9 informieren");
  await live(world, "2026-09-26", "2026-10-29");
  expect(got(world, "ob-1")).toEqual(["invite", "nudge.first", "meeting.moved", "nudge.last"]);
  expect(got(world, "ihk-1")).toEqual(["invite", "meeting.moved", "nudge.first", "nudge.last"]);
});

test("a cancelled meeting is silent for good", async () => {
  const world = await invited();
  await world.say("office", "sitzung absagen");
  await world.fill("office", { note: "" });
  await live(world, "2026-09-10", "2026-10-08");
  expect(got(world, "ob-1")).toEqual(["invite"]);
});

test("D17: the office hears once that mandates are to be checked", async () => {
  const world = new World(at("2026-09-15", "10:00"));
  await live(world, "2026-09-15", "2026-09-20");
  const reviews = world.messages("office").filter(({ kind }) => kind === "review");
  expect(reviews.map(({ card }) => card.title)).toEqual(["Mandate prüfen (3)"]);
  expect(reviews[0]?.twin).toContain("Landespolitik (MdL) · 3 Sitze · Wiedervorlage Mi, 16.09.2026");
});

test("a delegate hears after two full working days that the substitute has not answered, and only once", async () => {
  const world = await invited();
  await world.press("ihk-1", "Vertretung kommt");
  await world.press("ihk-1", "Stellvertretung 1");
  await live(world, "2026-09-10", "2026-09-20");
  expect(got(world, "ihk-1")).toEqual(["invite", "substitute.silent"]);
});

test("several alliances keep apart: each pass sees only its own people", async () => {
  const world = await invited();
  const other = { ...world.store.rows("Alliance")[0], id: "other" };
  world.store.seed({ Alliance: [other as never] });
  await world.clock(at("2026-09-25", "09:00"));
  expect(world.store.rows("Delivery").every(({ allianceId }) => allianceId === "kba")).toBe(true);
  expect(world.faults).toEqual([]);
});

test("the next instant at which something goes out is known, also in quiet hours", async () => {
  const world = await invited();
  const next = (now: Date) => nextNotice({ store: world.store, calendar: nrw }, now);
  expect(await next(at("2026-09-20", "10:00"))).toEqual(at("2026-09-21", "08:00"));
  await world.clock(at("2026-09-21", "08:00"));
  expect(await next(at("2026-09-21", "10:00"))).toEqual(at("2026-09-23", "09:00"));
  expect(await next(at("2026-09-23", "10:00"))).toEqual(at("2026-09-24", "09:00"));
  expect(await next(at("2026-09-24", "10:00"))).toEqual(at("2026-09-25", "09:00"));
  expect(await next(at("2026-09-25", "20:00"))).toEqual(at("2026-09-28", "08:00"));
  expect(await nextNotice({ store: new World(world.now, { Alliance: krefeld().Alliance ?? [] }).store, calendar: nrw }, world.now)).toBeUndefined();
});

test("a message of an unknown kind, or to somebody who is gone, is skipped with its reason", async () => {
  const world = await invited();
  const ports = { store: world.store, now: () => world.now, calendar: nrw, links: { calendar: () => undefined, file: () => undefined } };
  const message = (more: object) => owed({ now: world.now, desk: { alliance: { id: "kba" } } }, { key: "k", kind: "invite", ...more });
  expect(await compose(ports, message({ kind: "constructor", personId: "ihk-1" }))).toEqual({ skip: "unknown_kind" });
  expect(await compose(ports, message({ personId: "nobody" }))).toEqual({ skip: "gone" });
  expect(await compose(ports, message({ kind: "answer", args: { gesture: "never" } }))).toEqual({ skip: "gone" });
});

test("an answer reads in the language it was given in", async () => {
  const world = await invited();
  await world.say("office", "einstellungen sprache EN");
  await world.say("office", "meeting");
  expect(world.text("office")).toContain("You can answer with:");
  await world.gesture("office", { pressed: writeWish(wish("meeting.list")) });
  expect(world.text("office")).toContain("All meetings");
});
