// The live card of a channel: a message that is for everybody there becomes it, a newer one takes its place, and the next step edits it.
import type pg from "pg";
import { repaintBoards } from "../../src/meeting/live.ts";
import type { Delivery } from "../../src/notice/model.ts";
import { owed } from "../../src/notice/owe.ts";
import { DeliveryError } from "../../src/ports.ts";
import * as a from "../../src/testing/examples.ts";
import { freshDatabase } from "../../test/database.ts";
import { makeWorld } from "../jobs/world.ts";
import { createStore, openPrisma } from "./index.ts";
import { openPool } from "./session.ts";

let pool: pg.Pool;
let prisma: ReturnType<typeof openPrisma>;
beforeAll(async () => {
  const url = await freshDatabase();
  pool = openPool(url);
  prisma = openPrisma(url);
});
afterAll(async () => {
  await prisma.$disconnect();
  await pool.end();
});

const matter = "round:m";
const room = (channel: string) => ({ messenger: "page", tenant: "x", address: { team: "T1", channel } });
/** As the door owes it where somebody asks in a channel. */
const posted = (key: string, channel = "C1", more: Partial<Delivery> = {}): Delivery =>
  owed({ now: a.noon, desk: { alliance: { id: "x" } } }, { key, kind: "answer", args: { gesture: key, lang: "en" }, matter, ...room(channel), ...more });

/** What a step of the round owes, in a transaction of its own. */
async function step(key: string): Promise<readonly Delivery[]> {
  const made: Delivery[] = [];
  const store = createStore({
    pool,
    prisma,
    enqueue: async (all) => {
      made.push(...all);
      return { statements: [], committed: () => undefined };
    },
  });
  await store.work({ allianceId: "x" }, (desk) => repaintBoards({ now: a.noon, key, desk }, { matter, kind: "round.live", args: { meeting: "m" } }));
  return made;
}

test("a message for a whole channel becomes its live card, and the next step owes a change of that very message", async () => {
  const it = await makeWorld(pool);
  await it.outbox.owe(posted("first"));
  await it.deliver("first");
  expect(await it.rows("Board")).toMatchObject([
    { matter, messenger: "page", tenant: "x", allianceId: "x", ref: { id: "message1" }, kind: "answer", args: { lang: "en" }, address: { channel: "C1" } },
  ]);
  const [change, ...others] = await step("g1");
  expect(others).toEqual([]);
  expect(change).toMatchObject({
    mode: "update",
    kind: "round.live",
    args: { meeting: "m", lang: "en" },
    ref: { id: "message1" },
    personId: null,
    ...room("C1"),
  });
  await it.deliver(change?.key ?? "");
  expect([it.updates, await it.end(change?.key ?? "")]).toEqual([["message1 round.live"], "sent"]);
  // An edit leaves the card where it is.
  expect(await it.rows("Board")).toMatchObject([{ ref: { id: "message1" }, kind: "answer" }]);
});

test("a newer card of the matter in the same channel is the live one, and the older one says so", async () => {
  const it = await makeWorld(pool);
  for (const key of ["first", "second"]) {
    // The same room, its parts in another order.
    await it.outbox.owe(posted(key, "C1", key === "second" ? { address: { channel: "C1", team: "T1" } } : {}));
    await it.deliver(key);
  }
  expect(it.enqueued).toContain("replaced:second");
  await it.deliver("replaced:second");
  expect(it.updates).toEqual(["message1 board.replaced"]);
  expect(await it.rows("Board")).toMatchObject([{ ref: { id: "message2" } }]);
  expect((await step("g1")).map(({ ref }) => ref)).toEqual([{ id: "message2" }]);
});

test("each channel and each workspace has its own, and another matter none", async () => {
  const it = await makeWorld(pool);
  await it.outbox.owe(posted("one"));
  await it.outbox.owe(posted("two", "C2"));
  await it.outbox.owe(posted("three", "C1", { tenant: "y" }));
  await it.outbox.owe(posted("four", "C1", { matter: "programme:m" }));
  await it.outbox.owe(posted("five", "C1", { matter: null }));
  for (const key of ["one", "two", "three", "four", "five"]) await it.deliver(key);
  expect(await it.rows("Board")).toHaveLength(4);
  const changes = await step("g1");
  expect(changes.map(({ ref }) => ref?.["id"]).sort()).toEqual(["message1", "message2", "message3"]);
  expect(new Set(changes.map(({ key }) => key)).size).toBe(3);
});

test("noted twice, a message replaces nothing; a message to a person is no card of a channel", async () => {
  const it = await makeWorld(pool);
  it.next.push("lost");
  await it.outbox.owe(posted("first"));
  await it.deliver("first");
  await it.expire();
  await it.deliver("first");
  expect([it.posts.length, (await it.rows("Board")).map(({ ref }) => ref), it.enqueued]).toEqual([1, [{ id: "message1" }], ["first"]]);
  await it.owe({ key: "own", matter, personId: "p" });
  await it.deliver("own");
  expect([(await it.rows("Board")).length, (await it.rows("Shown")).map(({ matter: of }) => of)]).toEqual([1, [matter]]);
});

test("a card that somebody has deleted in the channel is edited no more", async () => {
  const it = await makeWorld(pool);
  await it.outbox.owe(posted("first"));
  await it.deliver("first");
  const [change] = await step("g1");
  it.next.push(new DeliveryError("gone"));
  await it.deliver(change?.key ?? "");
  expect([await it.end(change?.key ?? ""), await it.rows("Board"), await step("g2")]).toEqual(["skipped message_gone", [], []]);
});
