// The composition root: puts the bot together from its parts, and takes it apart again.

import { seedAlliance } from "../prisma/seed/seed.ts";
import { createBot } from "../src/bot.ts";
import { compose } from "../src/notice/compose.ts";
import { runNotices } from "../src/notice/run.ts";
import type { Log, Messenger } from "../src/ports.ts";
import { nrwCalendar } from "./calendar/index.ts";
import { type Config, ConfigError } from "./config.ts";
import { serveFile } from "./files.ts";
import { firstOrganisers } from "./first.ts";
import { type Door, listen } from "./http.ts";
import { ids, newSecret, sealWith } from "./ids.ts";
import { createDeliver } from "./jobs/deliver.ts";
import { startJobs } from "./jobs/index.ts";
import { onceReady } from "./jobs/ready.ts";
import { createTick } from "./jobs/tick.ts";
import { createLinks } from "./links.ts";
import { openLocal } from "./local.ts";
import { createMetrics } from "./metrics.ts";
import { openSlack } from "./slack-door.ts";
import { createDatabase, startEmbedded } from "./store/embedded.ts";
import { createStore, openPrisma } from "./store/index.ts";
import { migrate } from "./store/migrate.ts";
import { createOutbox } from "./store/outbox.ts";
import { setting } from "./store/page.ts";
import { lull, openPool } from "./store/session.ts";
import { joinWorkspace } from "./workspaces.ts";

export interface Running {
  readonly port: number;
  /** A line for the operator: where the page is, and the first organiser's code where nobody organises yet. */
  readonly notes: readonly string[];
  stop(): Promise<void>;
}

/** Posts and updates in one workspace and one chat: the messengers' own limits, a little below. */
export const paces = {
  slack: { post: { every: 115, burst: 5000 }, update: { every: 1100, burst: 20_000 }, chat: { every: 1000, burst: 3000 } },
  teams: { post: { every: 25, burst: 1000 }, update: { every: 25, burst: 1000 }, chat: { every: 2000, burst: 10_000 } },
};

export async function runBot(config: Config, log: Log): Promise<Running> {
  const closing: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close().catch((error: unknown) => log.error("stop", error));
  };
  try {
    return { ...(await assemble(config, log, closing)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function assemble(config: Config, log: Log, closing: (() => Promise<unknown>)[]): Promise<Omit<Running, "stop">> {
  const metrics = createMetrics();
  const url = config.databaseUrl ?? (await embedded(config.dataDir, closing));
  await migrate(url);
  const prisma = openPrisma(url);
  const pool = openPool(url);
  // Of their own, so that no click waits for a message that goes out.
  const errands = openPool(url, 3);
  closing.push(
    () => prisma.$disconnect(),
    () => pool.end(),
    () => errands.end(),
  );
  const [jobs, secret] = await Promise.all([startJobs({ url, log }), setting(prisma, "secret", newSecret), seedAlliance(prisma)]);
  closing.push(() => jobs.stop());

  const store = createStore({ pool, prisma, enqueue: jobs.enqueue });
  const outbox = createOutbox(errands, jobs.enqueue);
  const calendar = nrwCalendar();
  const local = config.page ? await openLocal({ prisma, store, calendar, log }) : undefined;
  const now = local?.now ?? (() => new Date());
  const links = createLinks(config.publicUrl, secret, now);
  const ports = { store, now, ids, seal: sealWith(secret), links, calendar, log };
  const plain = createBot(ports);
  const bot: typeof plain = {
    async handle(incoming) {
      const start = performance.now();
      const outcome = await plain.handle(incoming);
      metrics.gesture(incoming.from.messenger, Object.keys(outcome)[0] ?? "", (performance.now() - start) / 1000);
      return outcome;
    },
  };

  const messengers: Messenger[] = [];
  const doors: Door[] = [(request, response) => serveFile({ store, secret, now }, request, response)];
  const tick = createTick({ outbox, jobs, notices: () => runNotices(ports, now()), now, log });
  if (local) {
    const page = await local.page(bot, tick);
    messengers.push(page.messenger);
    doors.push(page.handle);
    closing.push(async () => page.close());
  }
  if (config.slack) {
    const { slack, doors: opened } = await openSlack(config.slack, { prisma, pool, enqueue: jobs.enqueue, bot, log, secret, trusted: config.trusted });
    messengers.push(onceReady(slack));
    doors.push(...opened);
    closing.push(() => slack.stop());
  }
  if (config.teams) {
    const { createTeams } = await import("./teams/index.ts");
    const { app } = config.teams;
    const joined = (tenant: string) => joinWorkspace(prisma, "teams", tenant, config.trusted);
    const teams = createTeams({ ...(app ? { app } : {}), production: config.production }, { bot, log, joined });
    messengers.push(teams.messenger);
    doors.push(teams.handle);
  }

  const deliver = createDeliver({
    outbox,
    messengers,
    compose: (delivery) => compose(ports, delivery),
    paces,
    now,
    log,
    count: metrics.delivery,
  });
  await jobs.work({ deliver: (key) => lull(pool).then(() => deliver(key)), tick });
  const health = {
    check: () => Promise.all([prisma.$queryRaw`select 1`, jobs.check()]),
    metrics: async () => ({ type: metrics.type, text: await metrics.text() }),
  };
  const server = await listen({ port: config.port, host: config.host, doors, health, onError: (error) => log.error("http", error) }).catch((error) =>
    Promise.reject(portTaken(error, config.port)),
  );
  // Stopping runs backwards: first no more requests, then no more jobs, then the database.
  closing.push(() => server.stop());
  return {
    port: server.port,
    notes: [
      ...(local ? [local.note(server.port)] : []),
      ...(config.slack || config.teams
        ? await firstOrganisers(store, ids, now(), { emails: config.organiserEmails, byCode: config.slack?.oauth !== undefined })
        : []),
    ],
  };
}

async function embedded(dataDir: string, closing: (() => Promise<unknown>)[]): Promise<string> {
  const server = await startEmbedded(dataDir);
  closing.push(() => server.stop());
  return createDatabase(server.url, "buendnis");
}

/** The commonest mistake at a start, in words the operator can act on. */
const portTaken = (error: NodeJS.ErrnoException, port: number): Error =>
  error.code === "EADDRINUSE" ? new ConfigError([`PORT ${port} is in use by another program, perhaps by a bot that runs already`]) : error;
