// The servers that the benchmark compares, in one process: a bare acknowledgement, one with an INSERT, and the bot itself on databases of several sizes.
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import bolt from "@slack/bolt";
import pg from "pg";
import { nrwCalendar } from "../../adapters/calendar/index.ts";
import { listen } from "../../adapters/http.ts";
import { ids, sealWith } from "../../adapters/ids.ts";
import { createDeliver } from "../../adapters/jobs/deliver.ts";
import { startJobs } from "../../adapters/jobs/index.ts";
import { createLinks } from "../../adapters/links.ts";
import { createLog } from "../../adapters/log.ts";
import { paces } from "../../adapters/run.ts";
import { createSlack } from "../../adapters/slack/index.ts";
import { createDatabase, startEmbedded } from "../../adapters/store/embedded.ts";
import { createStore, openPrisma } from "../../adapters/store/index.ts";
import { migrate } from "../../adapters/store/migrate.ts";
import { createOutbox } from "../../adapters/store/outbox.ts";
import { lull, openPool } from "../../adapters/store/session.ts";
import { createBot } from "../../src/bot.ts";
import { compose } from "../../src/notice/compose.ts";
import { secret } from "../slack-requests.ts";
import { type Shape, seedAlliance } from "./alliances.ts";
import { countQueries } from "./queries.ts";

// A click that fails is counted where it was made.
const log = createLog("fatal");
const closing: (() => Promise<unknown>)[] = [];
const pools = new Map<string, pg.Pool>();

/** What the process is told when it starts. */
export interface Order {
  readonly dataDir: string;
  readonly apiUrl: string;
  /** Whether jobs are worked on beside the clicks, in this process. */
  readonly worker: boolean;
  readonly shapes: readonly Shape[];
}
export interface Ready {
  /** Port of each way by its name: "bare", "insert", and the id of each shape. */
  readonly ports: Readonly<Record<string, number>>;
}

/** One question at a time, answered by a message. */
export type Question = { readonly ask: "queries" } | { readonly ask: "taken"; readonly shape: string; readonly meeting: string };

process.once("message", async (order: Order) => {
  const server = await startEmbedded(order.dataDir);
  closing.push(() => server.stop());
  const ports: Record<string, number> = {};
  for (const shape of order.shapes) ports[shape.id] = await startBot(order, server.url, shape);
  ports["bare"] = await serve(plain(async () => undefined));
  ports["insert"] = await serve(plain(await inserting(server.url)));
  process.on("message", async (question: Question) => process.send?.(question.ask === "queries" ? countQueries() : await taken(question)));
  process.send?.({ ports } satisfies Ready);
});

process.once("disconnect", async () => {
  for (const close of closing.reverse()) await close();
  process.exit(0);
});

async function taken({ shape, meeting }: { readonly shape: string; readonly meeting: string }): Promise<readonly number[]> {
  const counts = await pools
    .get(shape)
    ?.query<{ n: number }>(
      `select count(*)::int as n from "Reply" where "meetingId" = $1 and "state" in ('accepted', 'substitute', 'offered') group by "organisationId"`,
      [meeting],
    );
  return counts?.rows.map(({ n }) => n) ?? [];
}

const freshDatabase = (adminUrl: string, name: string) => createDatabase(adminUrl, `${name}_${Date.now()}`);

/** The bot as adapters/run.ts puts it together, without what no click passes. */
async function startBot({ apiUrl, worker }: Order, adminUrl: string, shape: Shape): Promise<number> {
  const url = await freshDatabase(adminUrl, shape.id);
  await migrate(url);
  const pool = openPool(url);
  pools.set(shape.id, pool);
  const prisma = openPrisma(url);
  const jobs = await startJobs({ url, log });
  await seedAlliance(pool, shape);
  const store = createStore({ pool, prisma, enqueue: jobs.enqueue });
  const now = () => new Date();
  const ports = { store, now, ids, seal: sealWith(secret), links: createLinks("https://bot.example.org", secret, now), calendar: nrwCalendar(), log };
  const slack = createSlack({ tokens: [shape.id], signingSecret: secret, apiUrl }, { bot: createBot(ports), log });
  while (!slack.ready()) await new Promise((resolve) => setTimeout(resolve, 20));
  if (worker) {
    const errands = openPool(url, 3);
    closing.push(() => errands.end());
    const outbox = createOutbox(errands, jobs.enqueue);
    const deliver = createDeliver({
      outbox,
      messengers: [slack.messenger],
      compose: (it) => compose(ports, it),
      paces,
      now,
      log,
      count: () => undefined,
    });
    await jobs.work({ deliver: (key) => lull(pool).then(() => deliver(key)), tick: async () => undefined });
  }
  const door = await listen({
    port: 0,
    host: "127.0.0.1",
    doors: [
      (request, response) => {
        slack.listener?.(request, response);
        return true;
      },
    ],
    health: { check: async () => undefined, metrics: async () => ({ type: "text/plain", text: "" }) },
    onError: (error) => log.error("http", error),
  });
  closing.push(
    () => prisma.$disconnect(),
    () => pool.end(),
    () => jobs.stop(),
    () => slack.stop(),
    () => door.stop(),
  );
  return door.port;
}

/** Bolt as its documentation shows it. */
function plain(work: (body: object) => Promise<unknown>): RequestListener {
  const receiver = new bolt.HTTPReceiver({ signingSecret: secret, endpoints: "/slack/events" });
  const app = new bolt.App({ receiver, authorize: async () => ({ botToken: "xoxb-1", botId: "B1", botUserId: "U0" }), logLevel: bolt.LogLevel.ERROR });
  app.action(/./, async ({ ack, body }) => {
    await work(body);
    await ack();
  });
  return (request, response) => receiver.requestListener(request, response);
}

async function inserting(adminUrl: string) {
  const pool = new pg.Pool({ connectionString: await freshDatabase(adminUrl, "insert"), max: 10, application_name: "insert" });
  await pool.query("create table click (id bigserial primary key, body jsonb)");
  closing.push(() => pool.end());
  return (body: object) => pool.query("insert into click (body) values ($1)", [JSON.stringify(body)]);
}

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}
