// How a message ends that does not arrive: how long it is tried, what the office hears of it, and that it is never sent by two at once.
import type pg from "pg";
import { card } from "../../src/card.ts";
import { DeliveryError } from "../../src/ports.ts";
import { freshDatabase } from "../../test/database.ts";
import { openPool } from "../store/session.ts";
import { createDeliver } from "./deliver.ts";
import { byKind, makeWorld } from "./world.ts";

let pool: pg.Pool;
beforeAll(async () => {
  pool = openPool(await freshDatabase());
});
afterAll(() => pool.end());

const workspace = { messenger: "page", tenant: "x" } as const;
const chat = (name: string) => ({ ...workspace, address: { chat: name } });

async function told(it: Awaited<ReturnType<typeof makeWorld>>) {
  return (await it.rows("Delivery")).filter(({ kind }) => kind === "unreachable").map(({ personId, args }) => [personId, args["person"], args["reason"]]);
}

test("a workspace that refuses everything costs no other message its time, and the office hears of it once", async () => {
  const it = await makeWorld(pool);
  const keys = ["a", "b", "c"];
  await it.owe(...keys.map((key) => ({ key, ...chat(key) })), { key: "elsewhere", messenger: "page", tenant: "y", address: { chat: "p" } });
  it.next.push(...keys.map(() => new DeliveryError("refused")));
  for (const key of [...keys, "elsewhere"]) await it.deliver(key);
  expect(await Promise.all(keys.map((key) => it.end(key)))).toEqual(keys.map(() => "failed refused"));
  expect(await it.end("elsewhere")).toBe("sent");
  expect(await told(it)).toEqual([["office", "p", "refused"]]);
});

test("the office is not bothered with a card that could not be repainted, nor with an answer", async () => {
  const it = await makeWorld(pool);
  await it.owe({ key: "repaint", mode: "update", ...workspace, ref: { id: "m" } }, { key: "answer", kind: "answer", ...chat("p") });
  it.next.push(new DeliveryError("refused"), new DeliveryError("refused"));
  await it.deliver("repaint");
  await it.deliver("answer");
  expect([await it.end("repaint"), await it.end("answer"), await told(it)]).toEqual(["failed refused", "failed refused", []]);
});

test("the office's own message that does not arrive is told to nobody, and makes no circle", async () => {
  const it = await makeWorld(pool);
  await it.owe({ key: "d" });
  it.next.push(new DeliveryError("refused"), new DeliveryError("refused"));
  await it.deliver("d");
  const [about] = (await it.rows("Delivery")).filter(({ kind }) => kind === "unreachable");
  await it.deliver(about?.key ?? "");
  expect(await it.end(about?.key ?? "")).toBe("failed refused");
  expect(await it.rows("Delivery")).toHaveLength(2);
});

test("a messenger that is away for eighteen hours gets its message when it is back", async () => {
  const it = await makeWorld(pool);
  await it.owe({ key: "d" });
  let away = 0;
  while (away < 18 * 3600 * 1000) {
    it.next.push(new DeliveryError("busy"));
    await it.deliver("d");
    away += it.waits["d"] ?? 0;
    expect(it.waits["d"]).toBeLessThanOrEqual(900_000 * 1.25);
    await it.expire();
  }
  await it.deliver("d");
  expect([it.posts.length, await it.end("d")]).toEqual([1, "sent"]);
  expect(it.counted.length).toBeLessThan(100);
});

test("where nobody can look, a message is not repeated without end: at most seven copies, then it has failed and the office is told", async () => {
  const it = await makeWorld(pool);
  it.setFindable("cannot");
  await it.owe({ key: "d" });
  for (let n = 0; n < 20; n++) {
    it.next.push("lost");
    await it.deliver("d");
    await it.expire();
  }
  expect([it.posts.length, await it.end("d"), await told(it)]).toEqual([8, "failed gave_up", [["office", "p", "gave_up"]]]);
  expect(it.counted.filter((what) => what === "repeated")).toHaveLength(7);
});

test("whoever composed so long that another may hold the message by now does not send it", async () => {
  const it = await makeWorld(pool);
  await it.owe({ key: "d" }, { key: "repaint", mode: "update", ...workspace, ref: { id: "m" } });
  const slow = createDeliver({
    outbox: it.outbox,
    messengers: [it.messenger],
    async compose() {
      await new Promise((resolve) => setTimeout(resolve, 150));
      return { card: card("test", "late"), twin: "late" };
    },
    paces: {},
    now: () => it.clock.now,
    log: { info: () => undefined, error: () => undefined },
    count: () => undefined,
    lease: 200,
  });
  expect(await slow("d")).toBeGreaterThan(1000);
  expect(await slow("repaint")).toBeGreaterThan(1000);
  expect([it.posts, it.updates, await it.end("d")]).toEqual([[], [], "ready"]);
  await it.expire();
  await it.deliver("d");
  expect(it.posts.map(({ title }) => title)).toEqual(["notice"]);
});

test("a message to an account that is gone ends at once, whoever else is owed one", async () => {
  const it = await makeWorld(pool, byKind);
  await it.owe({ key: "d", kind: "invitation" }, { key: "other", personId: "office" });
  it.next.push(new DeliveryError("unreachable"));
  await it.deliver("d");
  await it.deliver("other");
  expect([await it.end("d"), await it.end("other")]).toEqual(["failed unreachable", "sent"]);
  expect(await told(it)).toEqual([["office", "p", "unreachable"]]);
});
