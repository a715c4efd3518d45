import type pg from "pg";
import { card } from "../../src/card.ts";
import { DeliveryError } from "../../src/ports.ts";
import * as a from "../../src/testing/examples.ts";
import { freshDatabase } from "../../test/database.ts";
import { openPool } from "../store/session.ts";
import { seed } from "../store/specimen.ts";
import { createDeliver } from "./deliver.ts";
import { byKind, makeWorld } from "./world.ts";

let pool: pg.Pool;
beforeAll(async () => {
  pool = openPool(await freshDatabase());
});
afterAll(() => pool.end());

const matter = "rsvp:m:p";
const update = { mode: "update", messenger: "page", tenant: "x" } as const;

test("a message is sent once, whoever works on it, and becomes the live card of its matter", async () => {
  const it = await makeWorld(pool);
  await it.owe({ key: "d", kind: "invitation", matter });
  await Promise.all(Array.from({ length: 10 }, () => it.deliver("d")));
  expect(it.posts.map(({ title }) => title)).toEqual(["invitation"]);
  expect(await it.end("d")).toBe("sent");
  expect(await it.rows("Shown")).toMatchObject([{ matter, accountId: "account-p", ref: { id: "message1" }, kind: "invitation" }]);
  expect(it.enqueued).toEqual(["d"]);
});

test("what is about somebody's invitation goes to their secretariat where they take no messages, and nothing else does", async () => {
  const it = await makeWorld(pool);
  const person = a.person({ id: "boss", allianceId: "x" });
  const own = a.account({ id: "own", allianceId: "x", personId: "boss", user: "boss" });
  await seed(pool)({ Person: [person], Account: [{ ...own, reachable: false }], StandIn: [{ actorId: "p", personId: "boss", allianceId: "x" }] });
  await it.owe({ key: "other", personId: "boss" }, { key: "lent", personId: "boss", matter: "rsvp:m:boss" });
  await it.deliver("other");
  await it.deliver("lent");
  expect([await it.end("other"), await it.end("lent")]).toEqual(["skipped no_account", "sent"]);
  expect(await it.rows("Shown")).toMatchObject([{ matter: "rsvp:m:boss", accountId: "account-p", personId: "p" }]);
  await seed(pool)({ Account: [own] });
  await it.owe({ key: "again", personId: "boss", matter: "rsvp:m:boss" });
  await it.deliver("again");
  expect((await it.rows("Shown")).map(({ accountId }) => accountId)).toEqual(["account-p", "own"]);
});

