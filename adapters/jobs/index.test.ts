import type pg from "pg";
import { card } from "../../src/card.ts";
import { show } from "../../src/outcome.ts";
import type { Store } from "../../src/ports.ts";
import * as a from "../../src/testing/examples.ts";
import { freshDatabase } from "../../test/database.ts";
import type { PrismaClient } from "../store/generated/client.ts";
import { createStore, openPrisma } from "../store/index.ts";
import { createOutbox, type Outbox } from "../store/outbox.ts";
import { openPool } from "../store/session.ts";
import { seed } from "../store/specimen.ts";
import { createDeliver } from "./deliver.ts";
import { type Jobs, startJobs } from "./index.ts";
import { createTick } from "./tick.ts";

const log = { info: () => undefined, error: (event: string, error: unknown) => console.error(event, error) };
let url: string;
let pool: pg.Pool;
let prisma: PrismaClient;
let processes: Jobs[];
let store: Store;
let outbox: Outbox;
const sent: string[] = [];
const ticks: string[] = [];
const clock = { now: a.noon };

beforeAll(async () => {
  url = await freshDatabase();
  pool = openPool(url);
  prisma = openPrisma(url);
  processes = await Promise.all([startJobs({ url, log }), startJobs({ url, log })]);
  const [jobs] = processes as [Jobs, Jobs];
  store = createStore({ pool, prisma, enqueue: jobs.enqueue });
  outbox = createOutbox(pool, jobs.enqueue);
  await seed(pool)({
    Alliance: [a.alliance({ id: "x" })],
    Person: [a.person({ id: "p", allianceId: "x" })],
    Account: [a.account({ allianceId: "x", personId: "p" })],
  });
  await Promise.all(processes.map((it) => it.work({ deliver: deliverWith(), tick: tickOf(it) })));
});
afterAll(async () => {
  await Promise.all(processes.map((it) => it.stop()));
  await prisma.$disconnect();
  await pool.end();
});

const messenger = {
  name: "page",
  async send(_to: unknown, it: { title: string }) {
    sent.push(it.title);
    return { id: `${sent.length}` };
  },
  update: async () => undefined,
  find: async () => "cannot" as const,
};
const deliverWith = () =>
  createDeliver({
    outbox,
    messengers: [messenger],
    compose: async ({ key }) => ({ card: card("test", key), twin: key }),
    paces: {},
    now: () => clock.now,
    log,
    count: () => undefined,
  });
const tickOf = (jobs: Jobs) => {
  const tick = createTick({ outbox, jobs, notices: async () => undefined, now: () => clock.now, log });
  return async () => {
    ticks.push("begun");
    await tick();
  };
};
async function until(met: () => boolean) {
  for (const end = Date.now() + 8000; !met() && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(met()).toBe(true);
}
const gesture = (key: string, owed: readonly string[], fault?: Error) =>
  store.gesture({ key, from: a.sender("x", "p"), at: clock.now, hold: "none" }, async (desk) => {
    for (const it of owed) desk.owe(a.delivery({ key: it, allianceId: "x", personId: "p" }));
    if (fault) throw fault;
    return show(card("test", "stored"));
  });

test("what is owed goes out when the gesture is stored, and never when it is not", async () => {
  await expect(gesture("g1", ["undone"], new Error("fault"))).rejects.toThrow("fault");
  await gesture("g2", ["one", "two", "three"]);
  await until(() => sent.length === 3);
  await gesture("g2", ["one", "two", "three"]);
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(sent.splice(0).sort()).toEqual(["one", "three", "two"]);
});

test("two processes make one tick a minute", async () => {
  await until(() => ticks.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  // Two where the minute ends just now.
  expect(ticks.length).toBeLessThanOrEqual(2);
});

test("a message without a job, and one that was planned, go out with the tick", async () => {
  const [jobs] = processes as [Jobs, Jobs];
  const tick = tickOf(jobs);
  await seed(pool)({ Delivery: [a.delivery({ key: "lost", allianceId: "x", personId: "p" })] });
  await store.work({ allianceId: "x" }, async (desk) =>
    desk.owe(a.delivery({ key: "planned", allianceId: "x", personId: "p", notBefore: new Date("2026-10-01T07:00:00Z") })),
  );
  await tick();
  await until(() => sent.length === 1);
  clock.now = new Date("2026-10-01T07:00:00Z");
  await tick();
  await until(() => sent.length === 2);
  expect(sent.splice(0)).toEqual(["lost", "planned"]);
  await processes[0]?.check();
});

test("five hundred messages go out within seconds", async () => {
  const keys = Array.from({ length: 500 }, (_, n) => `many${n}`);
  await gesture("g3", keys);
  await until(() => sent.length === keys.length);
  expect(new Set(sent.splice(0)).size).toBe(keys.length);
});
