// What of a channel's answers becomes a message of its own there, and what is only the reply to the words.
import { atTheRound, inChannel } from "./testing/rounds.ts";
import type { World } from "./testing/world.ts";

/** What is owed to the channel, and to nobody in particular. */
const owedThere = (world: World) => world.store.rows("Delivery").filter(({ address }) => address?.["channel"] === "C1");

test.each(["sitzung", "programm", "ziele", "hilfe"])("„%s“ is answered where it was typed, not by a second message", async (words) => {
  const world = await atTheRound();
  const before = world.store.rows("Delivery").length;
  expect(await inChannel(world, "ihk-1", words)).toMatchObject({ open: true });
  expect(world.store.rows("Delivery")).toHaveLength(before);
});

test("the live card is a message to the channel, which belongs to nobody, once however often the words arrive", async () => {
  const world = await atTheRound();
  for (let n = 0; n < 3; n++)
    await world.gesture("ihk-1", { words: "runde", command: false }, { place: "channel", room: { channel: "C1" }, key: "mention-1", window: false });
  expect(owedThere(world)).toMatchObject([{ kind: "answer", mode: "post", personId: null, matter: expect.stringMatching(/^round:/), state: "sent" }]);
  expect(world.messages("C1")).toHaveLength(1);
});

test("without a place that takes messages the live card is the reply to the words", async () => {
  const world = await atTheRound();
  const before = world.store.rows("Delivery").length;
  expect(await world.gesture("ihk-1", { words: "runde", command: true }, { place: "channel" })).toMatchObject({ open: true, matter: expect.any(String) });
  expect(world.store.rows("Delivery")).toHaveLength(before);
});

test("the greeting is owed to the channel too", async () => {
  const world = await atTheRound();
  await world.gesture("ihk-1", { met: true }, { place: "channel", room: { channel: "C1" } });
  expect(owedThere(world)).toMatchObject([{ kind: "answer", personId: null, matter: null }]);
});
