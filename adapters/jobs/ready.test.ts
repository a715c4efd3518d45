// Proves that a bot which cannot reach its messenger yet neither loses a message nor gives anybody up.
import type pg from "pg";
import { DeliveryError } from "../../src/ports.ts";
import { freshDatabase } from "../../test/database.ts";
import { openPool } from "../store/session.ts";
import { createDeliver } from "./deliver.ts";
import { onceReady } from "./ready.ts";
import { byKind, makeWorld } from "./world.ts";

let pool: pg.Pool;
beforeAll(async () => {
  pool = openPool(await freshDatabase());
});
afterAll(() => pool.end());

/** The messenger of the world, of which nothing is known until it is connected. */
async function connecting(patience: number) {
  const it = await makeWorld(pool);
  let connected = false;
  const unknown = {
    ...it.messenger,
    send: (...given: Parameters<typeof it.messenger.send>) => (connected ? it.messenger.send(...given) : Promise.reject(new DeliveryError("unreachable"))),
  };
  const deliver = createDeliver({
    outbox: it.outbox,
    messengers: [onceReady({ messenger: unknown, ready: () => connected }, patience)],
    compose: byKind,
    paces: {},
    now: () => it.clock.now,
    log: { info: () => undefined, error: () => undefined },
    count: () => undefined,
  });
  await it.owe({ key: "d" });
  return { ...it, deliver, connect: () => (connected = true) };
}

test("a message that is due while the bot still connects goes out as soon as it has", async () => {
  const it = await connecting(2000);
  setTimeout(it.connect, 100);
  await it.deliver("d");
  expect(await it.end("d")).toBe("sent");
});

test("a bot that starts while the messenger is away gives nobody up", async () => {
  const it = await connecting(50);
  expect(await it.deliver("d")).toBeGreaterThan(1000);
  expect([await it.end("d"), (await it.rows("Account")).every(({ reachable }) => reachable)]).toEqual(["ready", true]);
  it.connect();
  await it.expire();
  await it.deliver("d");
  expect([await it.end("d"), it.posts.length]).toEqual(["sent", 1]);
});
