// One card of a matter is live: which one, whatever overtakes what.
import type pg from "pg";
import { card } from "../../src/card.ts";
import { freshDatabase } from "../../test/database.ts";
import { openPool } from "../store/session.ts";
import { makeWorld } from "./world.ts";

let pool: pg.Pool;
beforeAll(async () => {
  pool = openPool(await freshDatabase());
});
afterAll(() => pool.end());

const matter = "rsvp:m:p";
const update = { mode: "update", messenger: "page", tenant: "x" } as const;

test("a newer card of the matter makes the older one say so", async () => {
  const it = await makeWorld(pool);
  await it.owe({ key: "first", matter }, { key: "second", kind: "nudge", matter });
  await it.deliver("first");
  await it.deliver("second");
  expect(it.enqueued).toEqual(["first", "second", "replaced:second"]);
  await it.deliver("replaced:second");
  expect(it.updates).toEqual(["message1 replaced"]);
  expect(await it.rows("Shown")).toMatchObject([{ ref: { id: "message2" }, kind: "nudge" }]);
});

test("a repaint that comes after its card was replaced says so; a pressed card is the live one again", async () => {
  const it = await makeWorld(pool);
  await it.owe({ key: "first", matter }, { key: "second", matter });
  await it.deliver("first");
  await it.deliver("second");
  await it.owe({ ...update, key: "repaint", ref: { id: "message1" }, matter });
  await it.deliver("repaint");
  expect(it.updates).toEqual(["message1 replaced"]);
  await it.owe({ ...update, key: "pressed", kind: "answer", ref: { id: "message1" }, matter, address: { chat: "p" } });
  await it.deliver("pressed");
  await it.deliver("replaced:pressed");
  expect(it.updates).toEqual(["message1 replaced", "message1 answer", "message2 replaced"]);
  expect(await it.rows("Shown")).toMatchObject([{ ref: { id: "message1" } }]);
});

test("a repaint that is overtaken by a newer card while it is under way does not make the older card live again", async () => {
  const meanwhile: (() => Promise<unknown>)[] = [];
  const it = await makeWorld(pool, async ({ kind }) => {
    if (kind === "repaint") await meanwhile.pop()?.();
    return { card: card("test", kind), twin: "" };
  });
  await it.owe({ key: "first", matter });
  await it.deliver("first");
  await it.owe({ ...update, key: "repaint", kind: "repaint", ref: { id: "message1" }, matter }, { key: "second", kind: "news", matter });
  meanwhile.push(() => it.deliver("second"));
  await it.deliver("repaint");
  for (const key of ["replaced:second", "replaced:repaint"]) await it.deliver(key);
  expect(it.updates.filter((one) => one.startsWith("message2"))).toEqual([]);
  expect(it.updates.at(-1)).toBe("message1 replaced");
  expect(await it.rows("Shown")).toMatchObject([{ ref: { id: "message2" }, kind: "news" }]);
});
