// Runs the PostgreSQL that npm brought along, for a bot that was given no DATABASE_URL.
//
// The server belongs to the data folder, not to a process: it outlives a bot that was killed, and the next start adopts it.
// Every bot holds one connection with a shared advisory lock; the one that gets the lock alone when it stops was the last
// and stops the server. Starts at the same time need no lock of ours: PostgreSQL lets only one server into a data folder,
// and who comes second adopts it.
import type { ChildProcess } from "node:child_process";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Cluster, openCluster, type Server } from "./cluster.ts";

const BOT_LOCK = 4_711_001;
const PATIENCE_MS = 30_000;

export interface Embedded {
  /** Of the administrative database; createDatabase makes others. */
  readonly url: string;
  /** Whether the server ran already. */
  readonly adopted: boolean;
  /** Lets go of the server, and stops it when no other bot holds on to it. */
  stop(): Promise<void>;
}

/** A server in use: as long as the connection lives, no other bot stops it. */
interface Held {
  readonly server: Server;
  readonly connection: pg.Client;
}

/**
 * Starts or adopts the server whose data lies in `dataDir`. One that dies comes back at the same address; if it cannot,
 * the rejection is left unhandled, because a bot without its database had better end.
 * @throws where there is no PostgreSQL for this machine, or its server does not start: the message says what to do.
 */
export async function startEmbedded(dataDir: string): Promise<Embedded> {
  const cluster = openCluster(dataDir);
  const { adopted, ...first } = await hold(cluster);
  let held: Held = first;
  let revival: Promise<void> = Promise.resolve();
  let stopping = false;

  const reviveOnEnd = () =>
    held.connection.once("end", () => {
      if (!stopping) revival = revive();
    });
  const revive = async () => {
    held = await hold(cluster, held.server.port);
    reviveOnEnd();
  };
  reviveOnEnd();

  return {
    url: held.server.url,
    adopted,
    async stop() {
      stopping = true;
      await revival;
      await letGo(cluster, held);
    },
  };
}

/** Makes a database if it is not there, empty or as a copy of `template`, and gives its URL. */
export async function createDatabase(adminUrl: string, name: string, template = "template1"): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(template)}`);
  } catch (error) {
    // It is there, or somebody makes it at this moment.
    if (!["42P04", "23505"].includes((error as pg.DatabaseError).code ?? "")) throw error;
  } finally {
    await client.end();
  }
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Adopts the running server or starts one, and tries again while a dead one still blocks the data folder. */
async function hold(cluster: Cluster, wantedPort?: number): Promise<Held & { adopted: boolean }> {
  const deadline = Date.now() + PATIENCE_MS;
  let failures = 0;
  for (let child: ChildProcess | undefined; ; await sleep(25)) {
    const held = await adopt(cluster.server());
    if (held) return { ...held, adopted: held.server.pid !== child?.pid };
    if (child && !hasEnded(child) && Date.now() < deadline) continue;
    // A server that ends although nobody else is in the folder has a reason of its own.
    if (child && !cluster.server()) failures++;
    if (failures === 3 || Date.now() > deadline) throw new Error(`The bot's own PostgreSQL does not start; its last words in ${cluster.lastWords()}`);
    cluster.forgetDead();
    child = cluster.launch(wantedPort ?? (await freePort()));
  }
}

async function adopt(server: Server | undefined): Promise<Held | undefined> {
  if (!server) return;
  const connection = new pg.Client({ connectionString: server.url, connectionTimeoutMillis: 2000, application_name: "a bot holds the server" });
  // Whatever happens to it, "end" follows.
  connection.on("error", () => undefined);
  try {
    await connection.connect();
    await connection.query("select pg_advisory_lock_shared($1)", [BOT_LOCK]);
    return { server, connection };
  } catch {
    // Not up yet, no longer up, or just being stopped by the last bot.
    await connection.end().catch(() => undefined);
    return;
  }
}

async function letGo(cluster: Cluster, { server, connection }: Held): Promise<void> {
  if (await isLast(connection)) {
    // A bot that arrives now waits for the lock until the server ends, and then starts it anew.
    const ended = new Promise((resolve) => connection.once("end", resolve));
    cluster.interrupt(server);
    await ended;
    while (cluster.server()?.pid === server.pid) await sleep(25);
  }
  await connection.end();
}

async function isLast(connection: pg.Client): Promise<boolean> {
  try {
    await connection.query("select pg_advisory_unlock_shared($1)", [BOT_LOCK]);
    const { rows } = await connection.query<{ last: boolean }>("select pg_try_advisory_lock($1) as last", [BOT_LOCK]);
    return rows[0]?.last === true;
  } catch {
    // A server that does not answer this is gone already.
    return false;
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
