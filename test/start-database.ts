// Starts PostgreSQL once for all tests and prepares the database that they copy.
import path from "node:path";
import pg from "pg";
import { createDatabase, type Embedded, startEmbedded } from "../adapters/store/embedded.ts";
import { migrate } from "../adapters/store/migrate.ts";

declare global {
  var testServer: Embedded | undefined;
}

export default async function start(): Promise<void> {
  const server = process.env["TEST_SERVER_URL"] ? { url: process.env["TEST_SERVER_URL"] } : await startOwn();
  await dropTestDatabases(server.url, (pid) => !isAlive(pid));
  // The number of the process keeps two runs on one machine apart.
  process.env["TEST_DATABASE_PREFIX"] = `test_${process.pid}`;
  process.env["TEST_ADMIN_URL"] = server.url;
  await migrate(await createDatabase(server.url, `test_${process.pid}_template`));
}

/** The embedded server; TEST_SERVER_URL names another one instead, for example of another version. */
async function startOwn(): Promise<Embedded> {
  const server = await startEmbedded(path.join(import.meta.dirname, "../.data/test"));
  globalThis.testServer = server;
  await onServer(server.url, async (client) => {
    // What tests write need not outlive a power cut.
    await client.query("alter system set fsync = off");
    await client.query("select pg_reload_conf()");
  });
  return server;
}

/** Drops the databases of those runs whose process number is meant. */
export async function dropTestDatabases(adminUrl: string, meant: (pid: number) => boolean): Promise<void> {
  await onServer(adminUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(`select datname as name from pg_database where datname like 'test\\_%'`);
    for (const { name } of rows)
      if (meant(Number(name.split("_")[1]))) await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
  });
}

async function onServer(adminUrl: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