test.each<[string, boolean | "cannot", number, string[]]>([
  ["is found where the messenger can look it up", true, 1, ["found", "sent"]],
  ["is sent again where it is not there", false, 2, ["sent"]],
  ["is sent again and counted where nobody can look", "cannot", 2, ["repeated", "sent"]],
])("a message whose sender died %s", async (_what, findable, posts, counted) => {
  const it = await makeWorld(pool);
  await it.owe({ key: "d" });
  const dying = createDeliver({
    outbox: { ...it.outbox, sent: () => new Promise(() => undefined) },
    messengers: [it.messenger],
    compose: byKind,
    paces: {},
    now: () => it.clock.now,
    log: { info: () => undefined, error: () => undefined },
    count: () => undefined,
  });
  void dying("d");
  while (it.posts.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await it.deliver("d");
  expect(it.waits["d"]).toBeGreaterThan(10_000);
  await it.expire();
  it.setFindable(findable);
  await it.deliver("d");
  expect([it.posts.length, it.counted, await it.end("d")]).toEqual([posts, counted, "sent"]);
});

test("after an uncertain end it is looked up first; after a certain one it is simply sent again", async () => {
  const it = await makeWorld(pool);
  await it.owe({ key: "uncertain" }, { key: "certain" });
  it.next.push("lost", new DeliveryError("busy"));
  await it.deliver("uncertain");
  await it.deliver("certain");
  expect([await it.end("uncertain"), await it.end("certain")]).toEqual(["uncertain", "ready"]);
  await it.expire();
  await it.deliver("uncertain");
  await it.deliver("certain");
  expect([it.posts.length, it.counted]).toEqual([2, ["retried", "retried", "found", "sent", "sent"]]);
});

test("what could not be noted was sent all the same, and is found", async () => {
  const it = await makeWorld(pool);
  await it.owe({ key: "d" });
  const forgetful = createDeliver({
    outbox: { ...it.outbox, sent: () => Promise.reject(new Error("no database")) },
    messengers: [it.messenger],
    compose: byKind,
    paces: {},
    now: () => it.clock.now,
    log: { info: () => undefined, error: () => undefined },
    count: () => undefined,
  });
  await forgetful("d");
  expect(await it.end("d")).toBe("uncertain");
  await it.expire();
  await it.deliver("d");
  expect([it.posts.length, it.counted]).toEqual([1, ["found", "sent"]]);
});

test("a limit pauses its workspace and no other, and is no attempt", async () => {
  const it = await makeWorld(pool, byKind, { page: { post: { every: 1, burst: 10 } } });
  const elsewhere = { messenger: "page", tenant: "y", address: { chat: "1" } };
  await it.owe({ key: "d" }, { key: "same" }, { key: "other", ...elsewhere }, { key: "answer", kind: "answer" });
  it.next.push(new DeliveryError("limited", { after: 30 }));
  await it.deliver("d");
  for (const key of ["same", "other", "answer"]) await it.deliver(key);
  expect(it.posts).toHaveLength(1);
  expect(await it.end("other")).toBe("sent");
  for (const key of ["d", "same", "answer"]) expect(it.waits[key]).toBeGreaterThan(25_000);
  expect((await it.rows("Delivery")).find(({ key }) => key === "d")).toMatchObject({ state: "ready", attempt: 0 });
});

test("turns are handed out in time: some at once, the rest apart, answers first", async () => {
  const it = await makeWorld(pool, byKind, { page: { post: { every: 2000, burst: 4000 } } });
  const keys = Array.from({ length: 6 }, (_, n) => `d${n}`);
  await it.owe(...keys.map((key) => ({ key })), { key: "answer", kind: "answer" });
  for (const key of keys) await it.deliver(key);
  expect(it.posts).toHaveLength(3);
  expect(Object.values(it.waits).map((ms) => Math.round(ms / 2000))).toEqual([1, 2, 3]);
  await it.deliver("answer");
  expect(it.posts).toHaveLength(4);
  await it.deliver("d3");
  expect(Math.round((it.waits["d3"] ?? 0) / 2000)).toBe(1);
});

test("an account that takes no messages is left alone, and the office hears of it once a day", async () => {
  const it = await makeWorld(pool);
  await it.owe({ key: "d" }, { key: "e", messenger: "page", tenant: "x", address: { chat: "p" } }, { key: "later" });
  it.next.push(new DeliveryError("unreachable"), new DeliveryError("unreachable"));
  for (const key of ["d", "e", "later"]) await it.deliver(key);
  expect([await it.end("d"), await it.end("e"), await it.end("later")]).toEqual(["failed unreachable", "failed unreachable", "skipped no_account"]);
  const told = (await it.rows("Delivery")).filter(({ kind }) => kind === "unreachable");
  expect(told).toMatchObject([{ key: "unreachable:account-p:2026-09-15:office", personId: "office", args: { person: "p" } }]);
});

test("of several updates of one message only the newest goes out", async () => {
  const it = await makeWorld(pool);
  await it.owe(...["1", "2", "3"].map((text) => ({ ...update, key: text, ref: { id: "m", of: "c" }, args: { text } })), {
    ...update,
    key: "4",
    ref: { of: "c", id: "m" },
    args: { text: "4" },
  });
  await it.owe({ ...update, key: "planned", ref: { id: "m", of: "c" }, notBefore: new Date("2026-10-01T00:00:00Z") });
  for (const key of ["1", "3", "4", "2", "planned"]) await it.deliver(key);
  expect(it.updates).toEqual(["m 4"]);
  expect([await it.end("1"), await it.end("4"), await it.end("planned")]).toEqual(["skipped superseded", "sent", "ready"]);
});

test("an update waits for an older one that is on its way", async () => {
  const it = await makeWorld(pool);
  await it.owe({ ...update, key: "old", ref: { id: "m" } });
  await it.outbox.claim("old", it.clock.now, { lease: 20_000, attempts: 8, paces: {} });
  await it.owe({ ...update, key: "new", ref: { id: "m" } });
  await it.deliver("new");
  expect(it.updates).toEqual([]);
  expect(it.waits["new"]).toBe(500);
});

test("what changed while a card was on its way is shown on it at once", async () => {
  let version = 0;
  const it = await makeWorld(pool, async () => ({ card: card("test", `version ${++version}`), twin: "" }));
  await it.owe({ key: "d", matter });
  await it.deliver("d");
  await it.deliver("fresh:d");
  expect([it.posts[0]?.title, it.updates]).toEqual(["version 1", ["message1 version 3"]]);
});

test("a message whose time has gone, or that nobody needs, is skipped; one that is refused has failed", async () => {
  const it = await makeWorld(pool);
  const past = new Date("2026-09-15T09:59:59Z");
  await it.owe(
    { key: "late", usefulUntil: past },
    { key: "obsolete", kind: "obsolete" },
    { key: "refused" },
    { key: "elsewhere", messenger: "none", tenant: "x", address: {} },
  );
  await it.owe({ ...update, key: "gone", ref: { id: "m" }, matter });
  await seed(pool)({ Shown: [a.shown({ matter, accountId: "account-p", allianceId: "x", personId: "p", ref: { id: "m" } })] });
  it.next.push(new DeliveryError("refused"), new DeliveryError("gone"));
  for (const key of ["late", "obsolete", "refused", "gone", "elsewhere"]) await it.deliver(key);
  const ends = ["late", "obsolete", "refused", "gone", "elsewhere"].map((key) => it.end(key));
  expect(await Promise.all(ends)).toEqual(["skipped late", "skipped not_needed", "failed refused", "skipped message_gone", "failed no_messenger"]);
  expect([it.posts, await it.rows("Shown")]).toEqual([[], []]);
});

test("a fault in composing is tried again and given up after eight attempts", async () => {
  const it = await makeWorld(pool, async () => Promise.reject(new Error("fault")));
  await it.owe({ key: "d" });
  for (let n = 0; n < 9; n++) {
    await it.deliver("d");
    await it.expire();
  }
  expect([await it.end("d"), it.counted.filter((what) => what === "retried").length]).toEqual(["failed gave_up", 7]);
});

test("a planned message waits for the bot's clock, and is due as soon as that is moved", async () => {
  const it = await makeWorld(pool);
  await it.owe({ key: "planned", notBefore: new Date("2026-10-01T07:00:00Z") }, { key: "soon", notBefore: new Date("2026-09-15T10:01:00Z") });
  await it.deliver("planned");
  expect(it.waits["planned"]).toBeGreaterThan(1e9);
  expect(await it.outbox.due(it.clock.now, 90_000)).toMatchObject([{ key: "soon", ms: 60_000 }]);
  it.clock.now = new Date("2026-10-01T07:00:00Z");
  expect((await it.outbox.due(it.clock.now, 90_000)).map(({ key, ms }) => `${key} ${ms}`).sort()).toEqual(["planned 0", "soon 0"]);
  await it.deliver("planned");
  expect(await it.end("planned")).toBe("sent");
});
