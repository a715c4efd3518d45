// The live card of the round in channels: posted once, edited in place, the same for everybody there.

import { factsOf, titleOf } from "../testing/agreed.ts";
import { atTheRound, inChannel, inState, running, wishFor } from "../testing/rounds.ts";
import { newestMeeting } from "../testing/tour.ts";
import { at } from "../time.ts";
import { writeWish } from "../wish.ts";

test("the live card of a channel is posted once and edited in place with every step", async () => {
  const world = await atTheRound();
  await inChannel(world, "spd-1", "runde");
  expect(world.store.rows("Board")).toMatchObject([{ matter: `round:${newestMeeting(world)}`, address: { channel: "C1" } }]);
  expect(titleOf(world, "C1")).toBe("Die Fragerunde hat noch nicht begonnen");
  await world.say("office", "runde start");
  world.now = at("2026-10-07", "15:58");
  await world.press("office", "Beantwortet");
  expect([titleOf(world, "C1"), factsOf(world, "C1")]).toEqual([
    "Fragerunde läuft: Frage 2 von 4",
    {
      Jetzt: "F-2 · SPD-Fraktion · 2 Fragen zusammen",
      Frage: "„Wie viele Teilzeitausbildungen sind geplant?“",
      Antwort: "Agentur für Arbeit",
      Danach: "F-3 · ohne Namen",
      Bisher: "1 beantwortet, 0 schriftlich",
      Stand: "15:58 Uhr",
    },
  ]);
  expect([world.messages("C1").length, world.labels("C1")]).toEqual([1, []]);
  const [board] = world.store.rows("Board");
  const edits = world.store.rows("Delivery").filter(({ kind }) => kind === "round.live");
  expect(edits.map(({ mode, ref, personId, address }) => ({ mode, ref, personId, address }))).toEqual(
    edits.map(() => ({ mode: "update", ref: board?.ref, personId: null, address: { channel: "C1" } })),
  );
  expect(edits).toHaveLength(2);
  await world.say("office", "runde pause");
  expect([titleOf(world, "C1"), factsOf(world, "C1")]).toEqual([
    "Fragerunde macht Pause: 2 von 4",
    { "Weiter mit": "F-2 · SPD-Fraktion · 2 Fragen zusammen", Stand: "15:58 Uhr" },
  ]);
});

test("asked for again in the same channel, the newer card is the live one and the older one says so; other channels have their own", async () => {
  const world = await running();
  for (const [who, channel] of [
    ["spd-1", "C1"],
    ["cdu-1", "C2"],
    ["office", "C1"],
  ] as const)
    await inChannel(world, who, "runde", channel);
  expect(world.store.rows("Board")).toHaveLength(2);
  expect(world.messages("C1").map(({ card }) => card.name)).toEqual(["stale.replaced", "round.live"]);
  await world.say("office", "runde beantwortet");
  expect(world.messages("C1").map(({ card }) => card.title)).toEqual(["Krefelder Bündnis für Arbeit", "Fragerunde läuft: Frage 2 von 4"]);
  expect(titleOf(world, "C2")).toBe("Fragerunde läuft: Frage 2 von 4");
});

test("a live card in English stays in English", async () => {
  const world = await atTheRound();
  world.store.seed({ Person: world.store.rows("Person").map((it) => (it.id === "spd-1" ? { ...it, language: "en" as const } : it)) });
  await inChannel(world, "spd-1", "round", "C1");
  await inChannel(world, "cdu-1", "runde", "C2");
  await world.say("office", "runde start");
  expect([titleOf(world, "C1"), titleOf(world, "C2")]).toEqual(["Q&A round: question 1 of 4", "Fragerunde läuft: Frage 1 von 4"]);
  expect(factsOf(world, "C1")).toMatchObject({ Now: "F-1 · CDU council group", "So far": "0 answered, 0 in writing" });
});

test("a button pressed by somebody in a channel never steers there", async () => {
  const world = await running();
  await inChannel(world, "office", "runde");
  expect(world.labels("C1")).toEqual([]);
  const answered = wishFor(world, "office", "round.answered");
  await world.gesture("cdu-1", { pressed: writeWish(answered) }, { place: "channel", room: { channel: "C1" } });
  expect(inState(world, "answered")).toEqual([]);
});
