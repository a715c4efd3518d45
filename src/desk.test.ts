// The order in which a desk lets go of what is owed.
import { layDesk } from "./desk.ts";
import { owed } from "./notice/owe.ts";
import { World } from "./testing/world.ts";

test("an answer is older than what is planned for the same message, whichever was owed first", () => {
  const { desk, close } = layDesk({ holdings: [], shown: [] }, "kba", async () => []);
  const because = { now: new Date("2026-09-09T08:00:00Z"), desk: { alliance: { id: "kba" } } };
  desk.owe(owed(because, { key: "later", kind: "invite.result" }));
  desk.owe(owed(because, { key: "answer", kind: "answer" }));
  expect(close().owed.map(({ key }) => key)).toEqual(["answer", "later"]);
});

test("a person found under a new address keeps it, also where the bot did not understand a word", async () => {
  const world = new World();
  await world.gesture(
    "ihk-1",
    { words: "qqq www", command: false },
    { from: { messenger: "test", tenant: "T", user: "ihk-1", address: { chat: "ihk-1", room: "new" } } },
  );
  expect(world.store.rows("Account").find((it) => it.personId === "ihk-1")).toMatchObject({ address: { chat: "ihk-1", room: "new" }, misread: 1 });
});
