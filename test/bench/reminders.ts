// The sending of reminders: beside the least time that the agreed pace allows, beside their planned times, and beside the job engine alone.
import { setTimeout as sleep } from "node:timers/promises";
import { WebClient } from "@slack/web-api";
import type { Pool } from "pg";
import { type JobResult, PgBoss } from "pg-boss";
import { createDeliver } from "../../adapters/jobs/deliver.ts";
import { startJobs } from "../../adapters/jobs/index.ts";
import { createLog } from "../../adapters/log.ts";
import { paces } from "../../adapters/run.ts";
import { message } from "../../adapters/slack/render.ts";
import { createMessenger } from "../../adapters/slack/send.ts";
import { clientOptions } from "../../adapters/slack/workspaces.ts";
import { createDatabase, startEmbedded } from "../../adapters/store/embedded.ts";
import { createStore, openPrisma } from "../../adapters/store/index.ts";
import { migrate } from "../../adapters/store/migrate.ts";
import { createOutbox, type Paces } from "../../adapters/store/outbox.ts";
import { openPool } from "../../adapters/store/session.ts";
import { card } from "../../src/card.ts";
import type { Delivery } from "../../src/notice/model.ts";
import { owed } from "../../src/notice/owe.ts";
import { type Double, slackDouble } from "../slack-double.ts";
import { personOf, type Shape, seedAlliance } from "./alliances.ts";
import { percentile } from "./clicks.ts";
import { shuffled, table } from "./table.ts";

const messages = Number(process.env["BENCH_MESSAGES"] ?? 300);
const rounds = 7;
/** Over so many milliseconds the planned times are spread. */
const spread = 20_000;
const shape: Shape = { id: "W1", about: "", delegates: messages, organisations: 10, seats: messages };
const log = createLog("fatal");
const said = card("reminder", "Erinnerung an die Sitzung");

interface Bench {
  /** When each message arrived, by its text, in milliseconds since the process began. */
  readonly arrived: Map<string, number>;
  /** Owes one message to each of the first `count` delegates, in one transaction. */
  owe(name: string, count: number, more?: (n: number) => Partial<Delivery>): Promise<void>;
  plain(name: string, count: number): Promise<void>;
  stop(): Promise<void>;
}

export async function reminders(dataDir: string): Promise<void> {
  const server = await startEmbedded(dataDir);
  const double = await slackDouble();
  try {
    await atPace(await open(server.url, double, paces));
    const free = await open(server.url, double, { slack: { post: { every: 0, burst: 0 }, chat: { every: 0, burst: 0 } } });
    await punctual(free);
    await besideEngine(free);
    await free.stop();
  } finally {
    await double.close();
    await server.stop();
  }
}

async function atPace(bench: Bench): Promise<void> {
  const { every, burst } = paces.slack.post;
  const begun = performance.now();
  await bench.owe("paced", messages);
  await all(bench, messages);
  const took = Math.max(...bench.arrived.values()) - begun;
  const least = (messages - 1) * every - burst;
  table(
    ["reminders of one workspace at the agreed pace", "n", "least s", "took s", "took : least"],
    [[`one every ${every} ms, ${burst} ms' worth at once`, String(messages), (least / 1000).toFixed(1), (took / 1000).toFixed(1), (took / least).toFixed(3)]],
  );
  await bench.stop();
}

/** Without a limit: each message has its own planned time, or is due at once. */
async function punctual(bench: Bench): Promise<void> {
  const planned = Array.from({ length: messages }, () => 2000 + Math.random() * spread);
  const [base, wall] = [performance.now(), Date.now()];
  await bench.owe("planned", messages, (n) => ({ notBefore: new Date(wall + (planned[n] ?? 0)) }));
  await all(bench, messages);
  const late = planned.map((ms, n) => (bench.arrived.get(`planned ${n}`) ?? Number.NaN) - base - ms);
  bench.arrived.clear();
  const now: number[] = [];
  for (let n = 0; n < messages / 3; n++) {
    const begun = performance.now();
    await bench.owe(`now ${n}`, 1);
    await all(bench, 1);
    now.push((bench.arrived.get(`now ${n} 0`) ?? Number.NaN) - begun);
    bench.arrived.clear();
    await sleep(Math.random() * 100);
  }
  const row = (name: string, ms: readonly number[]) => [name, String(ms.length), ...[0.5, 0.99, 1].map((p) => percentile(ms, p).toFixed(0))];
  table(
    ["lateness without a limit", "n", "p50 ms", "p99 ms", "most ms"],
    [row(`planned over ${spread / 1000} s`, late), row("due at once, one at a time", now)],
  );
}

