// The messenger of the page: what is sent twice stands there once, and nobody writes into another's chat.
import { DeliveryError } from "../../src/ports.ts";
import { cardWith } from "./fixtures/cards.ts";
import { memory } from "./fixtures/world.ts";
import { createMessenger, numberOf } from "./send.ts";

const at = new Date("2026-09-09T07:00:00Z");
const to = (chat: string) => ({ tenant: "local", address: { chat } });
const reason = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof DeliveryError ? [error.reason, error.uncertain] : error),
  );

function open() {
  const messages = memory();
  let changes = 0;
  const messenger = createMessenger(messages, { now: () => at }, () => changes++);
  return { messages, messenger, changes: () => changes };
}

test("a card is stored with its twin and told to open pages", async () => {
  const { messages, messenger, changes } = open();
  expect(await messenger.send(to("ihk"), cardWith("X"), "Zwilling", "d1")).toEqual({ id: "1" });
  expect(messages.rows).toEqual([{ chat: "ihk", key: "d1", id: "1", version: 1, author: "bot", card: cardWith("X"), twin: "Zwilling", text: null, at }]);
  expect(changes()).toBe(1);
});

test("sent again under the same id it is the same message", async () => {
  const { messages, messenger } = open();
  const first = await messenger.send(to("ihk"), cardWith("X"), "", "d1");
  expect(await messenger.send(to("ihk"), cardWith("X"), "", "d1")).toEqual(first);
  expect(messages.rows).toHaveLength(1);
  expect(await messenger.find(to("ihk"), "d1")).toEqual(first);
  expect(await messenger.find(to("ihk"), "d2")).toBeUndefined();
  expect(await messenger.find(to("dgb"), "d1")).toBeUndefined();
});

test("a repainted card is a new version of the same message", async () => {
  const { messages, messenger } = open();
  const ref = await messenger.send(to("ihk"), cardWith("X"), "", "d1");
  await messenger.update(to("ihk"), ref, cardWith("Y"), "neu");
  expect(messages.rows).toMatchObject([{ id: "1", version: 2, card: { title: "Titel Y" }, twin: "neu" }]);
});

test("what is not there or not in this chat is gone, without a chat nobody is reachable", async () => {
  const { messages, messenger } = open();
  const ref = await messenger.send(to("ihk"), cardWith("X"), "", "d1");
  for (const other of [ref, { id: "99" }, { id: "1; drop" }, {}])
    expect(await reason(messenger.update(to("dgb"), other, cardWith("Y"), ""))).toEqual(["gone", false]);
  expect(messages.rows).toMatchObject([{ version: 1 }]);
  expect(await reason(messenger.send({ tenant: "local", address: {} }, cardWith("X"), "", "d2"))).toEqual(["unreachable", false]);
});

test("a silent database is told as busy, and as uncertain", async () => {
  const messages = { ...memory(), add: () => Promise.reject(new Error("gone away")) };
  const messenger = createMessenger(messages, { now: () => at }, () => undefined);
  expect(await reason(messenger.send(to("ihk"), cardWith("X"), "", "d1"))).toEqual(["busy", true]);
});

test("a message's number is digits and nothing else", () => {
  expect(["17", "999999999999999999"].map(numberOf)).toEqual(["17", "999999999999999999"]);
  for (const value of ["", "1".repeat(19), "-1", "1e3", " 1", "0x1", 17, null, {}]) expect(numberOf(value)).toBeUndefined();
});