/** Until the last of all has arrived, both with the same workers, the same pause between glances and the same call. */
async function besideEngine(bench: Bench): Promise<void> {
  const ways = { ours: bench.owe, plain: bench.plain };
  const took: Record<keyof typeof ways, number[]> = { ours: [], plain: [] };
  for (let round = -1; round < rounds; round++)
    for (const way of shuffled(["ours", "plain"] as const)) {
      bench.arrived.clear();
      const begun = performance.now();
      await ways[way](`${way} ${round}`, messages);
      await all(bench, messages);
      if (round >= 0) took[way].push(Math.max(...bench.arrived.values()) - begun);
      // What is written after the last call must not weigh on the other one.
      await sleep(500);
    }
  bench.arrived.clear();
  const row = (name: string, way: keyof typeof ways) => {
    const [p50, p99] = [percentile(took[way], 0.5), percentile(took[way], 0.99)];
    const ratio = (p50 / percentile(took.plain, 0.5)).toFixed(2);
    return [name, String(messages), String(rounds), p50.toFixed(0), p99.toFixed(0), ((messages / p50) * 1000).toFixed(0), ratio];
  };
  table(
    ["all messages of a round", "n", "rounds", "p50 ms", "p99 ms", "a second", "p50 : plain"],
    [row("ours: rows, leases, pace, receipts", "ours"), row("pg-boss alone", "plain")],
  );
}

async function all({ arrived }: Bench, count: number): Promise<void> {
  for (const end = Date.now() + 300_000; arrived.size < count; await sleep(2)) if (Date.now() > end) throw new Error("Messages did not arrive.");
}

async function open(adminUrl: string, double: Double, pace: Paces): Promise<Bench> {
  const url = await createDatabase(adminUrl, `reminders_${Date.now()}`);
  await migrate(url);
  const [pool, errands, prisma]: [Pool, Pool, ReturnType<typeof openPrisma>] = [openPool(url), openPool(url, 3), openPrisma(url)];
  await seedAlliance(pool, shape);
  const arrived = new Map<string, number>();
  double.replies("chat.postMessage", ({ args }) => {
    arrived.set(args["text"] ?? "", performance.now());
    return { ok: true, channel: args["channel"], ts: `1790000000.${String(arrived.size).padStart(6, "0")}` };
  });
  const client = new WebClient("xoxb-1", clientOptions(double.url, 5000));
  const jobs = await startJobs({ url, log });
  const store = createStore({ pool, prisma, enqueue: jobs.enqueue });
  const deliver = createDeliver({
    outbox: createOutbox(errands, jobs.enqueue),
    messengers: [createMessenger({ of: (tenant) => ({ tenant, token: "xoxb-1", botId: "B", botUserId: "U", client }) })],
    compose: async ({ args }) => ({ card: said, twin: args["text"] ?? "" }),
    paces: pace,
    now: () => new Date(),
    log,
    count: () => undefined,
  });
  await jobs.work({ deliver, tick: async () => undefined });
  const engine = await plainEngine(url, (text, n) =>
    client.chat.postMessage({ channel: `D${n}`, ...message(said, text), metadata: { event_type: "delivery", event_payload: { id: text } } }),
  );
  const context = () => ({ now: new Date(), desk: { alliance: { id: shape.id } } });
  return {
    arrived,
    owe: (name, count, more = () => ({})) =>
      store.work({ allianceId: shape.id }, async (desk) => {
        for (let n = 0; n < count; n++)
          desk.owe(owed(context(), { key: `${name} ${n}`, kind: "reminder", personId: personOf(shape, n), args: { text: `${name} ${n}` }, ...more(n) }));
      }),
    plain: (name, count) => engine.insert(Array.from({ length: count }, (_, n) => ({ text: `${name} ${n}`, n }))),
    async stop() {
      await Promise.all([jobs.stop(), engine.stop()]);
      await prisma.$disconnect();
      await Promise.all([pool.end(), errands.end()]);
    },
  };
}

/** The engine as its documentation shows it, with as many workers and as large portions as ours. */
async function plainEngine(url: string, send: (text: string, n: number) => Promise<unknown>) {
  const boss = new PgBoss({ connectionString: url, max: 4, schedule: false });
  boss.on("error", (error) => log.error("plain", error));
  await boss.start();
  await boss.createQueue("plain");
  const options = { batchSize: 10, burstWhenBatchFull: true, perJobResults: true, pollingIntervalSeconds: 0.5 } as const;
  for (let n = 0; n < 3; n++)
    await boss.work<{ text: string; n: number }, unknown, typeof options>("plain", options, (jobs) =>
      Promise.all(jobs.map(({ id, data }) => send(data.text, data.n).then((): JobResult => ({ id, status: "completed" })))),
    );
  return {
    async insert(jobs: readonly { text: string; n: number }[]) {
      await boss.insert(
        "plain",
        jobs.map((data) => ({ data })),
      );
    },
    stop: () => boss.stop({ graceful: true, timeout: 5_000 }),
  };
}
